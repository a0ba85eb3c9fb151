"""The clocks of a store are made anew for more of them: nothing is lost; open cases begin to owe a date (Q3, C15)."""

from pathlib import Path

import pytest
import version_two
from migrated import assert_sound, brought_up, rows
from version_one import NOON

from data.engine.connection import IntegrityError, connect
from data.engine.parts import quietly
from data.engine.version import SCRIPTS
from data.proof.tables import compare
from data.schema.migrations import FILLED_BY
from frontdesk.desk.cases import register, steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, ManualClock

BEFORE = 45
OPEN = {3, 4, 5}
"""The cases of that store that are not answered in full."""
KEPT = ("clocks", "pauses", "meeting_items", "complaints")


def older(path: Path) -> None:
    """Write a store as it was before: a clock that is paused, one that was taken back, one of a meeting's promise."""
    version_two.make(path)
    connection = connect(path)
    for number, script in enumerate(SCRIPTS[2:BEFORE], 3):
        connection.executescript(script.read_text(encoding="utf-8"))
        if fill := FILLED_BY.get(script.stem):
            fill(connection)
        connection.execute(
            "insert into _sqlite_migrations values (?, 'frontdesk', ?, '2026-05-03')", (number, f"m{script.stem}")
        )
    connection.executescript(
        f"""
        insert into clocks (id, complaint_id, name, started_at, due_at, agreed_at, what)
            values (801, 3, 'promised', {NOON}, {NOON + DAY}, {NOON + DAY}, '换新');
        insert into pauses (clock_id, since, until, reason, who) values (801, {NOON}, {NOON + HOUR}, '等件', '李四');
        insert into clocks (id, complaint_id, name, started_at, due_at) values (850, 3, 'on_site', {NOON}, {NOON});
        delete from clocks where id = 850;
        insert into matters (id, kind, title, opened_at, opened_by) values (1, 'meeting', '面谈', {NOON}, '李四');
        insert into meetings (id, kind, state, what, at, complaint_id)
            values (1, 'customer', 'planned', '面谈', {NOON}, 3);
        insert into meeting_items (meeting_id, kind, what, clock_id) values (1, 'promise', '换新', 801);
        pragma user_version = {BEFORE};
        """
    )
    connection.close()


@pytest.fixture
def updated(tmp_path: Path) -> tuple[dict[str, list[tuple[object, ...]]], Desk]:
    path = tmp_path / "older.db"
    older(path)
    connection = connect(path)
    before = {table: rows(connection, f"select * from {table} order by id") for table in KEPT}
    connection.close()
    return before, brought_up(path, Actor("reception", "李四"), ManualClock(NOON))


def test_nothing_is_lost_and_no_number_is_given_twice(
    updated: tuple[dict[str, list[tuple[object, ...]]], Desk],
) -> None:
    before, desk = updated
    with desk:
        connection = desk.connection
        assert {table: rows(connection, f"select * from {table} order by id") for table in KEPT} == before
        assert rows(connection, "select seq from sqlite_sequence where name like 'clocks%'") == [(850,)]
        assert {name for (name,) in rows(connection, "select name from sqlite_schema where tbl_name = 'clocks'")} > {
            "clocks_by_complaint",
            "clocks_running",
        }
        assert_sound(connection)
        insert = "insert into clocks (complaint_id, name, started_at, due_at, agreed_at) values (3, ?, 0, 0, ?)"
        for name, agreed_at in (("lunch", None), ("legal", None), ("promised", None), ("on_site", 0)):
            with pytest.raises(IntegrityError):
                connection.execute(insert, (name, agreed_at))
        with pytest.raises(IntegrityError):
            connection.execute("delete from clocks where id = 801")


def test_cases_that_are_open_begin_to_owe_a_date_and_nobody_is_called_for_it(
    updated: tuple[dict[str, list[tuple[object, ...]]], Desk],
) -> None:
    """On record, once; a case whose week is over has another one: it is not its customer's fault, nor anybody's."""
    _before, desk = updated
    with desk:
        calls = "select count(*) from escalations where kind = 'complaint_due'"
        (called,) = rows(desk.connection, calls)
        steps.take(desk, 4, CaseStep.NOTE, "已记")
        first = desk.connection.execute("select max(seq) from events").fetchone()[0]
        handling.evaluate(desk)
        weeks = rows(desk.connection, "select complaint_id, started_at, due_at from clocks where name = 'agree_date'")
        # Somebody has promised the customer of No. 3 a date.
        assert {number for number, _, _ in weeks} == OPEN - {3}
        assert all(started_at <= NOON < due_at <= NOON + 7 * DAY + 9 * HOUR for _, started_at, due_at in weeks)
        assert rows(desk.connection, "select agenda.rule from agenda where rule = 'weeks'") == []
        assert rows(desk.connection, f"select kind, detail from events where seq > {first} and kind = 'agenda'")
        of_dates = (
            f"{calls} and cast(substr(subject, 7) as integer) in (select id from clocks where name = 'agree_date')"
        )
        assert rows(desk.connection, of_dates) == [(0,)]
        assert called[0] <= rows(desk.connection, calls)[0][0]
        assert compare(desk.connection, quietly, after=first).count == 0
        last = rows(desk.connection, "select max(seq) from events")
        handling.evaluate(desk)
        assert rows(desk.connection, "select max(seq) from events") == last
        case = register.get(desk, weeks[0][0])
        assert case.newest_of(ClockName.AGREE_DATE) is not None


def test_a_new_store_plans_nothing_of_it(desk: Desk, clock: ManualClock) -> None:
    clock.at += MINUTE
    assert rows(desk.connection, "select rule from agenda where rule = 'weeks'") == []
