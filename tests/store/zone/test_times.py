"""Entries with a time of their own: late, impossible, or made while the clock steps back."""

import pytest
from at_desk import CAR, MINUTE, arrive, last_closed, prompts, refusal
from store_checks import assert_whole

from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling, tasks
from frontdesk.domain.escalations.terms import Action, Kind, Outcome
from frontdesk.domain.values.clock import DAY, ManualClock
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.zone.cars import Purpose
from frontdesk.domain.zone.reasons import ZoneReason


@pytest.mark.parametrize(("at", "outcome"), [(60_000, Outcome.CORRECTED), (60_001, Outcome.CLEARED)])
def test_a_reception_entered_late_but_done_in_time(desk: Desk, clock: ManualClock, at: int, outcome: Outcome) -> None:
    zone.arrive(desk, CAR)
    began = clock.at
    clock.at += 5 * MINUTE
    handling.evaluate(desk)
    zone.receive(desk, CAR, at=began + at)
    assert prompts(desk) == []
    assert (last_closed(desk).outcome, last_closed(desk).cleared_at) == (outcome, began + at)


@pytest.mark.parametrize(("at", "outcome"), [(20 * MINUTE, Outcome.CORRECTED), (20 * MINUTE + 1, Outcome.UNHANDLED)])
def test_a_departure_entered_late_but_in_time(desk: Desk, clock: ManualClock, at: int, outcome: Outcome) -> None:
    arrive(desk, 1)
    began = clock.at
    clock.at += 30 * MINUTE
    handling.evaluate(desk)
    zone.leave(desk, Plate("苏A00001"), at=began + at)
    assert last_closed(desk).outcome is outcome


def test_a_back_dated_entry_keeps_both_times(desk: Desk, clock: ManualClock) -> None:
    answer = zone.arrive(desk, CAR, at=clock.at - 90_000)
    row = desk.connection.execute("select at, occurred_at from events where seq = ?", (answer.seq,)).fetchone()
    assert row == (clock.at, clock.at - 90_000)
    assert answer.at == clock.at - 90_000
    assert prompts(desk) == [(Kind.LATE_RECEPTION, clock.at - 30_000)]
    assert desk.snapshot().floor.car(CAR).zone_time(clock.at) == 90_000


def test_times_that_cannot_be(desk: Desk, clock: ManualClock) -> None:
    began = clock.at
    assert refusal(lambda: zone.arrive(desk, CAR, at=began + 1)) is ValueReason.IN_FUTURE
    zone.arrive(desk, CAR)
    clock.at += MINUTE
    assert refusal(lambda: zone.receive(desk, CAR, at=began - 1)) is ZoneReason.BEFORE_LAST_CHANGE
    zone.receive(desk, CAR, at=began)
    zone.leave(desk, CAR, at=began + 30_000)
    assert refusal(lambda: zone.arrive(desk, CAR, at=began + 29_999)) is ZoneReason.BEFORE_LAST_CHANGE
    zone.arrive(desk, CAR, at=began + 30_000)


@pytest.mark.parametrize("ago", [7 * DAY + 1, 56 * 365 * DAY, 127 * 365 * DAY])
def test_a_car_is_not_entered_after_weeks(desk: Desk, clock: ManualClock, ago: int) -> None:
    """A camera whose clock was never set says 1970, or the year 1."""
    late = clock.at - ago
    other = Plate("苏B00001")
    assert refusal(lambda: zone.arrive(desk, CAR, at=late)) is ZoneReason.ENTERED_LATE
    assert refusal(lambda: zone.turn_away(desk, CAR, at=late)) is ZoneReason.ENTERED_LATE
    zone.arrive(desk, other)
    assert refusal(lambda: zone.receive(desk, other, at=late)) is ZoneReason.ENTERED_LATE
    assert refusal(lambda: zone.leave(desk, other, at=late)) is ZoneReason.ENTERED_LATE
    assert [car.plate for car in desk.snapshot().floor.cars] == [other]
    zone.arrive(desk, CAR, at=clock.at - 7 * DAY)


def test_a_back_dated_car_does_not_share_a_bay(desk: Desk, clock: ManualClock) -> None:
    zone.arrive(desk, Plate("苏A00001"), place="bay1")
    clock.at += 10 * MINUTE
    zone.leave(desk, Plate("苏A00001"))
    clock.at += MINUTE
    for place in ("bay1", None):
        if place:
            reason = refusal(lambda: zone.arrive(desk, CAR, place="bay1", at=clock.at - 5 * MINUTE))
            assert reason is ZoneReason.PLACE_FULL
        else:
            assert zone.arrive(desk, CAR, at=clock.at - 5 * MINUTE).place == "bay2"
    assert zone.arrive(desk, Plate("苏A00003"), place="bay1", at=clock.at - MINUTE).place == "bay1"
    assert_whole(desk.connection)


def test_a_clock_that_steps_back_stops_nobody(desk: Desk, clock: ManualClock) -> None:
    zone.arrive(desk, Plate("苏A00001"), place="bay1")
    zone.arrive(desk, Plate("苏A00002"), place="lane")
    zone.receive(desk, Plate("苏A00002"))
    zone.make_work_order(desk, Plate("苏A00002"))
    zone.move(desk, Plate("苏A00001"), "lane")
    clock.at -= 10 * MINUTE
    assert zone.arrive(desk, CAR, place="bay1").at == clock.at
    zone.leave(desk, CAR)
    zone.arrive(desk, CAR)
    assert desk.snapshot().floor.car(CAR).zone_time(clock.at) == 0
    zone.arrive(desk, Plate("苏A00004"))
    (prompt,) = desk.snapshot().escalations
    decisions.act(desk, prompt.id, Action.WORKSHOP_BAY, (Plate("苏A00002"),), seen=None)
    (task,) = desk.snapshot().tasks
    tasks.done(desk, task.id)
    assert desk.snapshot().floor.car("苏A00002").place.key == "waiting1"
    assert_whole(desk.connection)


def test_only_maintenance_and_repair(desk: Desk) -> None:
    assert refusal(lambda: zone.arrive(desk, CAR, purpose=Purpose.OTHER)) is ZoneReason.UNKNOWN_PURPOSE
    zone.turn_away(desk, CAR)
    assert desk.snapshot().floor.cars == ()
    assert zone.timeline(desk, CAR)[0].ended == "turned_away"
