"""Single values about the store: how its own clock runs, and what the machine's said last."""

import json
import platform
from dataclasses import asdict
from typing import Any

from data.engine.connection import Connection, writing
from frontdesk.domain.values.clock import Clock
from frontdesk.domain.values.running_time import Reading, set_by
from frontdesk.domain.values.store_time import StoreTime


def pace(connection: Connection) -> StoreTime | None:
    """Return how the store's clock runs compared with the machine's; None for a real store, where they agree."""
    row = connection.execute("select value from meta where key = 'pace'").fetchone()
    return None if row is None else StoreTime(**json.loads(row[0]))


def set_pace(connection: Connection, pace: StoreTime) -> None:
    """Make the store's clock run as `pace` says (a demo, a replay)."""
    _put(connection, "pace", asdict(pace))


def reading(connection: Connection) -> Reading | None:
    """Return what this machine's clocks said when the store was last written; None if another machine wrote it."""
    row = connection.execute("select value from meta where key = 'machine'").fetchone()
    kept = {} if row is None else json.loads(row[0])
    return Reading(**kept) if kept.pop("host", None) == platform.node() else None


def keep_reading(connection: Connection, found: Reading) -> None:
    """Keep what the machine's clocks say now."""
    # Running time means nothing on another machine.
    _put(connection, "machine", asdict(found) | {"host": platform.node()})


def note_running(connection: Connection, clock: Clock) -> None:
    """Keep what the machine's clocks say, unless its clock was set: who writes next has to move what is open."""
    with writing(connection):
        wall, running = clock.now(), clock.monotonic()
        last = reading(connection) or Reading(wall, running)
        by, found = set_by(last, wall, running)
        if not by:
            keep_reading(connection, found)


def _put(connection: Connection, key: str, value: dict[str, Any]) -> None:
    connection.execute(
        "insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
        (key, json.dumps(value)),
    )
