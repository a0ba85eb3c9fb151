"""The machine's clock is set back, or ahead and back: everything goes on in running time (issue 11.12, case 09)."""

from dataclasses import dataclass

import pytest
from at_desk import act, arrive
from attended import hire, sign
from store_checks import assert_whole

from frontdesk.desk import undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling, record, tasks
from frontdesk.desk.people import duty
from frontdesk.domain.escalations.terms import Action, Kind, Outcome
from frontdesk.domain.people.roles import Role
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate

S, M, H, D = 1_000, 60_000, 3_600_000, 86_400_000
BY = [5 * S, M, 37 * M, H, 8 * H, D, 30 * D]


@dataclass
class Machine:
    """A clock that can be set while its running time goes on."""

    at: int
    running: int = 5 * D
    start: str = ""
    """Which start of the machine it knows of, where its running time counts sleep too."""

    def now(self) -> int:
        return self.at

    def monotonic(self) -> int:
        return self.running

    def started(self) -> str:
        return self.start

    def pass_by(self, time: int) -> None:
        self.at += time
        self.running += time


@pytest.fixture
def machine(clock: ManualClock) -> Machine:
    return Machine(clock.at)


@pytest.fixture
def front(desk: Desk, machine: Machine) -> Desk:
    hire(desk)
    desk.clock = machine
    return desk


def look(desk: Desk, machine: Machine, seconds: int) -> None:
    """Let the stations look each second."""
    for _ in range(seconds):
        machine.pass_by(S)
        sign(desk, machine.at)
        handling.evaluate(desk)


def calls(desk: Desk, kind: Kind = Kind.OVER_COUNT) -> list[tuple[str, str, int]]:
    """Who was called, why, and how long after the crossing."""
    (one,) = (e for e in desk.snapshot().escalations if e.kind is kind)
    steps = record.page(desk, one.id).steps
    return [(s.kind.value, s.role, s.at - one.crossed_at) for s in steps if s.role and s.role != "guard"]


@pytest.mark.parametrize(("by", "after"), [*((by, 30) for by in BY), (M, 0), (H, 61)])
def test_the_chain_goes_on_in_running_time(front: Desk, machine: Machine, by: int, after: int) -> None:
    sign(front, machine.at)
    arrive(front, 1, 2, 3, 4)
    look(front, machine, after)
    machine.at -= by
    look(front, machine, 310 - after)
    assert calls(front) == [
        ("called", "manager", 0),
        ("repeated", "manager", 60 * S),
        ("repeated", "manager", 120 * S),
        ("called", "deputy", 180 * S),
        ("repeated", "deputy", 240 * S),
        ("called", "director", 300 * S),
    ]
    assert_whole(front.connection)


@pytest.mark.parametrize("by", BY)
def test_cars_tickets_and_duties_go_on_from_where_they_stood(front: Desk, machine: Machine, by: int) -> None:
    arrive(front, 1, 2)
    duty.hand_over(front, Role.DEPUTY, "王芳", machine.at + 31 * D)
    arrive(front, 3, 4)
    act(front, Action.DIVERT, Plate("苏A00004"))
    (task, *_) = front.snapshot().tasks
    machine.pass_by(3 * S)
    tasks.done(front, task.id)
    machine.pass_by(19 * M)
    machine.at -= by
    handling.evaluate(front)
    snapshot = front.snapshot()
    assert [car.zone_time(machine.at) for car in snapshot.floor.in_zone] == [19 * M + 3 * S] * 3
    assert snapshot.roster.on_duty(Role.DEPUTY, machine.at).name == "王芳"  # type: ignore[union-attr]
    assert [ticket.expires_at - machine.at for ticket in snapshot.tickets] == [30 * M - 19 * M - 3 * S]
    machine.pass_by(57 * S)
    handling.evaluate(front)
    assert Kind.OVER_STAY not in {e.kind for e in front.snapshot().escalations}
    machine.pass_by(1)
    handling.evaluate(front)
    assert [e.kind for e in front.snapshot().escalations] == [Kind.OVER_STAY] * 3
    machine.pass_by(10 * M + 1)
    handling.evaluate(front)
    assert Kind.DIVERSION_EXPIRED in {e.kind for e in front.snapshot().escalations}
    assert_whole(front.connection)


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize(("after", "undone"), [(119_999, True), (120_001, False)])
def test_two_minutes_are_two_minutes_of_running_time(
    front: Desk, machine: Machine, by: int, after: int, undone: bool
) -> None:
    arrive(front, 1)
    zone.leave(front, Plate("苏A00001"))
    machine.pass_by(30 * S)
    machine.at -= by
    handling.evaluate(front)
    assert front.snapshot().recent[0].at == machine.at - 30 * S
    machine.pass_by(after - 30 * S)
    if not undone:
        with pytest.raises(Refused):
            undo.undo(front)
        return
    undo.undo(front)
    (car,) = front.snapshot().floor.cars
    assert car.zone_time(machine.at) == after
    assert_whole(front.connection)


