"""Where the chain of events ends: what is noted outside the store, to be held against the store later."""

import contextlib
import hashlib
from dataclasses import dataclass
from pathlib import Path

from data.engine.connection import Connection, DatabaseError, still
from data.opening import APPLICATION_ID
from frontdesk.domain.values.clock import Millis

_MARK = 16


@dataclass(frozen=True, slots=True)
class Head:
    """An event that was the last one once: its number, hash and time, and which store's it is; "": of any."""

    seq: int
    hash: str
    at: Millis
    store: str


def head(connection: Connection) -> Head | None:
    """Return the last event; None where there is none."""
    row = connection.execute("select seq, hash, at from events order by seq desc limit 1").fetchone()
    return None if row is None else Head(row[0], row[1], row[2], mark(connection))


def mark(connection: Connection) -> str:
    """Return what a store has in common with its copies alone; `""` for one without events."""
    first = connection.execute("select operation from events order by seq limit 1").fetchone()
    return "" if first is None else hashlib.sha256(str(first[0]).encode()).hexdigest()[:_MARK]


def has(connection: Connection, known: Head) -> bool:
    """Whether an event that was noted stands here as it was; of its hash the beginning may have been noted only."""
    row = connection.execute("select hash from events where seq = ?", (known.seq,)).fetchone()
    return row is not None and str(row[0]).startswith(known.hash)


def restored_since(connection: Connection, known: Head) -> bool:
    """Whether a backup from before `known` was put back after it: then the chain rightly goes another way."""
    found = connection.execute(
        "select exists (select 1 from events where kind = 'restore' and seq <= ? and at >= ?)", (known.seq, known.at)
    ).fetchone()
    return bool(found[0])


def head_of_file(path: Path) -> Head | None:
    """Return the last event in another file, without changing it; None where it is no store of ours."""
    with contextlib.suppress(DatabaseError, OSError):
        # What has a journal may be in use.
        if path.is_file() and path.stat().st_size and not Path(f"{path}-wal").exists():
            with contextlib.closing(still(path)) as connection:
                if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
                    return head(connection)
    return None
