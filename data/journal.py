"""Reading the event log: what happened lately, what can be undone, whether the chain holds."""

import json
from collections.abc import Collection
from typing import Any

from data.engine import row_changes
from data.engine.connection import Connection
from data.engine.row_changes import Change
from frontdesk.domain.journal.events import ACTS, UNDOABLE, JournalEvent
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import Millis

_KINDS = ", ".join(f"'{kind}'" for kind in UNDOABLE)
_ACTS = ", ".join(f"'{kind}'" for kind in ACTS)
_TOLD = f"{_ACTS}, '{JournalEvent.UNDO}'"
_MOVED = f"(select coalesce(sum(json_extract(answer, '$.number')), 0) from events where kind = '{JournalEvent.CLOCK}'"
_LINE = (
    f"select seq, at + {_MOVED} and seq > e.seq), occurred_at, station, who, kind, plate, place, detail,"
    f" kind in ({_KINDS}) and not exists (select 1 from events u where u.undoes = e.seq),"
    " iif(json_valid(answer), coalesce(json_extract(answer, '$.others'), '[]'), '[]') from events e"
)

_BACKWARD = (
    f"select seq, at, station, who, kind, iif(kind = '{JournalEvent.CLOCK}', json_extract(answer, '$.number'), 0)"
    " from events order by seq desc"
)


def recent(connection: Connection, limit: int = 12) -> tuple[Happened, ...]:
    """Return the latest things people did, newest first."""
    rows = connection.execute(f"{_LINE} where kind in ({_TOLD}) order by seq desc limit ?", (limit,))
    return tuple(_happened(row) for row in rows)


def last_act(connection: Connection, actor: Actor, after: Millis) -> Happened | None:
    """Return the last thing a person did at a station, at or after an instant and not undone yet, or None."""
    moved = 0
    for seq, at, station, who, kind, by in connection.execute(_BACKWARD):
        # Before the clock was set back it was later than now: its age counts in running time.
        if at + moved < after:
            break
        is_theirs = (station, who) == (actor.station, actor.who) and at >= after
        if is_theirs and kind in ACTS and not _is_undone(connection, seq):
            return _happened(connection.execute(f"{_LINE} where seq = ?", (seq,)).fetchone())
        moved += by
    return None


def built_on(connection: Connection, seq: int) -> Happened | None:
    """Return what people did last with what an event had changed, and still stands; None for nothing."""
    rows = _rows(connection, seq)
    since = connection.execute(f"{_LINE} where seq > ? and kind in ({_ACTS}) order by seq desc", (seq,)).fetchall()
    standing = [found for found in map(_happened, since) if not _is_undone(connection, found.seq)]
    return next((later for later in standing if not rows.isdisjoint(_rows(connection, later.seq))), None)


def _rows(connection: Connection, seq: int) -> set[tuple[str, int]]:
    return {(change.table, change.id) for change in changes(connection, seq)}


def _is_undone(connection: Connection, seq: int) -> bool:
    return connection.execute("select 1 from events where undoes = ?", (seq,)).fetchone() is not None


def moved_since(connection: Connection, seq: int) -> Millis:
    """Return by how much what is open has moved along with the machine's clock since an event."""
    return int(connection.execute(f"select {_MOVED} and seq > ?)", (seq,)).fetchone()[0])


def was_since(connection: Connection, kind: str, seq: int) -> bool:
    """Whether anything of a kind has happened since an event."""
    found = connection.execute("select exists (select 1 from events where kind = ? and seq > ?)", (kind, seq))
    return bool(found.fetchone()[0])


def last_about(connection: Connection, plate: str, kinds: Collection[str]) -> Happened | None:
    """Return what was done last of these with a car, as far as it was not taken back; None for nothing."""
    marks = ", ".join("?" * len(kinds))
    row = connection.execute(
        f"{_LINE} where plate = ? and kind in ({marks}) and not exists (select 1 from events u where u.undoes = e.seq)"
        " order by seq desc limit 1",
        (plate, *kinds),
    ).fetchone()
    return None if row is None else _happened(row)


def changes(connection: Connection, seq: int) -> list[Change]:
    """Return what an event tells of the rows it changed, in the order it changed them."""
    row = connection.execute("select changes, occurred_at from events where seq = ?", (seq,)).fetchone()
    return row_changes.from_json(*row)


def last_seq(connection: Connection) -> int:
    """Return the number of the latest event; 0 for none."""
    return int(connection.execute("select coalesce(max(seq), 0) from events").fetchone()[0])


def _happened(row: tuple[Any, ...]) -> Happened:
    *plain, undoable, others = row
    return Happened(*(*plain, bool(undoable), tuple(json.loads(others))))


def holds_records_of_others(connection: Connection, station: str, but: Collection[str]) -> bool:
    """Whether anything was done here at another station than this one; `but`: kinds of event that do not count."""
    marks = ", ".join("?" * len(but))
    found = connection.execute(
        f"select exists (select 1 from events where station <> ? and kind not in ({marks}))", (station, *but)
    ).fetchone()
    return bool(found[0])
