"""A store of the third version is brought up to date: every line of every record is as it was."""

from importlib.resources import files
from pathlib import Path

import version_two
from migrated import assert_sound, brought_up, rows
from version_one import NOON

from data.engine.connection import connect
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import record
from frontdesk.domain.escalations.terms import State
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import ManualClock


def third(path: Path) -> None:
    """Write a store as version 0.3 left it: a late reception that somebody pressed F8 on, and a line taken back."""
    version_two.make(path)
    connection = connect(path)
    connection.executescript(
        files("data.schema").joinpath("003_the_complaint_queue_in_full.sql").read_text(encoding="utf-8")
    )
    connection.executescript(
        "insert into _sqlite_migrations values (3, 'frontdesk', 'm003_the_complaint_queue_in_full', '2026-05-03');"
        "pragma user_version = 3;"
    )
    kept = connection.execute("select plan from escalations limit 1").fetchone()
    plan = kept[0] if kept else '{"stages": [{"after": 0, "roles": ["advisor"]}]}'
    connection.execute(
        "insert into escalations (id, kind, subject, plate, crossed_at, raised_at, state, revision, plan, level,"
        " based_at, called_at, calls, acknowledged_at, acknowledged_by) values (900, 'late_reception', 'visit:900',"
        " '苏A12345', ?1, ?1, 'acknowledged', 2, ?2, 1, ?1, ?1, 1, ?1, '李四')",
        (NOON, plan),
    )
    for number, kind, who in ((901, "called", ""), (902, "acknowledged", "李四"), (950, "cleared", "")):
        connection.execute(
            "insert into steps values (?, 900, ?, 1, ?, ?, 'advisor', ?, 1, '')", (number, kind, NOON, NOON, who)
        )
    connection.execute("delete from steps where id = 950")
    connection.close()


def test_every_line_is_kept_and_no_number_is_given_twice(tmp_path: Path) -> None:
    path = tmp_path / "third.db"
    third(path)
    connection = connect(path)
    before = rows(connection, "select * from steps order by id")
    connection.close()
    desk: Desk = brought_up(path, Actor("reception", "李四"), ManualClock(NOON))
    try:
        assert rows(desk.connection, "select * from steps order by id") == before
        assert rows(desk.connection, "select seq from sqlite_sequence where name = 'steps'") == [(950,)]
        assert_sound(desk.connection)
        found = record.page(desk, 900).escalation
        # It was put on record as taken on; to whoever did that it is seen.
        assert (found.state, found.acknowledged_by) == (State.ACKNOWLEDGED, "李四")
        snapshot = desk.snapshot()
        assert 900 in {each.id for each in snapshot.prompts(StationKind.RECEPTION, NOON, "赵六")}
        assert 900 not in {each.id for each in snapshot.prompts(StationKind.RECEPTION, NOON, "李四")}
    finally:
        desk.close()
