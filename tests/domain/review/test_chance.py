"""What chance alone makes of two sides of days: it is called no effect; a true one is found, and the interval holds."""

import math
import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import real_month
from rounds import Rounds

from frontdesk.domain.calendar.working_days import Calendar
from frontdesk.domain.review.comparison import compared
from frontdesk.domain.review.day import DayKind, kind_of
from frontdesk.domain.review.effect import Verdict, effect
from frontdesk.domain.review.metrics import Measured, Metric, measured
from frontdesk.domain.review.windows import Windows

SHUFFLES = 499
CLAIMS = {Verdict.BETTER, Verdict.WORSE}
WINDOWS = Windows.of(date(2026, 5, 1), date(2026, 5, 1))
OF_THE_MONTH = (
    Metric.OVER_STAYS_PER_100,
    Metric.OVER_COUNTS_PER_DAY,
    Metric.MINUTES_ABOVE_PER_DAY,
    Metric.LATE_PER_100,
    Metric.P90_ZONE_TIME,
)


def of_month(metric: Metric) -> tuple[Measured, ...]:
    return measured(metric, real_month.review_days(), lambda day: kind_of(day, Calendar()))


def halves(days: tuple[Measured, ...], chance: random.Random) -> tuple[list[Measured], list[Measured]]:
    """As many days of each kind on both sides, chosen by chance."""
    one: list[Measured] = []
    other: list[Measured] = []
    for kind in DayKind:
        of_kind = [day for day in days if day.kind is kind]
        chance.shuffle(of_kind)
        half = len(of_kind) // 2
        one += of_kind[:half]
        other += of_kind[half : 2 * half]
    return one, other


@pytest.mark.parametrize("metric", OF_THE_MONTH)
def test_the_real_month_split_by_chance_shows_no_effect(metric: Metric, rounds: Rounds) -> None:
    days, chance, found = of_month(metric), random.Random(5), Counter[Verdict]()
    splits = rounds.of(8 if metric is Metric.P90_ZONE_TIME else 20, 400)
    for _ in range(splits):
        one, other = halves(days, chance)
        found[effect(metric, WINDOWS, one, other, rounds=SHUFFLES).verdict] += 1
    false = sum(found[verdict] for verdict in CLAIMS)
    print(f"{metric}: {false} of {splits} splits called an effect ({100 * false / splits:.1f} %)")
    assert false <= (0.08 if splits == 400 else 0.2) * splits
    assert not found[Verdict.TOO_EARLY] and not found[Verdict.TOO_FEW_DAYS]


def test_a_planted_decrease_is_found(rounds: Rounds) -> None:
    """Over-stays as on days of the real month; after the measure each of them happens with a chance of 40 %."""
    days, chance = of_month(Metric.OVER_STAYS_PER_100), random.Random(6)
    shops = rounds.of(15, 200)
    found = Counter(_of_shop(days, 0.4, chance) for _ in range(shops))
    print(f"-60 %: {found}")
    assert found[Verdict.BETTER] >= (0.8 if shops == 200 else 0.6) * shops
    assert not found[Verdict.WORSE]


def _of_shop(days: tuple[Measured, ...], left: float, chance: random.Random) -> Verdict:
    before, after = (
        [day._replace(day=date(2026, 4, 1) + timedelta(days=number), kind=DayKind.MONDAY) for number, day in drawn]
        for drawn in (list(enumerate(chance.choices(days, k=28))) for _ in range(2))
    )
    after = [
        day._replace(
            day=day.day + timedelta(days=40), events=sum(chance.random() < left for _ in range(int(day.events)))
        )
        for day in after
    ]
    return effect(Metric.OVER_STAYS_PER_100, WINDOWS, before, after, rounds=SHUFFLES).verdict


@pytest.mark.parametrize(("a_day", "spread", "left"), [(5.4, 4.2, 1.0), (5.4, 4.2, 0.4), (2.1, 6.0, 1.0), (30, 5, 0.6)])
def test_the_interval_holds_the_true_change(a_day: float, spread: float, left: float, rounds: Rounds) -> None:
    """Days that scatter more than the Poisson law says, each day's rate drawn by itself."""
    chance, shops, held = random.Random(7), rounds.of(100, 4000), 0
    for _ in range(shops):
        before, after = list(_scattered(a_day, spread, 1.0, chance)), list(_scattered(a_day, spread, left, chance))
        found = compared(Metric.OVER_COUNTS_PER_DAY, before, after, rounds=1)
        assert found is not None
        held += found.low <= left - 1 <= found.high
    print(f"{a_day} a day, {spread} times chance, {left - 1:+.0%}: {100 * held / shops:.1f} % of {shops}")
    assert (0.93 if shops == 4000 else 0.88) <= held / shops <= (0.97 if shops == 4000 else 1)


def test_the_percentiles_interval_holds_the_true_change(rounds: Rounds) -> None:
    """Cars whose times scatter by day and by car; after the measure each takes 80 % of the time."""
    chance, shops, held = random.Random(8), rounds.of(3, 400), 0
    for _ in range(shops):
        before, after = list(_timed(1.0, chance)), list(_timed(0.8, chance))
        found = compared(Metric.P90_ZONE_TIME, before, after, rounds=1)
        assert found is not None
        held += found.low <= -0.2 <= found.high
    print(f"percentile: {100 * held / shops:.1f} % of {shops}")
    assert (0.92 if shops == 400 else 0.6) <= held / shops


def test_what_is_said_to_be_visible_is_seen_four_times_of_five(rounds: Rounds) -> None:
    chance, shops, seen, said = random.Random(9), rounds.of(60, 2000), 0, []
    for _ in range(shops):
        before = list(_scattered(5.4, 4.2, 1.0, chance))
        found = compared(Metric.OVER_COUNTS_PER_DAY, before, list(_scattered(5.4, 4.2, 0.5, chance)), rounds=1)
        assert found is not None and found.visible is not None
        seen += found.high < 0
        said.append(found.visible)
    print(f"-50 % seen in {100 * seen / shops:.1f} %, visible {sum(said) / shops:.2f}")
    assert 0.68 <= seen / shops <= 0.92


def _scattered(a_day: float, spread: float, left: float, chance: random.Random) -> Iterator[Measured]:
    shape = a_day / (spread - 1)
    for number in range(28):
        expected = left * chance.gammavariate(shape, a_day / shape)
        yield Measured(date.fromordinal(739_000 + number), DayKind.MONDAY, _poisson(expected, chance), 1)


def _poisson(expected: float, chance: random.Random) -> int:
    count, passed = 0, chance.expovariate(1)
    while passed < expected:
        count, passed = count + 1, passed + chance.expovariate(1)
    return count


def _timed(left: float, chance: random.Random) -> Iterator[Measured]:
    for number in range(28):
        of_day = math.log(420_000 * left) + chance.gauss(0, 0.15)
        times = tuple(sorted(int(chance.lognormvariate(of_day, 0.6)) for _ in range(70)))
        yield Measured(date.fromordinal(739_000 + number), DayKind.MONDAY, 70, 70, times)
