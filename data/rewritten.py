"""Events that were changed since they were written: a customer was taken out of them, or they were made shorter.

Their own hashes stay, so that the chain, and every end of it that was noted elsewhere, hold on. What they say since
is hashed anew, and stands in the event of whoever changed them. One whose hash covers only the hash of its body keeps
that hash too: so it can still be proved that it stands where it was written.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from data.engine.connection import Connection
from data.engine.row_changes import Change, from_json
from data.engine.transaction import Row, Transaction
from frontdesk.domain.forgetting.events import ForgetEvent
from frontdesk.domain.journal.chain import Rule, body_hash, event_hash, says
from frontdesk.domain.journal.events import JournalEvent

_EVENTS = "events"
_GUARD = "events_stay"
_RECORDED = (
    f"select changes, occurred_at, seq from events where kind in ('{ForgetEvent.FORGET}', '{JournalEvent.COMPACT}')"
    " order by seq"
)


class Block(NamedTuple):
    """Events that were made shorter together, and the hash of what they say since."""

    first: int
    last: int
    says: str


@contextmanager
def unguarded(connection: Connection) -> Iterator[None]:
    """Let events be changed, which nothing else ever may: the guard is away within the transaction under way only."""
    guard = connection.execute("select sql from sqlite_schema where name = ?", (_GUARD,)).fetchone()
    if guard is not None:
        connection.execute(f"drop trigger {_GUARD}")
    yield
    if guard is not None:
        connection.execute(guard[0])


def redactions(connection: Connection) -> dict[int, str]:
    """Return the events that a customer was taken out of, each with the hash of what it said from then on."""
    recorded = ((change.id, change.after or {}) for change in _recorded(connection))
    return {seq: after["says"] for seq, after in recorded if "since" not in after}


def blocks(connection: Connection) -> tuple[Block, ...]:
    """Return the events that were made shorter, in order."""
    recorded = ((change.id, change.after or {}) for change in _recorded(connection))
    found = {last: Block(after["since"], last, after["says"]) for last, after in recorded if "since" in after}
    return tuple(found[last] for last in sorted(found))


def _recorded(connection: Connection) -> Iterator[Change]:
    for text, at, seq in connection.execute(_RECORDED).fetchall():
        yield from (change for change in from_json(text, at) if change.table == _EVENTS and change.id < seq)


def tell_otherwise(connection: Connection, told: Iterable[tuple[int, str]]) -> None:
    """Change what events tell of rows, each given with its number; the hash of what it told is kept."""
    with unguarded(connection):
        for seq, changes in told:
            (row,) = _events(connection, seq, seq)
            kept = row["body_hash"] or (None if row["rule"] == Rule.WHOLE else body_hash(row))
            connection.execute("update events set changes = ?, body_hash = ? where seq = ?", (changes, kept, seq))


def record_one(transaction: Transaction, seq: int) -> None:
    """Record what an event says that a customer was taken out of."""
    (row,) = _events(transaction.connection, seq, seq)
    _record(transaction, seq, {"says": says(row)})


def record_block(transaction: Transaction, first: int, last: int) -> None:
    """Record what events say that were made shorter."""
    _record(transaction, last, {"since": first, "says": said(transaction.connection, first, last)})


def _record(transaction: Transaction, seq: int, says: Row) -> None:
    transaction.changes.append({"table": _EVENTS, "id": seq, "before": None, "after": says})


def said(connection: Connection, first: int, last: int) -> str:
    """Return the hash of what some events say now, with the hashes that they had of old."""
    previous = ""
    for row in _events(connection, first, last):
        previous = said_with(previous, row)
    return previous


def said_with(before: str, event: Row, *, is_old: bool | None = None) -> str:
    """Return the hash of what some events say now, and the one after them."""
    return event_hash(before, {**event, "number": event["seq"], "was": event["hash"]}, is_old=is_old)


def _events(connection: Connection, first: int, last: int) -> Iterator[Row]:
    cursor = connection.execute("select * from events where seq between ? and ? order by seq", (first, last))
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)