@pytest.mark.parametrize("by", BY)
def test_ahead_and_back_calls_nobody_late(front: Desk, machine: Machine, by: int) -> None:
    sign(front, machine.at)
    machine.at += by
    sign(front, machine.at)
    arrive(front, 1, 2, 3, 4)
    look(front, machine, 10)
    machine.at -= by
    look(front, machine, 51)
    assert calls(front) == [("called", "manager", 0), ("repeated", "manager", 60 * S)]


@pytest.mark.parametrize("by", BY[1:])
def test_set_back_by_mistake_and_put_right(front: Desk, machine: Machine, by: int) -> None:
    arrive(front, 1)
    machine.pass_by(5 * M)
    machine.at -= by
    handling.evaluate(front)
    machine.pass_by(3 * M)
    machine.at += by
    handling.evaluate(front)
    (car,) = front.snapshot().floor.cars
    assert car.zone_time(machine.at) == 8 * M


@pytest.mark.parametrize("by", BY)
def test_a_bay_that_was_left_holds_the_next_car_and_its_time_runs(front: Desk, machine: Machine, by: int) -> None:
    arrive(front, 1)
    machine.pass_by(M)
    zone.leave(front, Plate("苏A00001"))
    machine.at -= by
    arrive(front, 2)
    (car,) = front.snapshot().floor.cars
    assert (car.place.key, car.arrived_at) == ("bay1", machine.at)
    machine.pass_by(M)
    assert car.zone_time(machine.at) == M
    assert_whole(front.connection)


def test_what_was_set_is_one_event_and_said_once(front: Desk, machine: Machine) -> None:
    arrive(front, 1, 2, 3, 4)
    machine.at -= H
    handling.evaluate(front)
    handling.evaluate(front)
    kinds = [kind for (kind,) in front.connection.execute("select kind from events")]
    assert kinds.count("clock_set") == 1


def test_who_left_a_crowd_before_is_held_no_longer_than_it_may(front: Desk, machine: Machine) -> None:
    arrive(front, 1, 2, 3, 4)
    zone.leave(front, Plate("苏A00001"))
    machine.at -= H
    handling.evaluate(front)
    (ended,) = (e for e in front.snapshot().closed if e.kind is Kind.OVER_COUNT)
    assert (ended.cleared_at, ended.outcome) == (machine.at, Outcome.UNHANDLED)


@pytest.mark.parametrize("by", BY[1:])
def test_cars_from_before_a_clock_that_is_ahead_keep_no_extra_time(front: Desk, machine: Machine, by: int) -> None:
    machine.start = "known"
    arrive(front, 1, 2)
    machine.pass_by(5 * M)
    machine.at += by
    handling.evaluate(front)
    assert [car.zone_time(machine.at) for car in front.snapshot().floor.in_zone] == [5 * M] * 2
    assert not front.snapshot().escalations
    arrive(front, 3)
    machine.pass_by(2 * M)
    machine.at -= by
    handling.evaluate(front)
    assert [car.zone_time(machine.at) for car in front.snapshot().floor.in_zone] == [7 * M, 7 * M, 2 * M]
    found = front.snapshot().clock_set
    assert found is not None
    assert (found.at, found.by, found.since) == (machine.at, -by, machine.at - 2 * M)
    assert_whole(front.connection)


def test_a_machine_that_slept_was_not_set(front: Desk, machine: Machine) -> None:
    machine.start = "known"
    arrive(front, 1)
    machine.pass_by(8 * H)
    handling.evaluate(front)
    assert [car.zone_time(machine.at) for car in front.snapshot().floor.in_zone] == [8 * H]
    assert front.snapshot().clock_set is None
