"""The end of the event chain, which is noted outside the store to be compared with the store later."""

import contextlib
from bisect import bisect_left
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from data.engine.connection import Connection, DatabaseError, still
from data.opening import APPLICATION_ID
from frontdesk.domain.values.clock import Millis

_MARK = 16

T = TypeVar("T")


class Head(NamedTuple):
    """An event that was once the last: its number, hash and time, and its store's mark; "" stands for any store."""

    seq: int
    hash: str
    at: Millis
    store: str


def written(end: Head) -> str:
    """Return an end as a person writes it down, and as `doctor --end` takes it: 18-f2a334b6fdedc6f5."""
    return f"{end.seq}-{end.hash[:_MARK]}"


def head(connection: Connection) -> Head | None:
    """Return the last event, or None if there is none."""
    row = connection.execute("select seq, hash, at from events order by seq desc limit 1").fetchone()
    return None if row is None else Head(row[0], row[1], row[2], mark(connection))


def mark(connection: Connection) -> str:
    """Return a mark that a store shares only with its copies, or `""` for one without events."""
    first = connection.execute("select operation from events order by seq limit 1").fetchone()
    import hashlib  # noqa: PLC0415 - it loads a library of its own, and a station opens without it

    return "" if first is None else hashlib.sha256(str(first[0]).encode()).hexdigest()[:_MARK]


def has(connection: Connection, known: Head) -> bool:
    """Whether a noted event is here as it was; perhaps only the beginning of its hash was noted."""
    return in_full(connection, known) is not None


def in_full(connection: Connection, known: Head) -> Head | None:
    """Return a noted event with all that stands here of it, or None if it is not here as it was."""
    row = connection.execute("select seq, hash, at from events where seq = ?", (known.seq,)).fetchone()
    if row is None or not str(row[1]).startswith(known.hash):
        return None
    return Head(row[0], row[1], row[2], mark(connection))


def restored_since(connection: Connection, known: Head) -> bool:
    """Whether a backup from before `known` was restored after it, so that the chain may rightly differ."""
    found = connection.execute(
        "select exists (select 1 from events where kind = 'restore' and seq <= ? and at >= ?)", (known.seq, known.at)
    ).fetchone()
    return bool(found[0])


def head_of_file(path: Path) -> Head | None:
    """Return the last event in another file, without changing it, or None if it is no store of ours."""
    return _of_file(path, head)


def in_full_in_file(path: Path, known: Head) -> Head | None:
    """Return a noted event with all that another file says of it, or None if it is not there as it was."""
    return _of_file(path, lambda connection: in_full(connection, known))


def parting(connection: Connection, path: Path) -> int | None:
    """Return the first event that another file of the same store tells otherwise; None if none or it cannot be read."""
    return _of_file(path, lambda other: _parting(connection, other) if mark(other) == mark(connection) else None)


def _parting(one: Connection, other: Connection) -> int | None:
    ends = [end.seq if (end := head(each)) else 0 for each in (one, other)]
    seqs = range(1, min(ends) + 1)
    # Each hash covers all before it: from the first that differs on all of them do.
    first = bisect_left(seqs, True, key=lambda seq: _hash(one, seq) != _hash(other, seq))
    return seqs[first] if first < len(seqs) else None


def _hash(connection: Connection, seq: int) -> str | None:
    row = connection.execute("select hash from events where seq = ?", (seq,)).fetchone()
    return None if row is None else str(row[0])


def _of_file(path: Path, read: Callable[[Connection], T | None]) -> T | None:
    with contextlib.suppress(DatabaseError, OSError):
        # What has a journal may be in use.
        if path.is_file() and path.stat().st_size and not Path(f"{path}-wal").exists():
            with contextlib.closing(still(path)) as connection:
                if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
                    return read(connection)
    return None
