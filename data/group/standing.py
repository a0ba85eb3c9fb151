"""How it stands with head office, as it was found last: it is told nobody but who asks, so it is no event."""

from typing import Any, NamedTuple

from data.engine import store_time
from data.engine.connection import Connection
from data.engine.turns import writing
from frontdesk.domain.values.clock import MINUTE, Millis

_KEY = "group"
_NOT_ANEW: Millis = 30 * MINUTE
"""For so long it is not written again that head office was heard of: each time every station would look."""


class Standing(NamedTuple):
    """When head office was heard of last, and what is in the way since, if anything."""

    heard_at: Millis | None = None
    reason: str = ""
    since: Millis | None = None
    number: int = 0
    """At which event."""


def standing(connection: Connection) -> Standing:
    """Return how it stands."""
    return store_time.kept(connection, _KEY, _read) or Standing()


def note_heard(connection: Connection, now: Millis) -> None:
    """Note that head office was heard of, and that all is well."""
    before = standing(connection)
    if before.reason or before.heard_at is None or abs(now - before.heard_at) >= _NOT_ANEW:
        _keep(connection, Standing(now))


def note_trouble(connection: Connection, now: Millis, reason: str, number: int) -> None:
    """Note what is in the way; the same once more is nothing new."""
    before = standing(connection)
    if (before.reason, before.number) != (reason, number):
        since = before.since if before.reason else now
        _keep(connection, Standing(before.heard_at, reason, since, number))


def forget(connection: Connection) -> None:
    """Note nothing any more: the store belongs to another epoch, or to no group."""
    with writing(connection):
        connection.execute("delete from meta where key = ?", (_KEY,))


def _keep(connection: Connection, found: Standing) -> None:
    with writing(connection):
        store_time.keep(connection, _KEY, found._asdict())


def _read(kept: dict[str, Any]) -> Standing:
    return Standing(kept["heard_at"], str(kept["reason"]), kept["since"], int(kept["number"]))
