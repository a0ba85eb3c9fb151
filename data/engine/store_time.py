"""Single values about the store: how its own clock runs, and what the machine's said last."""

import json
import socket
from collections.abc import Callable
from typing import Any, TypeVar

from data.engine.connection import Connection
from data.engine.turns import writing
from data.engine.unreadable import note
from frontdesk.domain.picture.unreadable import SENSELESS
from frontdesk.domain.values.clock import Clock, Millis
from frontdesk.domain.values.running_time import ClockSet, Reading, set_by
from frontdesk.domain.values.store_time import StoreTime

T = TypeVar("T")

KEPT = frozenset({"pace", "machine", "clock_set", "group"})
"""The names of the values that are kept here."""


def pace(connection: Connection) -> StoreTime | None:
    """Return how the store's clock runs compared with the machine's; None for a real store, where they agree."""
    return kept(connection, "pace", StoreTime.read)


def now(connection: Connection, clock: Clock) -> Millis:
    """Return the store's time."""
    found = pace(connection)
    return clock.now() if found is None else found.at(clock.now())


def set_pace(connection: Connection, pace: StoreTime) -> None:
    """Make the store's clock run as `pace` says (a demo, a replay)."""
    keep(connection, "pace", pace._asdict())


def reading(connection: Connection) -> Reading | None:
    """Return what this machine's clocks said when the store was last written; None if another machine wrote it."""
    return kept(
        connection, "machine", lambda kept: Reading.read(kept) if kept["host"] == socket.gethostname() else None
    )


def keep_reading(connection: Connection, found: Reading) -> None:
    """Keep what the machine's clocks say now."""
    # Running time means nothing on another machine.
    keep(connection, "machine", found._asdict() | {"host": socket.gethostname()})


def clock_set(connection: Connection) -> ClockSet | None:
    """Return when the machine's clock was found set last, by a minute or more; None if it never was."""
    return kept(connection, "clock_set", ClockSet.read)


def keep_clock_set(connection: Connection, found: ClockSet) -> None:
    """Keep that the machine's clock was found set."""
    keep(connection, "clock_set", found._asdict())


def note_running(connection: Connection, clock: Clock) -> None:
    """Keep what the machine's clocks say, unless its clock was set: who writes next has to move what is open."""
    with writing(connection):
        wall, running, started = clock.now(), clock.monotonic(), clock.started()
        last = reading(connection) or Reading(wall, running)
        by, found = set_by(last, wall, running, started)
        if not by:
            keep_reading(connection, found)


def kept(connection: Connection, key: str, read: Callable[[dict[str, Any]], T | None]) -> T | None:
    """Return a value as it is read; None where there is none, or none that makes sense."""
    row = connection.execute("select value from meta where key = ?", (key,)).fetchone()
    if row is None:
        return None
    try:
        return read(json.loads(row[0]))
    except SENSELESS as error:
        note("meta", key, f"{type(error).__name__}: {error}")
        return None


def keep(connection: Connection, key: str, value: dict[str, Any]) -> None:
    """Keep a value, in a transaction under way."""
    connection.execute(
        "insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
        (key, json.dumps(value)),
    )
