"""A day's figures at the limits: the very instant, midnight, one that leaves as another comes, the lounge."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.figures.day import DayFigures, DaySpan, Over
from frontdesk.domain.figures.limits import InForce, Limits, Stretch
from frontdesk.domain.figures.period import Spread
from frontdesk.domain.figures.sweep import VisitTimes, holds_until, joined, swept
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import HOUR, MINUTE, SECOND

SPAN = DaySpan.of(date(2026, 5, 29), ZoneInfo("Asia/Shanghai"))
NOON = SPAN.begins + 12 * HOUR
LIMIT = 20 * MINUTE
PLAN = Limits(Policy())


def car(since: int, until: int | None, **more: object) -> VisitTimes:
    made = VisitTimes(since, None, None, until, turned_away=False, in_zone=((since, until),))
    return replace(made, **more)  # type: ignore[arg-type]


def figures(*visits: VisitTimes, now: int = SPAN.ends, limits: Limits = PLAN) -> DayFigures:
    return swept(SPAN, visits, limits, now)


@pytest.mark.parametrize(
    ("stays", "count", "length"),
    [(LIMIT - 1, 0, 0), (LIMIT, 0, 0), (LIMIT + 1, 1, 1), (LIMIT + 5 * MINUTE, 1, 5 * MINUTE)],
)
def test_an_over_stay_is_longer_than_the_limit(stays: int, count: int, length: int) -> None:
    assert figures(car(NOON, NOON + stays)).over_stay == Over(count, length)
    still = figures(car(NOON, None), now=NOON + stays).over_stay
    assert (still.count, still.length(NOON + stays)) == (count, length)


@pytest.mark.parametrize(
    ("fourth_comes", "times", "length"), [(9 * MINUTE, 1, MINUTE), (10 * MINUTE, 0, 0), (10 * MINUTE - 1, 1, 1)]
)
def test_whoever_leaves_leaves_before_whoever_comes(fourth_comes: int, times: int, length: int) -> None:
    three = [car(NOON, NOON + 10 * MINUTE) for _ in range(3)]
    found = figures(*three, car(NOON + fourth_comes, NOON + 15 * MINUTE))
    assert found.over_count == Over(times, length)
    assert found.peak == (4 if times else 3)


def test_what_is_over_at_midnight_counts_once_and_lasts_in_both_days() -> None:
    crowd = [car(SPAN.ends - MINUTE, SPAN.ends + MINUTE) for _ in range(4)]
    after = DaySpan.of(date(2026, 5, 30), SPAN.zone)
    assert figures(*crowd, now=SPAN.ends + HOUR).over_count == Over(1, MINUTE)
    assert swept(after, crowd, PLAN, SPAN.ends + HOUR).over_count == Over(0, MINUTE)


@pytest.mark.parametrize(
    ("received", "lounge", "in_time"),
    [
        (60 * SECOND, (), True),
        (60 * SECOND + 1, (), False),
        (30 * MINUTE, ((30 * SECOND, 29 * MINUTE),), True),
        (30 * MINUTE + 1, ((30 * SECOND, 29 * MINUTE),), False),
        (30 * MINUTE, ((60 * SECOND + 1, 29 * MINUTE),), False),
        (30 * MINUTE, ((30 * SECOND, None),), True),
        (60 * SECOND, ((2 * MINUTE, None),), True),
    ],
)
def test_who_waits_with_a_ticket_is_waited_for(received: int, lounge: tuple[Stretch, ...], in_time: bool) -> None:
    tickets = tuple((NOON + since, until and NOON + until) for since, until in lounge)
    visit = car(NOON, NOON + HOUR, received_at=NOON + received, in_lounge=tickets)
    assert visit.was_in_time(PLAN) is in_time
    assert figures(visit).in_time == in_time


def test_who_left_without_is_not_received_in_time_and_who_waits_is_not_known_yet() -> None:
    left, waits = car(NOON, NOON + 5 * SECOND), car(NOON, None)
    found = figures(left, waits, now=NOON + HOUR)
    assert (len(found.arrived), found.received, found.in_time, found.unreceived) == (2, 0, 0, 1)


@pytest.mark.parametrize(
    ("before", "after", "over"),
    [
        (4, 6, Over(1, 10 * MINUTE)),
        (4, 5, Over(1, 10 * MINUTE)),
        (4, 4, Over(1, 30 * MINUTE)),
        (5, 4, Over(1, 20 * MINUTE)),
        (6, 5, Over()),
    ],
)
def test_each_moment_is_judged_by_the_limit_of_that_moment(before: int, after: int, over: Over) -> None:
    limits = Limits(Policy(over_count=before), (InForce(NOON + 10 * MINUTE, Policy(over_count=after)),))
    assert figures(*[car(NOON, NOON + 30 * MINUTE) for _ in range(4)], limits=limits).over_count == over


def test_a_limit_that_changes_as_cars_come_and_go() -> None:
    at = NOON + 10 * MINUTE
    lower = Limits(Policy(over_count=6), (InForce(at, Policy(over_count=4)),))
    higher = Limits(Policy(over_count=4), (InForce(at, Policy(over_count=5)),))
    leaving = [car(NOON, at), car(NOON, at), *(car(NOON, NOON + 15 * MINUTE) for _ in range(3))]
    assert figures(*leaving, limits=lower).over_count == Over()
    assert figures(*leaving, car(at, NOON + 12 * MINUTE), limits=lower).over_count == Over(1, 2 * MINUTE)
    four = [car(NOON, NOON + 15 * MINUTE) for _ in range(4)]
    assert figures(*four, car(at, NOON + 12 * MINUTE), limits=higher).over_count == Over(2, 12 * MINUTE)


@pytest.mark.parametrize(
    ("before", "after", "at", "over"),
    [
        (20, 30, 25, Over(1, 15 * MINUTE)),
        (20, 60, 25, Over(1, 5 * MINUTE)),
        (30, 20, 25, Over(1, 15 * MINUTE)),
        (20, 60, 15, Over()),
        (60, 40, 10, Over()),
    ],
)
def test_a_stay_is_judged_by_the_limit_of_each_moment(before: int, after: int, at: int, over: Over) -> None:
    first, second = (Policy(over_stay_s=minutes * 60, over_stay_warning_s=60) for minutes in (before, after))
    limits = Limits(first, (InForce(NOON + at * MINUTE, second),))
    here = car(NOON, None)
    assert figures(car(NOON, NOON + 40 * MINUTE), limits=limits).over_stay == over
    assert figures(here, limits=limits, now=NOON + 40 * MINUTE).over_stay.length(NOON + 40 * MINUTE) == over.ended


@pytest.mark.parametrize(("before", "after", "in_time"), [(60, 180, False), (180, 60, False), (180, 240, True)])
def test_a_reception_that_was_late_for_a_moment_was_late(before: int, after: int, in_time: bool) -> None:
    changed = InForce(NOON + 90 * SECOND, Policy(late_reception_s=after))
    visit = car(NOON, NOON + HOUR, received_at=NOON + 170 * SECOND)
    assert visit.was_in_time(Limits(Policy(late_reception_s=before), (changed,))) is in_time


def test_a_clock_set_back_takes_limits_of_the_future_along() -> None:
    first, later, again = (Policy(over_count=count) for count in (5, 6, 7))
    limits = Limits.of(Policy(), (InForce(10, first), InForce(30, later), InForce(20, again)))
    assert [limits.at(at).over_count for at in (9, 10, 20, 40)] == [4, 5, 7, 7]
    assert [each.numbers.over_count for each in limits.between(10, 20)] == [5]


def test_a_car_turned_away_takes_room_but_did_not_come() -> None:
    found = figures(car(NOON, NOON + MINUTE, turned_away=True))
    assert (found.arrived, found.turned_away, found.peak, found.waits) == ((), 1, 1, ())


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        ((), ()),
        (((1, 2), (2, 3)), ((1, 3),)),
        (((1, 2), (3, None)), ((1, 2), (3, None))),
        (((1, 1), (1, 2)), ((1, 2),)),
        (((1, 2), (2, None)), ((1, None),)),
    ],
)
def test_stretches_that_touch_are_one(stretches: tuple[Stretch, ...], expected: tuple[Stretch, ...]) -> None:
    assert joined(stretches) == expected


def test_until_when_a_day_holds() -> None:
    limits = PLAN
    gone, here = car(NOON, NOON + MINUTE), car(NOON + 7 * MINUTE, None)
    assert holds_until(SPAN, [gone], limits, NOON + HOUR) is None
    assert holds_until(SPAN, [gone, here], limits, NOON + 8 * MINUTE) == NOON + 15 * MINUTE
    assert holds_until(SPAN, [here], limits, NOON + 20 * MINUTE) == NOON + 27 * MINUTE + 1
    assert holds_until(SPAN, [here], limits, SPAN.ends) is None


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([], (0, None, None)),
        ([(5,)], (1, 5, 5)),
        ([(1, 9), (2, 3, 4, 5, 6, 7, 8, 10)], (10, 5, 9)),
        ([tuple(range(1, 12))], (11, 6, 10)),
    ],
)
def test_nine_of_ten_are_no_longer(runs: list[tuple[int, ...]], expected: tuple[object, ...]) -> None:
    found = Spread.of(runs)
    assert (found.count, found.mean, found.p90) == expected


def test_a_day_of_25_hours_has_24() -> None:
    span = DaySpan.of(date(2026, 10, 25), ZoneInfo("Europe/Berlin"))
    assert span.ends - span.begins == 25 * HOUR
    assert span.quarter(span.begins + 2 * HOUR) == span.quarter(span.begins + 3 * HOUR) == 8
    assert span.quarter(span.ends - 1) == 95
