"""Which days are compared, when it is too early, what is proposed, and every doubt at its limit."""

from collections.abc import Iterable
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.calendar.working_days import Calendar
from frontdesk.domain.figures.day import DayFigures, Over
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.review.day import DayKind, ReviewDay, kind_of
from frontdesk.domain.review.doubts import Caution, Circumstances, Doubt, OtherMeasure, PolicyChange
from frontdesk.domain.review.effect import Effect, Verdict, effect
from frontdesk.domain.review.metrics import Measured, Metric, measured, rate
from frontdesk.domain.review.policy_changes import changes
from frontdesk.domain.review.windows import Window, Windows, days_to_go, matched
from frontdesk.domain.values.clock import MINUTE

PLAIN = Calendar()
AGREED, DONE = date(2026, 5, 4), date(2026, 5, 8)
WINDOWS = Windows.of(AGREED, DONE)
PER_DAY = Metric.OVER_COUNTS_PER_DAY


def days(window: Window, counts: Iterable[float] = (2, 3, 1, 4) * 7) -> list[Measured]:
    return [Measured(day, kind_of(day, PLAIN), count, 1) for day, count in zip(window.days, counts, strict=False)]


def of(before: list[Measured], after: list[Measured], known: Circumstances | None = None) -> Effect:
    return effect(PER_DAY, WINDOWS, before, after, known=known or Circumstances(), rounds=199)


def test_the_windows_are_four_weeks_each() -> None:
    assert WINDOWS.before == (date(2026, 4, 6), date(2026, 5, 3))
    assert WINDOWS.after == (date(2026, 5, 11), date(2026, 6, 7))
    assert len(list(WINDOWS.before.days)) == len(list(WINDOWS.after.days)) == 28
    assert WINDOWS.before.earlier(1) == (date(2026, 3, 9), date(2026, 4, 5))
    assert [WINDOWS.after.holds(day) for day in (date(2026, 5, 10), date(2026, 5, 11), date(2026, 6, 8))] == [
        False, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "published", "kind"),
    [
        (date(2026, 5, 1), None, DayKind.FRIDAY), (date(2026, 5, 1), False, DayKind.HOLIDAY),
        (date(2026, 5, 2), False, DayKind.HOLIDAY), (date(2026, 5, 2), None, DayKind.SATURDAY),
        (date(2026, 5, 9), True, DayKind.MOVED), (date(2026, 5, 10), True, DayKind.MOVED),
        (date(2026, 5, 11), True, DayKind.MONDAY),
    ],
)  # fmt: skip
def test_a_day_is_of_the_kind_that_was_published(day: date, published: bool | None, kind: DayKind) -> None:
    assert kind_of(day, Calendar({} if published is None else {day: published})) is kind


def test_as_many_days_of_each_kind_on_both_sides_those_nearest_the_measure() -> None:
    before, after = days(WINDOWS.before), days(WINDOWS.after)[:9]
    holiday = before[0]._replace(kind=DayKind.HOLIDAY)
    found = matched([holiday, *before[1:]], after)
    assert [day.day for day in found.after] == list(WINDOWS.after.days)[:9]
    assert sorted(day.kind for day in found.before) == sorted(day.kind for day in found.after)
    assert min(day.day for day in found.before) == date(2026, 4, 20)
    assert len(found.left_out) == 28 - 9
    assert holiday.day in found.left_out


@pytest.mark.parametrize(("came", "to_go"), [(0, 10), (4, 6), (9, 1), (10, 0), (28, 0)])
def test_too_early_until_there_are_ten_days_on_each_side(came: int, to_go: int) -> None:
    before, after = days(WINDOWS.before), days(WINDOWS.after)
    ahead = [kind_of(day, PLAIN) for day in WINDOWS.after.days][came:]
    found = effect(PER_DAY, WINDOWS, before, after[:came], ahead=ahead, rounds=99)
    assert found.days_to_go == to_go
    assert found.verdict is (Verdict.TOO_EARLY if to_go else Verdict.NO_CHANGE_SEEN)
    assert (found.comparison is None) is bool(to_go)
    assert found.is_complete is (came == 28)


def test_days_that_will_not_count_are_waited_for_too() -> None:
    before = days(WINDOWS.before)
    ahead = [None, None, None] + [None if day.weekday() == 6 else kind_of(day, PLAIN) for day in WINDOWS.after.days]
    assert days_to_go(before, [], ahead) == 14
    assert days_to_go(before[:9], [], ahead) is None
    assert effect(PER_DAY, WINDOWS, before[:9], [], ahead=ahead).verdict is Verdict.TOO_FEW_DAYS
    assert of([], []).verdict is Verdict.TOO_FEW_DAYS
    assert of([], []).before == (0, 0, 0, None)


