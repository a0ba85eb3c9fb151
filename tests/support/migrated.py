"""A store of an earlier version, brought up to date: all that is in it, and that it is sound."""

from pathlib import Path
from typing import Any

from store_checks import assert_zone

from data.engine.connection import Connection
from data.engine.version import SCHEMA_VERSION
from data.upgrade import upgrade
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock


def brought_up(path: Path, actor: Actor, clock: ManualClock) -> Desk:
    upgrade(path, clock.at)
    return Desk.open(path, actor, clock)


def rows(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query).fetchall()


def assert_sound(connection: Connection) -> None:
    assert rows(connection, "pragma integrity_check") == [("ok",)]
    assert rows(connection, "pragma foreign_key_check") == []
    assert rows(connection, "pragma user_version") == [(SCHEMA_VERSION,)]
    assert_zone(connection)
