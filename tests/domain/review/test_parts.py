"""An over-stay's time split by what it waited for, what is usual, and what the clocks propose."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.escalations.terms import Why
from frontdesk.domain.figures.limits import InForce, Limits
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.review import proposals
from frontdesk.domain.review.causes import Cause
from frontdesk.domain.review.fullness import Fullness
from frontdesk.domain.review.history import History
from frontdesk.domain.review.parts import Part, parts_of
from frontdesk.domain.review.percentiles import percentile
from frontdesk.domain.review.proposals import Known, Unproposed
from frontdesk.domain.values.clock import MINUTE, to_millis
from frontdesk.domain.zone.visits import VisitLine

ZONE = ZoneInfo("Asia/Shanghai")
NOON = to_millis(datetime(2026, 5, 29, 12, tzinfo=ZONE))
NEVER = Fullness(())


def car(
    received: int | None,
    order: int | None,
    handed: int | None,
    *stays: tuple[str, int, int | None],
    came: int = NOON,
    number: int = 1,
) -> VisitLine:
    """A visit, all its times in minutes after it came."""

    def at(minutes: int | None) -> int | None:
        return None if minutes is None else came + minutes * MINUTE

    lived = tuple((place, came + since * MINUTE, at(until)) for place, since, until in stays)
    return VisitLine(number, came, at(received), "", at(order), at(handed), lived[-1][2], "left", lived)


@pytest.mark.parametrize(
    ("line", "minutes", "entered"),
    [
        (car(2, 10, 25, ("bay1", 0, 25)), (2, 8, 15), (True, True, True)),
        (car(2, 10, 40, ("bay1", 0, 25), ("waiting1", 25, 60)), (2, 8, 15), (True, True, False)),
        (car(2, 10, 20, ("bay1", 0, 25)), (2, 8, 15), (True, True, True)),
        (car(2, None, None, ("bay1", 0, 25)), (2, 23), (True, False)),
        (car(None, None, None, ("lane", 0, 25)), (25,), (False,)),
        (car(12, 14, 30, ("lane", 0, 10), ("temporary", 10, 20), ("bay1", 20, 30)), (10, 0, 10), (True, True, True)),
        (car(15, 40, None, ("lane", 0, 10), ("temporary", 10, 50)), (10,), (False,)),
        (car(0, 0, 5, ("bay1", 0, 5)), (0, 0, 5), (True, True, True)),
        (car(1, 2, None, ("bay1", 0, None)), (1, 1, 28), (True, True, False)),
        (car(1, 2, 3, ("temporary", 0, 30)), (), ()),
    ],
)
def test_the_parts_are_the_time_in_the_zone(
    line: VisitLine, minutes: tuple[int, ...], entered: tuple[bool, ...]
) -> None:
    now = NOON + 30 * MINUTE
    found = parts_of(line, now)
    assert tuple(found) == tuple(Part)[: len(minutes)]
    assert tuple(each.in_zone // MINUTE for each in found.values()) == minutes
    assert tuple(each.is_entered for each in found.values()) == entered
    assert sum(each.in_zone for each in found.values()) == line.zone_time(now)


@pytest.mark.parametrize(
    ("values", "of_a_hundred", "found"),
    [([5], 75, 5), ([1, 2, 3, 4], 75, 3), ([4, 3, 2, 1, 5], 75, 4), (range(1, 11), 90, 9), ([7, 9], 1, 7)],
)
def test_a_percentile_is_one_of_the_values(values: list[int], of_a_hundred: int, found: int) -> None:
    assert percentile(values, of_a_hundred) == found


def history(days: int, a_day: int = 4) -> History:
    """Days on which each part took 3, 5 and 6 minutes, with so many cars two hours apart."""
    return History.of(
        [
            car(3, 8, 14, ("bay1", 0, 14), came=NOON - ahead * 24 * 60 * MINUTE + 120 * number * MINUTE)
            for ahead in range(1, days + 1)
            for number in range(a_day)
        ],
        ZONE,
        NOON,
    )


USUAL = history(10)


def test_what_is_usual_comes_from_ten_days_at_least() -> None:
    assert (history(9).is_enough, USUAL.is_enough, USUAL.days) == (False, True, 10)
    assert USUAL.usual == {Part.RECEPTION: 3 * MINUTE, Part.WORK_ORDER: 5 * MINUTE, Part.HAND_OVER: 6 * MINUTE}
    assert USUAL.usual_arrivals == 1
    assert History.of([], ZONE, NOON) == History(0, {}, 0, ())


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        (car(12, 17, 23, ("lane", 0, 23)), Cause.RECEPTION_SHORT),
        (car(3, 20, 26, ("bay1", 0, 26)), Cause.WORK_ORDER_SLOW),
        (car(3, None, None, ("bay1", 0, 26)), Cause.WORK_ORDER_SLOW),
        (car(3, 8, 30, ("bay1", 0, 30)), Cause.WORKSHOP_SLOW),
        (car(5, 11, 30, ("bay1", 0, 30)), Cause.WORKSHOP_SLOW),
        (car(3, 8, 14, ("bay1", 0, 14)), None),
    ],
)
def test_the_part_farthest_beyond_its_usual_time_is_the_cause(line: VisitLine, cause: Cause | None) -> None:
    found = proposals.of_stay(line, None, Known(USUAL, NEVER, NOON))
    assert found.cause is cause
    assert found.why_not is (None if cause else Unproposed.NOTHING_LONG)
    assert (found.evidence.took or 0) > (found.evidence.usual or 0) or cause is None


@pytest.mark.parametrize(
    ("since", "until", "cause"),
    [(8, 19, Cause.WAITING_BAYS_FULL), (8, 18, Cause.WORKSHOP_SLOW), (19, 90, Cause.WAITING_BAYS_FULL)],
)
def test_full_waiting_bays_for_half_of_the_time_block_the_next_stage(since: int, until: int, cause: Cause) -> None:
    waited = car(3, 8, 30, ("bay1", 0, 30))
    full = Fullness(((NOON + since * MINUTE, NOON + until * MINUTE),))
    assert proposals.of_stay(waited, None, Known(USUAL, full, NOON)).cause is cause
    order_late = car(3, 20, 26, ("bay1", 0, 26))
    assert proposals.of_stay(order_late, None, Known(USUAL, full, NOON)).cause is Cause.WORK_ORDER_SLOW


def test_too_little_history_proposes_nothing_but_what_somebody_said() -> None:
    known = Known(history(9), NEVER, NOON)
    long = car(3, 8, 30, ("bay1", 0, 30))
    assert proposals.of_stay(long, None, known)[:2] == (None, Unproposed.TOO_LITTLE_HISTORY)
    assert proposals.of_crowd(NOON, [long], None, known)[:2] == (None, Unproposed.TOO_LITTLE_HISTORY)
    for why, cause in ((Why.FULL, Cause.WAITING_BAYS_FULL), (Why.MISTAKE, Cause.NOT_ENTERED)):
        found = proposals.of_stay(long, why, known)
        assert (found.cause, found.evidence.explained) == (cause, why)
    assert proposals.of_crowd(NOON, [long], Why.NOT_ENTERED, known).cause is Cause.NOT_ENTERED
    assert proposals.of_stay(long, Why.NOBODY, known).cause is None


def test_an_over_count_has_the_commonest_cause_of_its_cars() -> None:
    cars = [
        car(12, 17, 23, ("lane", 0, 23)),
        car(3, 8, 30, ("bay1", 0, 30)),
        car(3, 8, 31, ("bay2", 0, 31)),
        car(3, 8, 14, ("bay3", 0, 14)),
    ]
    known = Known(USUAL, NEVER, NOON)
    found = proposals.of_crowd(NOON, cars, None, known)
    assert (found.cause, found.evidence.cars, found.evidence.of_cars) == (Cause.WORKSHOP_SLOW, 2, 4)
    assert proposals.of_crowd(NOON, cars[:2], None, known).cause is Cause.RECEPTION_SHORT
    assert proposals.of_crowd(NOON, cars[3:], None, known)[:2] == (None, Unproposed.NOTHING_LONG)


@pytest.mark.parametrize(("before", "together"), [(0, True), (29, True), (30, False)])
def test_more_arrivals_than_usual_in_half_an_hour_are_the_cause(before: int, together: bool) -> None:
    came = tuple(sorted((*USUAL.arrivals, NOON - before * MINUTE, NOON)))
    known = Known(USUAL._replace(arrivals=came), NEVER, NOON)
    found = proposals.of_crowd(NOON, [car(3, 8, 30, ("bay1", 0, 30))], None, known)
    assert (found.cause is Cause.ARRIVALS) is together
    assert found.evidence.arrivals == (2 if together else None)


def test_waiting_bays_are_full_by_as_many_as_there_were_then() -> None:
    two, three = (Policy(workshop_bays=tuple("123"[:count])) for count in (2, 3))
    limits = Limits(two, (InForce(NOON + 20 * MINUTE, three),))
    stays = [(NOON - MINUTE, NOON + 30 * MINUTE), (NOON + 10 * MINUTE, NOON + 40 * MINUTE), (NOON + 25 * MINUTE, None)]
    found = Fullness.of(stays, limits, NOON, NOON + 60 * MINUTE)
    assert [[(at - NOON) // MINUTE for at in each] for each in found.stretches] == [[10, 20], [25, 30]]
    assert Fullness.of(stays, Limits(Policy(workshop_bays=())), NOON, NOON + 60 * MINUTE).stretches == ()


def test_half_hours_are_counted_from_the_first_arrival_of_a_day_to_the_last() -> None:
    came = [to_millis(datetime.combine(date(2026, 5, 29), time(9), ZONE) + timedelta(minutes=m)) for m in (0, 5, 95)]
    lines = [car(1, 2, 3, ("bay1", 0, 3), came=at) for at in came]
    assert History.of(lines, ZONE, NOON).usual_arrivals == 2
    assert percentile([2, 0, 0, 1], 75) == 1
