"""Whether the events are the ones that were written, each after the one before."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from data.engine.connection import Connection
from data.engine.transaction import Row, event_hash
from data.forgetting import redactions

Progress = Callable[[int, int], None]
_EVERY = 200


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """The first event that does not follow; `missing`: others were taken out before it, or after the last one."""

    seq: int
    missing: bool = False


def broken_link(connection: Connection, progress: Progress, *, after: int = 0) -> BrokenLink | None:
    """Return the first event after a number that does not follow from the one before it, or None.

    An event that a customer was taken out of keeps its place and its hash, and says what the forgetting recorded.
    """
    last = int(connection.execute("select coalesce(max(seq), 0) from events").fetchone()[0])
    before = connection.execute("select seq, hash from events where seq <= ? order by seq desc limit 1", (after,))
    number, previous = before.fetchone() or (0, "")
    redacted = redactions(connection)
    cursor = connection.execute("select * from events where seq > ? order by seq", (number,))
    names = [column[0] for column in cursor.description]
    for values in cursor:
        row = dict(zip(names, values, strict=True))
        number += 1
        if row["seq"] != number:
            return BrokenLink(number, missing=True)
        if not _follows(previous, row, redacted.get(number)) or not _says_its_number(row["answer"], number):
            return BrokenLink(number)
        previous = row["hash"]
        if number % _EVERY == 0:
            progress(number, last)
    given = connection.execute("select seq from sqlite_sequence where name = 'events'").fetchone()
    # SQLite remembers the highest number it ever gave.
    return BrokenLink(number + 1, missing=True) if given and given[0] != number else None


def _follows(previous: str, row: Row, redacted: str | None) -> bool:
    says = row["hash"] if redacted is None else redacted
    return bool(says == event_hash(previous if redacted is None else "", row))


def _says_its_number(answer: str, number: int) -> bool:
    """Whether the number hashed with an event is its own; events from before version 0.4 have 0 there."""
    return json.loads(answer).get("seq", 0) in {0, number}
