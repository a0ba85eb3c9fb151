"""The statistics beside an independent library's, and where there is nothing to divide by."""

import math
from collections.abc import Sequence
from datetime import date
from itertools import combinations, product

import pytest

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


@pytest.mark.parametrize(
    ("share", "freedom", "known"),
    [
        (0.975, 18, 2.10092204), (0.975, 22, 2.07387307), (0.975, 30, 2.04227246), (0.975, 54, 2.00487929),
        (0.8, 18, 0.86204867), (0.8, 42, 0.85026328), (0.995, 18, 2.87844047), (0.995, 54, 2.66998480),
    ],
)  # fmt: skip
def test_the_quantiles_are_those_of_the_tables(share: float, freedom: int, known: float) -> None:
    assert student.quantile(share, freedom) == pytest.approx(known, rel=2e-6)
    assert student.quantile(1 - share, freedom) == pytest.approx(-known, rel=2e-6)


def test_the_ratio_and_its_interval_are_those_of_a_quasi_poisson_model() -> None:
    """The model is fitted apart from the program, by Fisher's scoring, with Pearson's dispersion."""
    exposure = [(50, 60, 70, 80, 65, 40, 90, 75, 66, 55), (52, 61, 77, 81, 60, 44, 99, 70, 62, 51)]
    rows = [
        (events, exposed, side)
        for side, (all_events, all_exposed) in enumerate(zip((BEFORE, AFTER), exposure, strict=True))
        for events, exposed in zip(all_events, all_exposed, strict=True)
    ]
    level, moved = math.log(0.05), 0.0
    for _ in range(50):
        means = [exposed * math.exp(level + moved * side) for _, exposed, side in rows]
        of_all, of_after = sum(means), sum(mean for mean, row in zip(means, rows, strict=True) if row[2])
        off = [row[0] - mean for row, mean in zip(rows, means, strict=True)]
        off_after = sum(each for each, row in zip(off, rows, strict=True) if row[2])
        det = of_all * of_after - of_after**2
        level += (of_after * sum(off) - of_after * off_after) / det
        moved += (of_all * off_after - of_after * sum(off)) / det
    dispersion = sum(each**2 / mean for each, mean in zip(off, means, strict=True)) / 18
    reach = 2.10092204 * math.sqrt(dispersion * of_all / det)
    found = compared(Metric.OVER_STAYS_PER_100, days(BEFORE, exposure[0]), days(AFTER, exposure[1], later=50), 99)
    assert found is not None
    assert found.dispersion == pytest.approx(dispersion)
    known = [math.expm1(each) for each in (moved, moved - reach, moved + reach)]
    assert [found.change, found.low, found.high] == pytest.approx(known, rel=1e-5)


def test_the_permutation_is_near_that_of_every_way_to_deal_out() -> None:
    together, total = BEFORE + AFTER, sum(BEFORE + AFTER)
    seen = abs(sum(BEFORE) - sum(AFTER))
    ways = [abs(total - 2 * sum(chosen)) >= seen for chosen in combinations(together, 10)]
    found = permutation_p(days(BEFORE), days(AFTER, later=50), lambda side: rate(PER_DAY, side), 4_999)
    assert found == pytest.approx(sum(ways) / len(ways), abs=0.006)


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
    assert found.low == pytest.approx(math.exp(-2.10092204 * math.sqrt(0.1)) - 1, rel=1e-5)
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
