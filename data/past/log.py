"""Which event was the last one at a past minute, and what the log says about those around it."""

from typing import NamedTuple

from data import rewritten
from data.engine.connection import Connection
from frontdesk.domain.journal.events import JournalEvent
from frontdesk.domain.past import Gap, Missing
from frontdesk.domain.values.clock import HOUR, Millis

_LATELY = 24 * HOUR


class Standing(NamedTuple):
    """An event that was the last one for a time, and when it was written."""

    seq: int
    at: Millis


def first(connection: Connection) -> Standing | None:
    """Return the first event of the log; None for a log without any."""
    return following(connection, 0)


def following(connection: Connection, seq: int) -> Standing | None:
    """Return the event after a number."""
    row = connection.execute("select seq, at from events where seq > ? order by seq limit 1", (seq,)).fetchone()
    return None if row is None else Standing(*row)


def standing(connection: Connection, at: Millis) -> Standing | None:
    """Return the event that was the last one at an instant, None before the first.

    Where the clock was set back it showed that time more than once: the last time counts. What was entered late counts
    from when it was entered, not from when it is said to have happened.
    """
    (last,) = connection.execute("select coalesce(max(seq), 0) from events").fetchone()
    set_back = f"select seq from events where kind = '{JournalEvent.CLOCK}' order by seq desc"
    for begins in (*(seq for (seq,) in connection.execute(set_back)), 0):
        found = _among(connection, begins, last, at)
        if found is not None:
            return found
        last = begins - 1
    return None


def _among(connection: Connection, low: int, high: int, at: Millis) -> Standing | None:
    """Return the last event at an instant among those from a number up to another one, between which time goes on."""
    found = None
    while low <= high:
        middle = (low + high) // 2
        met = following(connection, middle - 1)
        if met is None or met.seq > high or met.at > at:
            high = middle - 1
        else:
            found, low = met, met.seq + 1
    return found


def around(connection: Connection, event: Standing, at: Millis) -> list[Missing]:
    """Return what the log does not hold, or holds no longer, around a time at which an event was the last one."""
    missing = []
    row = connection.execute(
        "select seq, at, kind from events where seq > ? order by seq limit 1", (event.seq,)
    ).fetchone()
    if row is not None and (row[0] > event.seq + 1 or row[2] == JournalEvent.RESTORE):
        gap = Gap.RESTORED if row[2] == JournalEvent.RESTORE else Gap.LOST
        missing.append(Missing(gap, since=event.at, until=row[1]))
    since = standing(connection, at - _LATELY)
    began = 0 if since is None else since.seq
    forgotten = sum(began < seq <= event.seq for seq in rewritten.redactions(connection))
    if forgotten:
        missing.append(Missing(Gap.FORGOTTEN, entries=forgotten))
    return missing
