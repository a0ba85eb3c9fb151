"""What becomes of what a camera at the gate reports: registered, shown to a guard, or left alone (Z4)."""

import pytest
from at_desk import MINUTE, SECOND, refusal
from store_checks import assert_whole

from frontdesk.desk import gates, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.domain.gates import Direction, Gate, GateReason, Outcome, Read
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Actor, Proof
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate

CAR = Plate("苏A12345")
HOUR = 60 * MINUTE


@pytest.fixture
def gate(desk: Desk) -> Gate:
    """A gate with one lane for both ways."""
    _, token = gates.add(desk, "北门", Direction.BOTH)
    found = gates.of_token(desk, token)
    assert found is not None
    return found


def here(desk: Desk) -> list[str]:
    return [car.plate for car in desk.snapshot().floor.cars]


def test_a_car_comes_and_leaves(desk: Desk, gate: Gate, clock: ManualClock) -> None:
    assert gates.take(desk, gate, Read("苏A·12345", sure=98)) is Outcome.DONE
    assert here(desk) == [CAR]
    clock.at += MINUTE
    assert gates.take(desk, gate, Read("苏A12345")) is Outcome.DONE
    assert here(desk) == []
    done = desk.connection.execute("select station, who, kind, proof from events order by seq desc limit 2").fetchall()
    assert done == [("gate", "北门", "leave", "gate"), ("gate", "北门", "arrive", "gate")]
    assert_whole(desk.connection)


@pytest.mark.parametrize(
    ("read", "shown"),
    [
        (Read("苏A12345", sure=84), "苏A12345"),
        (Read("苏A12?45", sure=99), "苏A12?45"),
        (Read("苏A12*45"), "苏A12?45"),
        (Read("_无_", sure=99), ""),
        (Read("unknown"), ""),
        (Read(""), ""),
        (Read("苏A"), "苏A"),
        (Read("苏A" + "1" * 14), "苏A" + "1" * 14),
        (Read("苏A" + "1" * 15), "苏A" + "1" * 13 + "…"),
        (Read("[/b]\x1b]52;c;aGFjaw==\x07\u202e苏A" + "1" * 90), None),
    ],
)
def test_what_it_is_not_sure_of_a_guard_looks_at(desk: Desk, gate: Gate, read: Read, shown: str | None) -> None:
    assert gates.take(desk, gate, read) is Outcome.UNSURE
    assert gates.take(desk, gate, read) is Outcome.UNSURE
    (seen,) = desk.snapshot().camera
    assert seen.gate == "北门"
    assert shown is None or seen.text == shown
    assert len(seen.text) <= 16
    assert "\x1b" not in seen.text
    assert here(desk) == []
    assert gates.looked_at(desk, seen.id)
    assert not gates.looked_at(desk, seen.id)
    assert desk.snapshot().camera == ()


@pytest.mark.parametrize(("percent", "outcome"), [(84, Outcome.UNSURE), (85, Outcome.DONE), (None, Outcome.DONE)])
def test_how_sure_is_sure(desk: Desk, gate: Gate, percent: int | None, outcome: Outcome) -> None:
    assert gates.take(desk, gate, Read("苏A12345", sure=percent)) is outcome


def test_a_guard_is_not_shown_it_for_ever(desk: Desk, gate: Gate, clock: ManualClock) -> None:
    gates.take(desk, gate, Read("苏A12?45"))
    clock.at += 10 * MINUTE
    assert len(desk.snapshot().camera) == 1
    clock.at += 1
    assert desk.snapshot().camera == ()
    gates.take(desk, gate, Read("苏A12?46"))
    assert desk.connection.execute("select count(*) from gate_reads").fetchone() == (1,)


@pytest.mark.parametrize("again", [Read("苏A12345", number="7"), Read("苏A12345", number="8"), Read("苏A12345")])
@pytest.mark.parametrize("after", [0, SECOND, MINUTE - 1])
def test_the_same_passing_is_seen_more_than_once(
    desk: Desk, gate: Gate, clock: ManualClock, again: Read, after: int
) -> None:
    gates.take(desk, gate, Read("苏A12345", number="7"))
    clock.at += after
    assert gates.take(desk, gate, again) is Outcome.AGAIN
    assert here(desk) == [CAR]


