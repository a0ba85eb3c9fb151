"""The log as it is sent to head office: events in their order, and those that say something else since."""

from collections.abc import Iterable, Iterator

from data.engine.connection import Connection
from data.engine.row_changes import Row, from_json
from data.proof.tables import rows_of
from frontdesk.domain.forgetting.events import ForgetEvent
from frontdesk.domain.journal.events import JournalEvent

_REWRITING = (ForgetEvent.FORGET, JournalEvent.COMPACT)


def hash_of(connection: Connection, seq: int) -> str | None:
    """Return the hash of an event; None where there is none of that number."""
    row = connection.execute("select hash from events where seq = ?", (seq,)).fetchone()
    return None if row is None else str(row[0])


def events(connection: Connection, first: int, last: int) -> Iterator[Row]:
    """Give some events, in order."""
    return rows_of(connection, "select * from events where seq between ? and ? order by seq", first, last)


def some_after(connection: Connection, seq: int, *, most: int, largest: int) -> list[Row]:
    """Return the events after a number: so many at most, and not much longer than so many characters; one at least."""
    found: list[Row] = []
    size = 0
    for event in rows_of(connection, "select * from events where seq > ? order by seq limit ?", seq, most):
        size += len(event["changes"]) + len(event["answer"])
        if found and size > largest:
            break
        found.append(event)
    return found


def rewritten_by(event: Row) -> Iterator[tuple[int, int]]:
    """Give which earlier events say something else since an event, each time from one number to another."""
    if event["kind"] in _REWRITING:
        for change in from_json(event["changes"], event["occurred_at"]):
            if change.table == "events" and change.after is not None:
                yield change.after.get("since", change.id), change.id


def agenda(connection: Connection) -> list[list[object]]:
    """Return when each rule of the agenda comes next and came last, which stands in no event."""
    return [list(row) for row in connection.execute("select rule, at, last_at from agenda order by rule")]


def put_agenda(connection: Connection, rows: Iterable[list[object]]) -> None:
    """Plan what was planned, in a transaction under way."""
    connection.executemany("insert or replace into agenda (rule, at, last_at) values (?, ?, ?)", rows)
