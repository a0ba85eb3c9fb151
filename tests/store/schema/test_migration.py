"""A store of an earlier version opens under this program with nothing lost, and runs on."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import version_two
from store_checks import assert_zone
from version_one import CARS, ESCALATIONS, MINUTE, NOON, TICKETS, make

from data.engine.connection import Connection, connect
from data.engine.version import SCHEMA_VERSION
from data.upgrade import upgrade
from frontdesk.desk import lounge, undo, zone
from frontdesk.desk.cases import page as case_page
from frontdesk.desk.cases import register, search
from frontdesk.desk.cases import steps as case_steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling, record, tasks
from frontdesk.documents.case_documents import DocumentKind, as_html
from frontdesk.domain.cases.case import Channel, ComplaintKind, Nature, ReportedTo, Severity, Stage
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.search import Filter
from frontdesk.domain.cases.steps import Obstacle, Step, obstacles
from frontdesk.domain.escalations.terms import Action, Kind, Outcome, State, StepKind
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused

KEPT = (
    "id, kind, subject, plate, crossed_at, raised_at, state, revision, told_at, told_by, acknowledged_at,"
    " acknowledged_by, acted_at, acted_by, action, cleared_at, cleared_by, outcome"
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


def brought_up(path: Path, actor: Actor, clock: ManualClock) -> Desk:
    upgrade(path, clock.at)
    return Desk.open(path, actor, clock)


def rows(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query).fetchall()


def everything(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    connection = connect(path)
    found = {
        "escalations": rows(connection, f"select {KEPT} from escalations order by id"),
        "tickets": rows(connection, "select id, visit_id, day, number, issued_at from tickets order by id"),
        **{
            table: rows(connection, f"select * from {table} order by 1")
            for table in ("visits", "stays", "vehicles", "places", "policies", "staff", "events")
        },
    }
    connection.close()
    return found


def assert_sound(connection: Connection) -> None:
    assert rows(connection, "pragma integrity_check") == [("ok",)]
    assert rows(connection, "pragma foreign_key_check") == []
    assert rows(connection, "pragma user_version") == [(SCHEMA_VERSION,)]
    assert_zone(connection)


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
    zone.leave(opened, "苏A00004")
    opened.clock.at += MINUTE  # type: ignore[attr-defined]
    zone.arrive(opened, "苏A00009")
    assert {e.id for e in opened.snapshot().escalations} - before == {len(ESCALATIONS) + 2}


def test_what_ended_stays_ended_and_asks_nobody_why(opened: Desk) -> None:
    shot = opened.snapshot()
    assert shot.count_unexplained == 0
    assert {e.id: e.outcome for e in shot.closed} == {
        1: Outcome.CLEARED, 2: Outcome.CLEARED, 3: Outcome.CORRECTED, 4: Outcome.UNDONE,
    }  # fmt: skip
    assert {e.id: e.cleared_from for e in shot.closed} == {
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
    # Acted on and not solved; taken on and not acted on; nobody there to be called as manager; not yet three minutes.
    assert called[5][0] == (StepKind.NOT_SOLVED, 2, NOON - 13 * MINUTE)
    assert called[6][0] == (StepKind.NOT_ACTED, 2, NOON - 5 * MINUTE)
    assert called[7][0] == (StepKind.CALLED, 2, NOON - 3 * MINUTE)
    assert called[8] == [(StepKind.CALLED, 2, NOON)]
    assert handling.evaluate(opened) is None
    assert_sound(opened.connection)


def test_the_ticket_in_force_is_the_last_of_a_car_that_waits(opened: Desk) -> None:
    shot = opened.snapshot()
    assert [(t.number, t.plate, t.expires_at) for t in shot.tickets] == [
        (3, "苏A00005", NOON - 45 * MINUTE + 30 * MINUTE),
        (4, "苏A00006", NOON - 20 * MINUTE + 30 * MINUTE),
    ]
    assert {car.plate: car.ticket for car in shot.floor.cars if car.ticket} == {"苏A00005": "A003", "苏A00006": "A004"}
    handling.evaluate(opened)
    assert [e.plate for e in opened.snapshot().escalations if e.kind is Kind.DIVERSION_EXPIRED] == ["苏A00005"]
    lounge.renew(opened, 3)
    assert not any(e.kind is Kind.DIVERSION_EXPIRED for e in opened.snapshot().escalations)


def test_it_is_decided_on_and_done(opened: Desk) -> None:
    (over,) = (e for e in opened.snapshot().escalations if e.kind is Kind.OVER_COUNT)
    answer = decisions.act(opened, over.id, Action.DIVERT, ("苏A00004",), seen=None)
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
    run_support: Callable[..., dict[str, Any]], tmp_path: Path, rounds: Callable[[int, int], int]
) -> None:
    for number in range(rounds(20, 300)):
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


CASE = (
    "id, received_at, registered_at, channel, kind, severity, stage, customer, phone_id, plate, visit_id, words,"
    " assigned_to"
)


@pytest.fixture
def second(tmp_path: Path) -> Path:
    path = tmp_path / "second.db"
    version_two.make(path)
    return path


@pytest.fixture
def of_the_second(second: Path) -> Any:
    with brought_up(second, Actor("manager", "王芳"), ManualClock(NOON)) as desk:
        yield desk


def every_case(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    connection = connect(path)
    clock = "id, complaint_id, name, started_at, due_at, met_at, provisional"
    found = {
        "complaints": rows(connection, f"select {CASE} from complaints order by id"),
        "next_due": rows(connection, "select id, next_due from complaints where stage <> 'closed' order by id"),
        "clocks": rows(connection, f"select {clock} from clocks order by id"),
        "notes": rows(connection, "select id, complaint_id, at, who, step, words from notes order by id"),
        "numbers": rows(
            connection,
            "select name, seq from sqlite_sequence where name in ('complaints', 'clocks', 'notes') order by 1",
        ),
        **{
            table: rows(connection, f"select * from {table} order by 1")
            for table in ("phones", "escalations", "places", "policies", "staff", "events")
        },
    }
    connection.close()
    return found


def test_nothing_of_a_case_is_lost(second: Path) -> None:
    before = every_case(second)
    assert len(before["complaints"]) == len(version_two.CASES)
    brought_up(second, Actor("manager", "王芳"), ManualClock(NOON)).close()
    assert every_case(second) == before
    connection = connect(second)
    assert_sound(connection)
    tables = {name for (name,) in rows(connection, "select name from sqlite_schema where type = 'table'")}
    assert {
        "pauses",
        "quality",
        "closing_reports",
        "penalties",
        "ledger",
        "templates",
        "drafts",
        "case_terms",
    } <= tables
    assert not {"cases", "case_clocks", "case_notes"} & tables
    (names,) = rows(connection, "select json_group_array(name) from templates where active")
    assert "已受理" in json.loads(names[0])
    searched = rows(connection, "select distinct complaint_id from case_terms order by 1")
    assert searched == [(number,) for number, *_ in version_two.CASES]
    connection.close()


def test_what_closed_cases_owed_was_lifted_when_they_were_closed(of_the_second: Desk) -> None:
    closed = {case.id: case for case in search.part(of_the_second, Filter.CLOSED).cases}
    assert {number: (case.running, case.next_due) for number, case in closed.items()} == {1: ((), None), 2: ((), None)}
    lifted = {c.id: c.lifted_at for case in closed.values() for c in case.clocks if c.lifted_at is not None}
    ago = {3: 1400, 4: 1400, 5: 2500, 6: 2500}
    assert lifted == {number: NOON - minutes * MINUTE for number, minutes in ago.items()}
    assert rows(of_the_second.connection, "select id from complaints where stage = 'closed' and next_due > 0") == []
    handling.evaluate(of_the_second)
    shot = of_the_second.snapshot()
    assert {str(e.subject) for e in shot.escalations} == {"clock:7"}
    assert [(e.id, e.outcome) for e in shot.closed] == [(1, Outcome.CLEARED)]


def test_of_a_case_closed_before_there_were_reports_one_is_drawn_up(of_the_second: Desk) -> None:
    page = case_page.page(of_the_second, 1)
    assert (page.case.is_open, page.reports) == (False, ())
    paper = as_html(DocumentKind.REPORT, page, of_the_second.snapshot().policy, of_the_second.now())
    assert "Closing report" in paper
    assert "draft" not in paper


def test_a_case_is_as_if_nothing_had_been_added(of_the_second: Desk) -> None:
    case = register.get(of_the_second, 5)
    assert (case.nature, case.wants, case.is_drill, case.to_write_up) == (Nature.COMPLAINT, "", False, 0)
    assert (case.reported_to, case.follow_up_at) == (ReportedTo.NOBODY, None)
    page = case_page.page(of_the_second, 5)
    assert ([note.step for note in page.notes], page.reports) == (["assign", "answer", "note"], ())
    assert [related.id for related in page.related] == [1]


def test_no_number_is_given_twice(of_the_second: Desk) -> None:
    number = register.register(of_the_second, NewCase(
        channel=Channel.LETTER, kind=ComplaintKind.PRICE, severity=Severity.ORDINARY, customer="", phone="",
        plate="", words="太贵",
    )).number  # fmt: skip
    assert number == version_two.LAST_CASE + 1
    assert min(clock.id for clock in register.get(of_the_second, number).clocks) == version_two.LAST_CLOCK + 1
    case_steps.take(of_the_second, number, Step.NOTE, "已记")
    assert rows(of_the_second.connection, "select max(id) from notes") == [(version_two.LAST_NOTE + 1,)]


def test_cases_in_every_stage_go_on(of_the_second: Desk) -> None:
    desk = of_the_second
    assert {case.stage for case in search.part(desk, Filter.ALL).cases} == set(Stage)
    assert obstacles(register.get(desk, 7)) == ()
    case_steps.take(desk, 7, Step.CLOSE)
    case_steps.take(desk, 6, Step.CONFIRM)
    assert obstacles(register.get(desk, 6)) == (Obstacle.CLOCKS,)
    case_steps.take(desk, 6, Step.VISIT)
    case_steps.take(desk, 6, Step.CLOSE)
    case_steps.take(desk, 5, Step.RESOLVE, "已修")
    case_steps.take(desk, 4, Step.CLOSE_ANYWAY, "撤诉")
    case_steps.take(desk, 3, Step.ANSWER, "已答复")
    case_steps.take(desk, 1, Step.REOPEN, "又漏了")
    owed = {clock.name.value: clock.id for clock in register.get(desk, 1).running}
    assert set(owed) == {"first_answer", "full_answer", "head_informed", "on_site"}
    assert (owed["head_informed"], owed["on_site"]) == (3, 4)
    assert {case.stage for case in search.part(desk, Filter.OPEN).cases} == {
        Stage.REGISTERED,
        Stage.ANSWERED,
        Stage.RESOLVED,
    }
    undo.undo(desk)
    assert register.get(desk, 1).stage is Stage.CLOSED
    assert_sound(desk.connection)


def test_a_step_taken_under_the_second_version_is_left_as_it_is_by_an_undo(second: Path) -> None:
    connection = connect(second)
    names = [column[1] for column in rows(connection, "pragma table_info(complaints)")]
    image = dict(zip(names, rows(connection, "select * from complaints where id = 3")[0], strict=True))
    connection.execute("update complaints set stage = 'assigned', assigned_to = '李四' where id = 3")
    change = {"table": "complaints", "id": 3, "before": image}
    change["after"] = {**image, "stage": "assigned", "assigned_to": "李四"}
    connection.execute(
        "insert into events (operation, at, occurred_at, station, who, kind, plate, place, detail, answer, changes,"
        " hash) values ('one', ?, ?, 'reception', '李四', 'assign', '苏A00003', '', '', ?, ?, 'x')",
        (NOON, NOON, json.dumps({"kind": "assign"}), json.dumps([change])),
    )
    connection.close()
    with brought_up(second, Actor("reception", "李四"), ManualClock(NOON + 1000)) as desk:
        with pytest.raises(Refused) as refused:
            undo.undo(desk)
        assert refused.value.reason is JournalReason.CHANGED_SINCE
        assert register.get(desk, 3).stage is Stage.ASSIGNED


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, which this system cannot do")
def test_three_processes_open_the_second_version_at_once(
    run_support: Callable[..., dict[str, Any]], tmp_path: Path, rounds: Callable[[int, int], int]
) -> None:
    for number in range(rounds(10, 300)):
        path = tmp_path / f"{number}.db"
        version_two.make(path)
        before = every_case(path)
        assert run_support("version_two.py", path, 3) == {"failed": 0}
        connection = connect(path)
        assert_sound(connection)
        templates = rows(connection, "select count(*), count(distinct name) from templates")[0]
        assert templates[0] == templates[1] > 0
        assert rows(connection, "select count(*) from events") == [(1,)]
        connection.close()
        after = every_case(path)
        same = ("complaints", "next_due", "clocks", "notes", "numbers", "phones", "policies")
        assert {table: after[table] for table in same} == {table: before[table] for table in same}