def test_the_same_report_sent_much_later_does_nothing_more(desk: Desk, gate: Gate, clock: ManualClock) -> None:
    seen = Read("苏A12345", at=clock.at, number="7")
    gates.take(desk, gate, seen)
    clock.at += 2 * HOUR
    zone.leave(desk, CAR)
    clock.at += HOUR
    gates.take(desk, gate, seen)
    assert here(desk) == []


@pytest.mark.parametrize(
    ("ago", "back_dated"),
    [(0, 0), (MINUTE, 0), (MINUTE + 1, MINUTE + 1), (24 * HOUR, 24 * HOUR), (-MINUTE, 0)],
)
def test_a_stored_report_is_back_dated(desk: Desk, gate: Gate, clock: ManualClock, ago: int, back_dated: int) -> None:
    assert gates.take(desk, gate, Read("苏A12345", at=clock.at - ago)) is Outcome.DONE
    (car,) = desk.snapshot().floor.cars
    assert car.arrived_at == clock.at - back_dated


@pytest.mark.parametrize("ago", [24 * HOUR + 1, -MINUTE - 1])
def test_a_time_that_cannot_be_right_a_guard_looks_at(desk: Desk, gate: Gate, clock: ManualClock, ago: int) -> None:
    assert gates.take(desk, gate, Read("苏A12345", at=clock.at - ago)) is Outcome.UNSURE
    assert here(desk) == []


@pytest.mark.parametrize(
    ("ways", "was_here", "outcome"),
    [
        ((Direction.IN, None), False, Outcome.DONE),
        ((Direction.IN, Direction.OUT), True, Outcome.AGAIN),
        ((Direction.OUT, None), True, Outcome.DONE),
        ((Direction.OUT, Direction.IN), False, Outcome.AGAIN),
        ((Direction.BOTH, Direction.IN), True, Outcome.AGAIN),
        ((Direction.BOTH, Direction.OUT), False, Outcome.AGAIN),
        ((Direction.BOTH, None), True, Outcome.DONE),
    ],
)
def test_which_way(
    desk: Desk, clock: ManualClock, ways: tuple[Direction, Direction | None], was_here: bool, outcome: Outcome
) -> None:
    """By the gate, else by the camera, else by whether the car is here."""
    direction, said = ways
    gate = gates.of_token(desk, gates.add(desk, "南门", direction)[1])
    assert gate is not None
    if was_here:
        zone.arrive(desk, CAR)
        clock.at += MINUTE
    assert gates.take(desk, gate, Read("苏A12345", direction=said)) is outcome


def test_a_token_is_one_gates_and_ends_with_it(desk: Desk, gate: Gate) -> None:
    token = gates.add(desk, "南门", Direction.IN)[1]
    assert refusal(lambda: gates.add(desk, "南门", Direction.OUT)) is GateReason.ALREADY_GATE
    assert refusal(lambda: gates.add(desk, " ", Direction.OUT)) is GateReason.GATE_NAME
    gates.remove(desk, "南门")
    assert gates.of_token(desk, token) is None
    assert gates.of_token(desk, "") is None
    assert refusal(lambda: gates.remove(desk, "南门")) is GateReason.NO_GATE
    assert token not in str(desk.connection.execute("select * from events").fetchall())
    assert gates.everyone(desk) == (gate,)


def test_a_camera_does_nothing_else(desk: Desk, gate: Gate) -> None:
    zone.arrive(desk, CAR)
    desk.actor = Actor("gate", "北门", Proof.GATE)
    assert refusal(lambda: zone.receive(desk, CAR)) is PeopleReason.NOT_BY_GATE
    assert refusal(lambda: gates.remove(desk, "北门")) is PeopleReason.NOT_BY_GATE
    handling.evaluate(desk)
