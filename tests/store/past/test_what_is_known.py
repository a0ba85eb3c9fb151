"""A past minute is shown as it was known then; what the log does not hold is said, not guessed."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from at_desk import MINUTE, arrive
from older_log import tell_as_0_3
from tampering import forged

from data.backup import back_up
from data.engine.connection import data_version
from data.engine.parts import quietly
from data.past import marks
from frontdesk.desk import backup, forgetting, plates, undo, zone
from frontdesk.desk.cases import register, steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling
from frontdesk.desk.past import looking
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.escalations.terms import Action, LineKind, State
from frontdesk.domain.forgetting.customer import Customer
from frontdesk.domain.past import Gap, Past
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import DAY, HOUR, ManualClock
from frontdesk.domain.values.plates import Plate

CAR, NOON = Plate("苏A12345"), 1_780_027_200_000


def cars(past: Past) -> dict[str, str]:
    return {car.plate: car.place.key for car in past.snapshot.floor.cars}


def test_what_was_entered_late_was_not_known_before(desk: Desk, clock: ManualClock) -> None:
    zone.arrive(desk, Plate("苏A00001"))
    began = clock.at
    clock.at += 30 * MINUTE
    zone.arrive(desk, CAR, at=clock.at - 20 * MINUTE)
    assert cars(looking.at(desk, clock.at - 1)) == {"苏A00001": "bay1"}
    (_, late) = looking.at(desk, clock.at).snapshot.floor.cars
    assert (late.plate, late.arrived_at) == (CAR, began + 10 * MINUTE)


def test_what_was_corrected_stood_wrongly_then(desk: Desk, clock: ManualClock) -> None:
    zone.arrive(desk, CAR)
    clock.at += MINUTE
    (car,) = desk.snapshot().floor.cars
    plates.correct(desk, car.visit_id, Plate("苏B00001"), wrong=CAR)
    assert cars(looking.at(desk, clock.at - 1)) == {CAR: "bay1"}
    assert cars(looking.at(desk, clock.at)) == {"苏B00001": "bay1"}


def test_what_was_undone_stood_until_then(desk: Desk, clock: ManualClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a mark after each event: what an undo brings back was left out of the last mark."""
    monkeypatch.setattr(marks, "EVERY", 1)
    monkeypatch.setattr(marks, "_MOST", 1)
    zone.arrive(desk, CAR)
    clock.at += MINUTE
    zone.receive(desk, CAR, advisor="李四")
    clock.at += MINUTE
    zone.leave(desk, CAR)
    looking.go_through(desk, quietly)
    clock.at += MINUTE
    undo.undo(desk)
    shown = [cars(looking.at(desk, clock.at - back * MINUTE)) for back in (3, 2, 1, 0)]
    assert shown == [{CAR: "bay1"}, {CAR: "bay1"}, {}, {CAR: "bay1"}]
    (car,) = looking.at(desk, clock.at).snapshot.floor.cars
    assert (car.received_by, car.zone_time(clock.at)) == ("李四", 3 * MINUTE)


def test_what_never_was_stood_there_until_it_was_undone(desk: Desk, clock: ManualClock) -> None:
    zone.arrive(desk, Plate("苏A00001"))
    zone.arrive(desk, CAR)
    clock.at += MINUTE
    undo.undo(desk)
    assert [set(cars(looking.at(desk, clock.at - back))) for back in (1, 0)] == [{"苏A00001", CAR}, {"苏A00001"}]


def test_who_had_been_told_and_what_was_decided(desk: Desk, clock: ManualClock) -> None:
    arrive(desk, 1, 2, 3, 4)
    (over,) = desk.snapshot().escalations
    for do in (handling.tell, handling.acknowledge):
        clock.at += MINUTE
        do(desk, over.id)
    clock.at += MINUTE
    decisions.act(desk, over.id, Action.DIVERT, (Plate("苏A00001"),), seen=None)
    found = [looking.at(desk, clock.at - back * MINUTE) for back in (3, 2, 1, 0)]
    states = [past.snapshot.escalations[0].state if past.snapshot.escalations else None for past in found]
    assert states[:3] == [State.RAISED, State.RAISED, State.ACKNOWLEDGED]
    assert [past.snapshot.escalations[0].told_by for past in found[:3]] == ["", "张三", "张三"]
    done = [line.kind for line in found[2].told if line.kind in {LineKind.TOLD, LineKind.ACKNOWLEDGED}]
    assert done == [LineKind.TOLD, LineKind.ACKNOWLEDGED]
    assert len(found[3].snapshot.tasks) > 0 == len(found[2].snapshot.tasks)


class Machine(ManualClock):
    """Its running time goes on where its clock is set back."""

    running = 0

    def monotonic(self) -> int:
        return self.running


def test_a_time_that_the_clock_showed_twice_is_the_later_one(store: Path) -> None:
    clock = Machine(NOON)
    with Desk.open(store, Actor("guard", "张三"), clock) as desk:
        for passed, number in ((0, 1), (30 * MINUTE, 2), (-20 * MINUTE, 3), (MINUTE, 4)):
            clock.at += passed
            clock.running += max(MINUTE, passed)
            zone.arrive(desk, Plate(f"苏A0000{number}"))
        shown = [sorted(cars(looking.at(desk, NOON + minutes * MINUTE))) for minutes in (0, 9, 10, 11)]
        assert [len(each) for each in shown] == [1, 1, 3, 4]
        clock.at += HOUR
        clock.running += HOUR
        # The car that came later than the clock shows now stands since before that.
        assert len(cars(looking.at(desk, NOON + 30 * MINUTE))) == 4


