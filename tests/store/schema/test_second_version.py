"""A store of the second version is brought up to date: its cases lose nothing and go on."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import version_two
from migrated import assert_sound, brought_up, rows
from rounds import Rounds
from version_one import MINUTE, NOON

from data.engine.connection import connect
from frontdesk.desk import undo
from frontdesk.desk.cases import page as case_page
from frontdesk.desk.cases import register, search
from frontdesk.desk.cases import steps as case_steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.documents.case_documents import DocumentKind, as_html
from frontdesk.domain.cases.case import CaseKind, Channel, Nature, ReportedTo, Severity, Stage
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.search import Filter
from frontdesk.domain.cases.steps import CaseStep, Obstacle, obstacles
from frontdesk.domain.escalations.terms import Outcome
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import NO_PLATE

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
    snapshot = of_the_second.snapshot()
    assert {str(e.subject) for e in snapshot.escalations} == {"clock:7"}
    assert [(e.id, e.outcome) for e in snapshot.closed] == [(1, Outcome.CLEARED)]


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
        channel=Channel.LETTER, kind=CaseKind.PRICE, severity=Severity.ORDINARY, customer="", phone="",
        plate=NO_PLATE, words="太贵",
    )).number  # fmt: skip
    assert number == version_two.LAST_CASE + 1
    assert min(clock.id for clock in register.get(of_the_second, number).clocks) == version_two.LAST_CLOCK + 1
    case_steps.take(of_the_second, number, CaseStep.NOTE, "已记")
    assert rows(of_the_second.connection, "select max(id) from notes") == [(version_two.LAST_NOTE + 1,)]


def test_cases_in_every_stage_go_on(of_the_second: Desk) -> None:
    desk = of_the_second
    assert {case.stage for case in search.part(desk, Filter.ALL).cases} == set(Stage)
    assert obstacles(register.get(desk, 7)) == ()
    case_steps.take(desk, 7, CaseStep.CLOSE)
    case_steps.take(desk, 6, CaseStep.CONFIRM)
    assert obstacles(register.get(desk, 6)) == (Obstacle.CLOCKS,)
    case_steps.take(desk, 6, CaseStep.VISIT, "看过车")
    case_steps.take(desk, 6, CaseStep.CLOSE)
    case_steps.take(desk, 5, CaseStep.RESOLVE, "已修")
    case_steps.take(desk, 4, CaseStep.CLOSE_ANYWAY, "撤诉")
    case_steps.take(desk, 3, CaseStep.ANSWER, "已答复")
    case_steps.take(desk, 1, CaseStep.REOPEN, "又漏了")
    owed = {clock.name.value: clock.id for clock in register.get(desk, 1).running}
    assert set(owed) == {"first_answer", "full_answer", "agree_date", "head_informed", "on_site"}
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
    run_support: Callable[..., dict[str, Any]], tmp_path: Path, rounds: Rounds
) -> None:
    for number in rounds(3, 300):
        path = tmp_path / f"{number}.db"
        version_two.make(path)
        before = every_case(path)
        assert run_support("version_two.py", path, 3) == {"failed": 0}
        connection = connect(path)
        assert_sound(connection)
        templates = rows(connection, "select count(*), count(distinct name) from templates")[0]
        assert templates[0] == templates[1] > 0
        # Once the missed clocks are put on record, and once the cases that are open begin to owe a date (Q3).
        assert rows(connection, "select count(*) from events") == [(2,)]
        connection.close()
        after = every_case(path)
        assert after["clocks"][: len(before["clocks"])] == before["clocks"]
        assert {clock[2] for clock in after["clocks"][len(before["clocks"]) :]} == {"agree_date"}
        same = ("complaints", "next_due", "notes", "phones", "policies")
        assert {table: after[table] for table in same} == {table: before[table] for table in same}