def test_better_and_worse_are_proposed() -> None:
    high, low = (8, 9, 7, 10) * 7, (2, 3, 1, 4) * 7
    better, worse, same = (
        of(days(WINDOWS.before, one), days(WINDOWS.after, other))
        for one, other in ((high, low), (low, high), (low, low))
    )
    assert (better.verdict, worse.verdict, same.verdict) == (
        Verdict.BETTER, Verdict.WORSE, Verdict.NO_CHANGE_SEEN,
    )  # fmt: skip
    assert better.comparison is not None and worse.comparison is not None
    assert better.comparison.change == pytest.approx(-1 + 2.5 / 8.5)
    assert (better.before.rate, better.after.rate, better.before.days) == (8.5, 2.5, 28)
    assert of(days(WINDOWS.before, (0,) * 28), days(WINDOWS.after, (0,) * 28)).verdict is Verdict.NO_CHANGE_SEEN


def doubts(known: Circumstances) -> list[Caution]:
    return list(of(days(WINDOWS.before), days(WINDOWS.after), known).cautions)


@pytest.mark.parametrize(
    ("earlier", "high"),
    [
        ((2.0,) * 12, True), ((2.5,) * 12, False), ((2.0,) * 4, False), ((2.0,) * 5, True),
        ((2.0,) * 10 + (3.0,) * 2, True), ((2.0,) * 9 + (3.0,) * 3, False), ((2.0,) * 12 + (3.0,) * 40, True),
    ],
)  # fmt: skip
def test_an_unusually_bad_time_before_comes_back_to_the_ordinary(earlier: tuple[float, ...], high: bool) -> None:
    assert (Caution(Doubt.HIGH_BEFORE) in doubts(Circumstances(earlier=earlier))) is high


@pytest.mark.parametrize(("visits", "doubted"), [(115, False), (116, True), (85, False), (84, True)])
def test_more_or_fewer_cars_by_more_than_fifteen_percent(visits: float, doubted: bool) -> None:
    found = doubts(Circumstances(visits_before=100, visits_after=visits))
    assert found == ([Caution(Doubt.VOLUME, change=visits / 100 - 1)] if doubted else [])


@pytest.mark.parametrize(
    ("done", "doubted"),
    [
        (date(2026, 4, 5), False), (date(2026, 4, 6), True), (date(2026, 5, 3), True), (date(2026, 5, 4), False),
        (date(2026, 5, 11), True), (date(2026, 6, 7), True), (date(2026, 6, 8), False),
    ],
)  # fmt: skip
def test_another_measure_within_a_window(done: date, doubted: bool) -> None:
    found = doubts(Circumstances(measures=(OtherMeasure(27, done),)))
    assert found == ([Caution(Doubt.OTHER_MEASURE, measures=(27,))] if doubted else [])


@pytest.mark.parametrize(
    ("day", "doubted"),
    [(date(2026, 4, 6), False), (date(2026, 4, 7), True), (date(2026, 5, 7), True), (date(2026, 6, 8), False)],
)
def test_a_limit_that_was_changed_in_between(day: date, doubted: bool) -> None:
    found = doubts(Circumstances(changes=(PolicyChange("bays", day),)))
    assert found == ([Caution(Doubt.CHANGED, names=("bays",), days=(day,))] if doubted else [])


def test_what_bears_on_crowding_is_told_with_its_day() -> None:
    day = 86_400_000
    policies = [
        (0, Policy()),
        (day, Policy(over_count=5, store_name="A")),
        (2 * day, Policy(over_count=5, bays=("1", "2"))),
        (3 * day, Policy(over_count=5, bays=("1", "2"), undo_s=60)),
    ]
    assert changes(policies, ZoneInfo("UTC")) == (
        PolicyChange("over_count", date(1970, 1, 2)),
        PolicyChange("bays", date(1970, 1, 3)),
    )
    assert changes([], ZoneInfo("UTC")) == ()


def test_the_few_days_that_carry_the_figure_are_named() -> None:
    counts = [0] * 28
    counts[3], counts[17] = 40, 38
    found = of(days(WINDOWS.before, counts), days(WINDOWS.after))
    assert found.comparison is not None and (found.comparison.dispersion or 0) > 8
    named = [WINDOWS.before.first + timedelta(days=number) for number in (3, 17)]
    assert found.cautions == (Caution(Doubt.DISPERSED, days=tuple(named)),)


def test_every_metric_of_a_day() -> None:
    figures = DayFigures(
        arrived=tuple(range(40)),
        received=38,
        unreceived=1,
        in_time=30,
        zone_times=tuple(number * MINUTE for number in range(1, 11)),
        over_count=Over(3, 7 * MINUTE),
        over_stay=Over(4, 0),
    )
    day = ReviewDay(date(2026, 5, 29), figures, tickets=8, missed=2)
    expected = {
        Metric.OVER_STAYS_PER_100: 10, Metric.OVER_COUNTS_PER_DAY: 3, Metric.MINUTES_ABOVE_PER_DAY: 7,
        Metric.LATE_PER_100: 900 / 39, Metric.NO_SHOWS_PER_100: 25, Metric.P90_ZONE_TIME: 9,
    }  # fmt: skip
    assert set(expected) == set(Metric)
    for metric, value in expected.items():
        assert rate(metric, measured(metric, [day], lambda _: DayKind.FRIDAY)) == pytest.approx(value)
    assert measured(Metric.NO_SHOWS_PER_100, [day._replace(tickets=0, missed=0)], lambda _: DayKind.FRIDAY) == ()
