"""A store of the first version is brought up to date: nothing is lost, what stands runs on."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from migrated import assert_sound, brought_up, rows
from rounds import Rounds
from version_one import CARS, ESCALATIONS, MINUTE, NOON, TICKETS, make

from data.engine.connection import connect
from frontdesk.desk import lounge, undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling, record, tasks
from frontdesk.domain.escalations.terms import Action, Kind, LineKind, Outcome, State
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate

KEPT = (
    "id, kind, subject, plate, crossed_at, raised_at, state, revision, told_at, told_by, acknowledged_at,"
    " acknowledged_by, acted_at, acted_by, action, cleared_at, cleared_by, outcome"
)
VISIT = (
    "id, plate, purpose, arrived_at, received_at, received_by, work_order_at, handed_over_at, expected_exit_at,"
    " left_at, ended"
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.db"
    make(path)
    return path


@pytest.fixture
def opened(old: Path) -> Any:
    with brought_up(old, Actor("manager", "王芳"), ManualClock(NOON)) as desk:
        yield desk


def everything(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    connection = connect(path)
    found = {
        "escalations": rows(connection, f"select {KEPT} from escalations order by id"),
        "tickets": rows(connection, "select id, visit_id, day, number, issued_at from tickets order by id"),
        "visits": rows(connection, f"select {VISIT} from visits order by id"),
        **{
            table: rows(connection, f"select * from {table} order by 1")
            for table in ("stays", "vehicles", "places", "policies", "staff", "events")
        },
    }
    connection.close()
    return found


def test_nothing_is_lost(old: Path) -> None:
    before = everything(old)
    brought_up(old, Actor("manager", "王芳"), ManualClock(NOON)).close()
    assert everything(old) == before
    connection = connect(old)
    assert_sound(connection)
    tables = {name for (name,) in rows(connection, "select name from sqlite_schema where type = 'table'")}
    assert {"steps", "tasks", "duties", "stations"} <= tables
    assert "escalations_001" not in tables
    connection.close()


def test_a_new_escalation_gets_a_number_of_its_own(opened: Desk) -> None:
    handling.evaluate(opened)
    before = {e.id for e in (*opened.snapshot().escalations, *opened.snapshot().closed)}
    assert before == {*range(1, len(ESCALATIONS) + 1), len(ESCALATIONS) + 1}
    zone.leave(opened, Plate("苏A00004"))
    opened.clock.at += MINUTE  # type: ignore[attr-defined]
    zone.arrive(opened, Plate("苏A00009"))
    assert {e.id for e in opened.snapshot().escalations} - before == {len(ESCALATIONS) + 2}


def test_what_ended_stays_ended_and_asks_nobody_why(opened: Desk) -> None:
    snapshot = opened.snapshot()
    assert snapshot.count_unexplained == 0
    assert {e.id: e.outcome for e in snapshot.closed} == {
        1: Outcome.CLEARED, 2: Outcome.CLEARED, 3: Outcome.CORRECTED, 4: Outcome.UNDONE,
    }  # fmt: skip
    assert {e.id: e.cleared_from for e in snapshot.closed} == {
        1: State.ACTED, 2: State.RAISED, 3: State.ACKNOWLEDGED, 4: State.RAISED,
    }  # fmt: skip


def test_what_stands_runs_on_by_the_policy_in_force(opened: Desk) -> None:
    standing = {e.id: e for e in opened.snapshot().escalations}
    assert {number: (e.state, e.level) for number, e in standing.items()} == {
        5: (State.ACTED, 1), 6: (State.ACKNOWLEDGED, 1), 7: (State.RAISED, 1), 8: (State.RAISED, 1),
    }  # fmt: skip
    assert standing[5].verify_at == NOON - 18 * MINUTE + 5 * MINUTE
    handling.evaluate(opened)
    called = {
        number: [(s.kind, s.level, s.due_at) for s in record.page(opened, number).steps if s.role]
        for number in standing
    }
    # Acted on and not solved; taken on and not acted on; nobody there as manager, so the next at once.
    assert called[5][0] == (LineKind.NOT_SOLVED, 2, NOON - 13 * MINUTE)
    assert called[6][0] == (LineKind.NOT_ACTED, 2, NOON - 5 * MINUTE)
    assert called[7][0] == (LineKind.CALLED, 2, NOON - 3 * MINUTE)
    assert called[8] == [(LineKind.CALLED, 2, NOON - 2 * MINUTE)]
    assert handling.evaluate(opened) is None
    assert_sound(opened.connection)


def test_the_ticket_in_force_is_the_last_of_a_car_that_waits(opened: Desk) -> None:
    snapshot = opened.snapshot()
    assert [(t.number, t.plate, t.expires_at) for t in snapshot.tickets] == [
        (3, "苏A00005", NOON - 45 * MINUTE + 30 * MINUTE),
        (4, "苏A00006", NOON - 20 * MINUTE + 30 * MINUTE),
    ]
    assert {car.plate: car.ticket for car in snapshot.floor.cars if car.ticket} == {
        "苏A00005": "A003",
        "苏A00006": "A004",
    }
    handling.evaluate(opened)
    assert [e.plate for e in opened.snapshot().escalations if e.kind is Kind.DIVERSION_EXPIRED] == ["苏A00005"]
    lounge.renew(opened, 3)
    assert not any(e.kind is Kind.DIVERSION_EXPIRED for e in opened.snapshot().escalations)


def test_it_is_decided_on_and_done(opened: Desk) -> None:
    (over,) = (e for e in opened.snapshot().escalations if e.kind is Kind.OVER_COUNT)
    answer = decisions.act(opened, over.id, Action.DIVERT, (Plate("苏A00004"),), seen=None)
    assert answer.number == len(TICKETS) + 1
    for task in opened.snapshot().tasks:
        tasks.done(opened, task.id)
    closed = opened.snapshot().escalation(over.id)
    assert closed is not None
    assert (closed.outcome, closed.acted_by) == (Outcome.CLEARED, "王芳")
    assert len(opened.snapshot().floor.cars) == len(CARS) - 1
    undo.undo(opened)
    undo.undo(opened)
    assert opened.snapshot().floor.count == 4
    assert_sound(opened.connection)


def test_an_escalation_changed_by_the_first_version_is_left_as_it_is_by_an_undo(old: Path) -> None:
    """What the first version did within the last two minutes can be taken back as far as it is the same."""
    connection = connect(old)
    (before,) = rows(connection, "select * from escalations where id = 8")
    names = [column[1] for column in rows(connection, "pragma table_info(escalations)")]
    image = dict(zip(names, before, strict=True))
    received = dict(zip([c[1] for c in rows(connection, "pragma table_info(visits)")],
                        rows(connection, "select * from visits where id = 4")[0], strict=True))  # fmt: skip
    connection.execute("update visits set received_at = ?, received_by = '李四' where id = 4", (NOON,))
    cleared = {"state": "cleared", "cleared_at": NOON, "cleared_by": "李四", "outcome": "cleared", "revision": 3}
    sets = ", ".join(f"{name} = ?" for name in cleared)
    connection.execute(f"update escalations set {sets} where id = 8", tuple(cleared.values()))
    changes = [
        {"table": "visits", "id": 4, "before": received,
         "after": {**received, "received_at": NOON, "received_by": "李四"}},
        {"table": "escalations", "id": 8, "before": image, "after": {**image, **cleared}},
    ]  # fmt: skip
    connection.execute(
        "insert into events (operation, at, occurred_at, station, who, kind, plate, place, detail, answer, changes,"
        " hash) values ('one', ?, ?, 'reception', '李四', 'receive', '苏A00004', 'lane', '', ?, ?, 'x')",
        (NOON, NOON, json.dumps({"kind": "receive"}), json.dumps(changes)),
    )
    connection.close()
    with brought_up(old, Actor("reception", "李四"), ManualClock(NOON + 1000)) as desk:
        undo.undo(desk)
        assert desk.snapshot().floor.car("苏A00004").received_at is None
        (late,) = (e for e in desk.snapshot().escalations if e.kind is Kind.LATE_RECEPTION)
        assert (late.id, late.state) == (8, State.RAISED)
        assert_sound(desk.connection)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, which this system cannot do")
def test_three_processes_open_it_at_once(
    run_support: Callable[..., dict[str, Any]], tmp_path: Path, rounds: Rounds
) -> None:
    for number in rounds(4, 300):
        path = tmp_path / f"{number}.db"
        make(path)
        before = everything(path)
        assert run_support("version_one.py", path, 3) == {"failed": 0}
        connection = connect(path)
        assert_sound(connection)
        calls = rows(
            connection, "select escalation_id, kind, level, due_at, role, count(*) from steps group by 1,2,3,4,5"
        )
        assert calls
        assert {count for *_, count in calls} == {1}
        connection.close()
        after = everything(path)
        same = ("visits", "stays", "tickets", "vehicles", "places", "policies")
        assert {table: after[table] for table in same} == {table: before[table] for table in same}
        assert len(after["events"]) == 1
