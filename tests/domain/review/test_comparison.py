"""The statistics beside an independent library's, and where there is nothing to divide by."""

import math
from collections.abc import Sequence
from datetime import date
from itertools import combinations, product

import numpy as np
import pytest
from scipy import stats

from frontdesk.domain.review import student
from frontdesk.domain.review.comparison import Comparison, compared, share_of_scatter
from frontdesk.domain.review.day import DayKind
from frontdesk.domain.review.metrics import Measured, Metric, rate
from frontdesk.domain.review.permutation import permutation_p

PER_DAY = Metric.OVER_COUNTS_PER_DAY
BEFORE = (3, 0, 7, 2, 5, 1, 9, 4, 2, 6)
AFTER = (1, 0, 2, 4, 0, 3, 1, 2, 1, 0)


def days(
    events: Sequence[float], exposure: Sequence[float] = (), kinds: Sequence[DayKind] = (), *, later: int = 0
) -> list[Measured]:
    exposed = exposure or (1,) * len(events)
    of_kind = kinds or (DayKind.MONDAY,) * len(events)
    return [
        Measured(date.fromordinal(739_000 + later + number), kind, *each)
        for number, (kind, each) in enumerate(zip(of_kind, zip(events, exposed, strict=True), strict=True))
    ]


@pytest.mark.parametrize("freedom", [student.LEAST_FREEDOM, 19, 22, 30, 42, 54, 200])
@pytest.mark.parametrize("share", [0.8, 0.9, 0.975, 0.995])
def test_the_quantiles_are_those_of_the_library(share: float, freedom: int) -> None:
    assert student.quantile(share, freedom) == pytest.approx(stats.t.ppf(share, freedom), rel=2e-6)
    assert student.quantile(1 - share, freedom) == pytest.approx(-student.quantile(share, freedom))


def test_the_ratio_and_its_interval_are_those_of_a_quasi_poisson_model() -> None:
    """The model is fitted apart from the program: maximum likelihood found by the library, Pearson's dispersion."""
    exposure = [(50, 60, 70, 80, 65, 40, 90, 75, 66, 55), (52, 61, 77, 81, 60, 44, 99, 70, 62, 51)]
    events, exposed = np.array(BEFORE + AFTER), np.array(exposure[0] + exposure[1])
    side = np.array([0] * 10 + [1] * 10)
    design = np.column_stack([np.ones(20), side])
    beta = np.zeros(2)
    for _ in range(50):
        mean = exposed * np.exp(design @ beta)
        beta = beta + np.linalg.solve(design.T @ (mean[:, None] * design), design.T @ (events - mean))
    mean = exposed * np.exp(design @ beta)
    dispersion = max(1.0, float(((events - mean) ** 2 / mean).sum()) / 18)
    error = math.sqrt(dispersion * np.linalg.inv(design.T @ (mean[:, None] * design))[1, 1])
    low, high = (math.expm1(beta[1] + sign * stats.t.ppf(0.975, 18) * error) for sign in (-1, 1))
    found = compared(Metric.OVER_STAYS_PER_100, days(BEFORE, exposure[0]), days(AFTER, exposure[1], later=50), 99)
    assert found is not None
    assert found.dispersion == pytest.approx(dispersion)
    assert (found.change, found.low, found.high) == pytest.approx((math.expm1(beta[1]), low, high), rel=1e-5)


def test_the_permutation_is_the_librarys() -> None:
    def apart(one: np.ndarray, other: np.ndarray) -> float:
        return abs(float(one.mean() - other.mean()))

    rng = np.random.default_rng(1)
    known = stats.permutation_test((BEFORE, AFTER), apart, alternative="greater", n_resamples=20_000, rng=rng).pvalue
    found = permutation_p(days(BEFORE), days(AFTER, later=50), lambda side: rate(PER_DAY, side), 20_000)
    assert found == pytest.approx(known, abs=0.003)


