"""Whether the events are the ones that were written, each after the one before."""

import json
from dataclasses import dataclass

from data.engine.connection import Connection
from data.engine.parts import Progress
from data.engine.stored_result import is_old
from data.engine.transaction import Row, event_hash
from data.rewritten import Block, blocks, redactions, said

_EVERY = 200


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """The first event that does not follow; `missing`: others were taken out before it, or after the last one."""

    seq: int
    missing: bool = False


def broken_link(connection: Connection, progress: Progress, *, after: int = 0) -> BrokenLink | None:
    """Return the first event after a number that does not follow from the one before it, or None.

    An event that was changed since it was written keeps its place and its hash, and says what was recorded then.
    """
    last = int(connection.execute("select coalesce(max(seq), 0) from events").fetchone()[0])
    before = connection.execute("select seq, hash from events where seq <= ? order by seq desc limit 1", (after,))
    number, previous = before.fetchone() or (0, "")
    redacted, shortened = redactions(connection), {block.last: block for block in blocks(connection)}
    shorter_up_to = max(shortened, default=0)
    cursor = connection.execute("select * from events where seq > ? order by seq", (number,))
    names = [column[0] for column in cursor.description]
    for values in cursor:
        row = dict(zip(names, values, strict=True))
        number += 1
        if row["seq"] != number:
            return BrokenLink(number, missing=True)
        if number > shorter_up_to and not _holds(previous, row, redacted.get(number)):
            return BrokenLink(number)
        if number in shortened and not _says(connection, shortened[number]):
            return BrokenLink(shortened[number].first)
        previous = row["hash"]
        if number % _EVERY == 0:
            progress(number, last)
    given = connection.execute("select seq from sqlite_sequence where name = 'events'").fetchone()
    # SQLite remembers the highest number it ever gave.
    return BrokenLink(number + 1, missing=True) if given and given[0] != number else None


def _says(connection: Connection, block: Block) -> bool:
    return said(connection, block.first, block.last) == block.says


def _holds(previous: str, row: Row, redacted: str | None) -> bool:
    says = row["hash"] if redacted is None else redacted
    follows = says == event_hash(previous if redacted is None else "", row)
    return follows and _says_its_number(row["answer"], row["seq"])


def _says_its_number(answer: str, number: int) -> bool:
    """Whether the number in an older answer is the event's own; those from before version 0.4 have 0 there."""
    return not is_old(answer) or json.loads(answer).get("seq", 0) in {0, number}
