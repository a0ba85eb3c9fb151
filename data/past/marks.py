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

_MOST = 4 * EVERY
"""Where very many rows stand, the marks are as many events apart as they keep rows, at most these."""
_AT_ONCE = 20
"""So many marks are reckoned before they are written together, which takes the others' turn for a moment."""
_FEW = 8 * EVERY
"""How many events without a mark are gone through at once; for more of them it is said that it takes a while."""
_BACK = 4
"""So many marks are tried for a row that stands again: what can be undone was done minutes before."""

_Mark = tuple[int, int, bytes]
"""The event it is kept after, how many rows it keeps, and those."""


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
    return seq - _last(connection, seq)[0]


def takes_long(connection: Connection, seq: int) -> bool:
    """Whether so many events before an event have no mark that it takes a while."""
    return count_unmarked(connection, seq) > _FEW


def keep_up(connection: Connection, seq: int) -> None:
    """Keep the mark that is due after an event; where many are missing, the first who looks back has them made."""
    last, kept = _last(connection, seq)
    if _apart(kept) <= seq - last <= _FEW:
        _keep(connection, _due(connection, seq))


def _last(connection: Connection, seq: int) -> tuple[int, int]:
    """Return the last mark before an event, and how many rows it keeps."""
    newest = "select seq, kept from past_marks where seq <= ? order by seq desc limit 1"
    return connection.execute(newest, (seq,)).fetchone() or (0, 0)


def _apart(kept: int) -> int:
    return min(_MOST, max(EVERY, kept))


def fill(connection: Connection, until: int, progress: Progress) -> None:
    """Keep every mark that is missing up to an event."""
    while True:
        with reading(connection):
            due = _due(connection, until)
        if not due:
            return
        _keep(connection, due)
        progress(due[-1][0], until)


def _due(connection: Connection, until: int) -> list[_Mark]:
    """Return the next marks that are missing up to an event."""
    seq, _kept = _last(connection, until)
    rows, found = rows_at(connection, seq), list[_Mark]()
    while len(found) < _AT_ONCE and seq + _apart(rows.count) <= until:
        after, seq = seq, seq + _apart(rows.count)
        is_whole = roll(rows, _changes(connection, after, seq))
        rows = (rows if is_whole else rows_at(connection, seq)).needed()
        found.append((seq, rows.count, rows.packed()))
    return found


def _keep(connection: Connection, marks: list[_Mark]) -> None:
    with errors_as_sentences(), writing(connection):
        connection.executemany("insert or ignore into past_marks (seq, kept, rows) values (?, ?, ?)", marks)


def _changes(connection: Connection, after: int, until: int) -> Iterator[Change]:
    rows = connection.execute(
        "select changes, occurred_at from events where seq > ? and seq <= ? order by seq", (after, until)
    )
    for text, at in rows:
        yield from from_json(text, at)