def test_days_are_dealt_out_within_their_kind() -> None:
    """Every way to deal out six weekdays and four Sundays is gone through apart from the program."""
    kinds = (DayKind.MONDAY,) * 3 + (DayKind.SUNDAY,) * 2
    before, after = (9, 8, 7, 1, 0), (6, 5, 8, 0, 1)
    weekdays, sundays = [*before[:3], *after[:3]], [*before[3:], *after[3:]]
    total, seen = sum(before) + sum(after), abs(sum(after) - sum(before))
    ways = [
        abs(total - 2 * (sum(one) + sum(two)))
        for one, two in product(combinations(weekdays, 3), combinations(sundays, 2))
    ]
    known = sum(way >= seen for way in ways) / len(ways)
    found = permutation_p(
        days(before, kinds=kinds), days(after, kinds=kinds, later=50), lambda side: rate(PER_DAY, side), 9_999
    )
    assert found == pytest.approx(known, abs=0.015)


def test_the_same_days_say_the_same() -> None:
    sides = days(BEFORE), days(AFTER, later=50)
    assert compared(PER_DAY, *sides) == compared(PER_DAY, *sides)


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [((0,) * 10, (0,) * 10, None), ((2,) * 10, (0,) * 10, 0.5 / 20.5 - 1), ((0,) * 10, (1,) * 10, 10.5 / 0.5 - 1)],
)
def test_nothing_to_divide_by(before: tuple[int, ...], after: tuple[int, ...], change: float | None) -> None:
    found = compared(PER_DAY, days(before), days(after, later=50), 99)
    assert (None if found is None else found.change) == (None if change is None else pytest.approx(change))
    assert found is None or (math.isfinite(found.low) and math.isfinite(found.high) and found.agrees)


def test_days_that_are_all_alike_scatter_as_chance_at_least() -> None:
    found = compared(PER_DAY, days((2,) * 10), days((2,) * 10, later=50), 99)
    assert found is not None
    assert (found.change, found.dispersion, found.p) == (0, 1, 1)
    assert found.low == pytest.approx(math.exp(-stats.t.ppf(0.975, 18) * math.sqrt(0.1)) - 1, rel=1e-5)
    minutes = compared(Metric.MINUTES_ABOVE_PER_DAY, days((2,) * 10), days((2,) * 10, later=50), 99)
    assert minutes is not None and minutes.dispersion is None


@pytest.mark.parametrize(
    ("p", "low", "high", "agrees"),
    [
        (0.049, -0.8, -0.01, True), (0.05, -0.8, -0.01, False), (0.049, -0.8, 0.0, False), (0.049, 0.01, 0.9, True),
        (0.9, -0.8, -0.1, False), (0.001, -0.8, 0.2, False),
    ],
)  # fmt: skip
def test_nothing_is_claimed_unless_both_agree(p: float, low: float, high: float, agrees: bool) -> None:
    assert Comparison(-0.3, low, high, 1.0, p, None).agrees is agrees


def test_a_percentile_of_all_cars_is_compared() -> None:
    before = [
        day._replace(times=(300_000, 600_000, 900_000 + 1000 * number)) for number, day in enumerate(days(BEFORE))
    ]
    after = [day._replace(times=tuple(time // 2 for time in day.times)) for day in before]
    found = compared(Metric.P90_ZONE_TIME, before, after, 99)
    assert found is not None
    assert found.change == pytest.approx(-0.5, abs=0.01)
    assert found.low < -0.5 < found.high and found.agrees
    assert rate(Metric.P90_ZONE_TIME, before) == pytest.approx(15.1, abs=0.1)


def test_the_day_that_carries_most_of_the_scatter_stands_first() -> None:
    found = share_of_scatter(days((1, 1, 10, 1)))
    assert found[0][1].events == 10
    mean = 13 / 4
    assert sum(part for part, _ in found) == pytest.approx(sum((each - mean) ** 2 / mean for each in (1, 1, 10, 1)))