def test_looking_changes_nothing(desk: Desk, open_desk: Callable[..., Desk], clock: ManualClock) -> None:
    zone.arrive(desk, CAR)
    other = open_desk("manager", "王芳")
    before = data_version(other.connection), desk.connection.total_changes
    looking.at(desk, clock.at)
    looking.entry_beside(desk, clock.at, -1)
    assert (data_version(other.connection), desk.connection.total_changes) == before


def test_entries_are_stepped_through(desk: Desk, clock: ManualClock) -> None:
    times = []
    for number in (1, 2, 3):
        clock.at += MINUTE
        times.append(clock.at)
        zone.arrive(desk, Plate(f"苏A0000{number}"))
    assert looking.entry_beside(desk, times[1], 1) == times[2]
    assert looking.entry_beside(desk, times[1], -1) == times[0]
    assert looking.entry_beside(desk, times[2], 1) is None
    assert looking.entry_beside(desk, times[0], -1) is None


def test_a_forgotten_customer_is_said_and_the_cars_are_there(manager: Desk, clock: ManualClock) -> None:
    desk = manager
    zone.arrive(desk, CAR)
    number = register.register(desk, NewCase(
        channel=Channel.PHONE, kind=CaseKind.WAITING, severity=Severity.ORDINARY, customer="曾小明",
        phone="13811110001", plate=CAR, words="等太久",
    )).number  # fmt: skip
    then = clock.at
    clock.at += MINUTE
    steps.take(desk, number, CaseStep.CLOSE_ANYWAY, "不再追究")
    clock.at += 2 * DAY
    assert looking.at(desk, then).missing == ()
    forgetting.forget(desk, Customer(phone="13811110001"))
    found = looking.at(desk, then)
    assert [(each.gap, each.entries) for each in found.missing] == [(Gap.FORGOTTEN, 1)]
    assert cars(found) == {CAR: "bay1"}
    # A day and more later nothing of it is left out.
    assert looking.at(desk, then + DAY + HOUR).missing == ()


def test_what_a_restored_copy_did_not_hold_is_said(store: Path, clock: ManualClock, tmp_path: Path) -> None:
    who, copy = Actor("manager", "王芳"), tmp_path / "copy.db"
    with Desk.open(store, who, clock) as desk:
        zone.arrive(desk, CAR)
        copied_at = clock.at
        back_up(desk.connection, copy)
        clock.at += HOUR
        zone.leave(desk, CAR)
    clock.at += HOUR
    backup.restore(copy, store, who, clock, key="", progress=quietly, done=lambda: None)
    with Desk.open(store, who, clock) as desk:
        (said,) = looking.at(desk, clock.at - MINUTE).missing
        assert (said.gap, said.since, said.until) == (Gap.RESTORED, copied_at, clock.at)
        assert looking.at(desk, clock.at).missing == ()


@pytest.mark.forged
def test_a_log_of_version_0_3_tells_the_same(store: Path, clock: ManualClock, tmp_path: Path) -> None:
    with Desk.open(store, Actor("guard", "张三"), clock) as desk:
        arrive(desk, 1, 2, 3, 4)
        clock.at += MINUTE
        handling.tell(desk, 1)
        before = [looking.at(desk, clock.at - back) for back in (MINUTE, 1, 0)]
    old = tmp_path / "old.db"
    shutil.copy(store, old)
    tell_as_0_3(old)
    with Desk.open(old, Actor("guard", "张三"), clock) as desk:
        assert [looking.at(desk, clock.at - back) for back in (MINUTE, 1, 0)] == before


@pytest.mark.forged
def test_what_version_0_1_wrote_too_little_of_is_said(store: Path, clock: ManualClock) -> None:
    """It knew no stages: its prompts are named as missing, and the cars are shown."""
    with Desk.open(store, Actor("guard", "张三"), clock) as desk:
        zone.arrive(desk, CAR)
        clock.at += 2 * MINUTE
        handling.evaluate(desk)
    tell_as_0_3(store)
    with forged(store) as connection:
        for seq, text in connection.execute("select seq, changes from events").fetchall():
            changes = [change for change in json.loads(text) if change["table"] in {"visits", "stays", "escalations"}]
            for change in changes:
                for name in ("plan", "level", "based_at", "called_at", "calls"):
                    change["after"].pop(name, None)
            connection.execute("update events set changes = ? where seq = ?", (json.dumps(changes), seq))
    with Desk.open(store, Actor("guard", "张三"), clock) as desk:
        found = looking.at(desk, clock.at)
    assert [(each.gap, each.table, each.plate) for each in found.missing] == [(Gap.OLDER, "escalations", CAR)]
    assert (cars(found), found.snapshot.escalations) == ({CAR: "bay1"}, ())


def test_a_log_without_marks_is_gone_through_once_and_goes_on_where_it_was_stopped(
    desk: Desk, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 9):
        clock.at += MINUTE
        zone.arrive(desk, Plate(f"苏A0000{number}"))
    expected = looking.at(desk, clock.at)
    for name, value in (("EVERY", 2), ("_MOST", 2), ("_FEW", 4), ("_AT_ONCE", 1)):
        monkeypatch.setattr(marks, name, value)
    desk.connection.execute("delete from past_marks")
    assert looking.takes_long(desk)

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        looking.go_through(desk, stop)
    assert 0 < looking.gone_through(desk) < 100
    looking.go_through(desk, quietly)
    assert not looking.takes_long(desk)
    assert looking.gone_through(desk) >= 90
    assert looking.at(desk, clock.at) == expected
