"""Where scipy is installed: the statistics beside that library's, on many more degrees of freedom and days."""

import random
from datetime import date

import pytest
from rounds import Rounds

from frontdesk.domain.review import student
from frontdesk.domain.review.day import DayKind
from frontdesk.domain.review.metrics import Measured, Metric, rate
from frontdesk.domain.review.permutation import permutation_p


def test_every_quantile_that_is_asked_for(rounds: Rounds) -> None:
    special = pytest.importorskip("scipy.special")
    for freedom in range(student.LEAST_FREEDOM, rounds.of(60, 2000)):
        for share in (0.8, 0.975):
            assert student.quantile(share, freedom) == pytest.approx(float(special.stdtrit(freedom, share)), rel=1e-6)


def test_the_permutation_of_days(request: pytest.FixtureRequest) -> None:
    """It takes the library longer to load than all the other tests of the review: only in a campaign."""
    if not request.config.getoption("--campaign"):
        pytest.skip("only in a campaign")
    stats = pytest.importorskip("scipy.stats")
    chance = random.Random(4)
    for _ in range(10):
        sides = [[float(chance.randrange(10)) for _ in range(count)] for count in (22, 22)]
        known = stats.permutation_test(
            sides, lambda one, other: abs(one.mean() - other.mean()), alternative="greater", n_resamples=20_000
        ).pvalue
        before, after = (
            [Measured(date.fromordinal(739_000 + at), DayKind.MONDAY, each, 1) for at, each in enumerate(side)]
            for side in sides
        )
        found = permutation_p(before, after, lambda days: rate(Metric.OVER_COUNTS_PER_DAY, days), 20_000)
        assert found == pytest.approx(float(known), abs=0.015)
