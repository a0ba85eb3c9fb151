"""Rolling the log forward to any event, from the nearest mark that was kept before it.

A mark keeps the rows that stood after every so many events; it follows from the events alone, and whoever writes the
next of them, or looks back first, makes it. Backward from the present it would not go: an event tells of a row that is
gone only that it is gone, and what is undone is gone. A mark leaves out what was over: where an undo brings that back,
the roll begins at the mark before. An event is one whole command, so no half of one is ever shown.
"""

from collections.abc import Iterator
from itertools import chain

from data.engine.connection import Connection, errors_as_sentences, reading
from data.engine.parts import Progress
from data.engine.row_changes import Change, from_json
from data.engine.turns import writing
from data.past.rows import Rows, roll

EVERY = 500
"""After so many events a mark is kept: they are gone through in about 10 ms."""

_AT_ONCE = 20
"""So many marks are reckoned before they are written together, which takes the others' turn for a moment."""
_FEW = 4 * EVERY
"""How many events without a mark are gone through at once; for more of them it is said that it takes a while."""
_BACK = 4
"""So many marks are tried for a row that stands again: what can be undone was done minutes before."""


def rows_at(connection: Connection, seq: int) -> Rows:
    """Return the rows as they were after an event."""
    newest = "select seq, rows from past_marks where seq <= ? order by seq desc limit ?"
    marks = connection.execute(newest, (seq, _BACK)).fetchall()
    begun = ((after, Rows.unpacked(packed)) for after, packed in marks)
    for after, rows in chain(begun, [(0, Rows())] if len(marks) < _BACK else []):
        if roll(rows, _changes(connection, after, seq)):
            break
    return rows


def count_unmarked(connection: Connection, seq: int) -> int:
    """Return how many events lie between an event and the last mark before it."""
    (last,) = connection.execute("select coalesce(max(seq), 0) from past_marks where seq <= ?", (seq,)).fetchone()
    return seq - int(last)


def takes_long(connection: Connection, seq: int) -> bool:
    """Whether so many events before an event have no mark that it takes a while."""
    return count_unmarked(connection, seq) > _FEW


def keep_up(connection: Connection, seq: int) -> None:
    """Keep the mark that is due after an event; where many are missing, the first who looks back has them made."""
    if EVERY <= count_unmarked(connection, seq) <= _FEW:
        _keep(connection, _due(connection, seq))


def fill(connection: Connection, until: int, progress: Progress) -> None:
    """Keep every mark that is missing up to an event."""
    while True:
        with reading(connection):
            due = _due(connection, until)
        if not due:
            return
        _keep(connection, due)
        progress(due[-1][0], until)


def _due(connection: Connection, until: int) -> list[tuple[int, bytes]]:
    """Return the next marks that are missing up to an event."""
    after = until - count_unmarked(connection, until)
    found: list[tuple[int, bytes]] = []
    rows = rows_at(connection, after)
    for seq in range(after + EVERY, min(until, after + _AT_ONCE * EVERY) + 1, EVERY):
        is_whole = roll(rows, _changes(connection, seq - EVERY, seq))
        rows = (rows if is_whole else rows_at(connection, seq)).needed()
        found.append((seq, rows.packed()))
    return found


def _keep(connection: Connection, marks: list[tuple[int, bytes]]) -> None:
    with errors_as_sentences(), writing(connection):
        connection.executemany("insert or ignore into past_marks (seq, rows) values (?, ?)", marks)


def _changes(connection: Connection, after: int, until: int) -> Iterator[Change]:
    rows = connection.execute(
        "select changes, occurred_at from events where seq > ? and seq <= ? order by seq", (after, until)
    )
    for text, at in rows:
        yield from from_json(text, at)
