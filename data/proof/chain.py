"""Whether the events are the ones that were written, each after the one before."""

from dataclasses import dataclass

from data.engine.connection import Connection
from data.engine.parts import Progress
from data.proof.walk import Event, Fold, walk
from data.rewritten import Block, blocks, redactions, said, said_with
from frontdesk.domain.journal.chain import Rule, event_hash, says


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """The first event that does not follow; `missing`: others were taken out before it, or after the last one."""

    seq: int
    missing: bool = False


class Chain(Fold):
    """Each event after a number follows from the one before it.

    An event that was changed since it was written keeps its place and its hash, and says what was recorded then.
    """

    def __init__(self) -> None:
        self._number, self._previous = 0, ""
        self._broken: BrokenLink | None = None
        self._blocks: list[Block] = []
        """Those that were made shorter, the next one last."""
        self._said: str | None = None
        """What the next of them says as far as it came by."""

    def begin(self, connection: Connection, after: int) -> None:
        """Get ready for the events after a number."""
        before = connection.execute("select seq, hash from events where seq <= ? order by seq desc limit 1", (after,))
        self._number, self._previous = before.fetchone() or (0, "")
        given = connection.execute("select seq from sqlite_sequence where name = 'events'").fetchone()
        # SQLite remembers the highest number it ever gave.
        self._highest: int | None = given and given[0]
        self._connection = connection
        self._redacted = redactions(connection)
        self._blocks += [block for block in reversed(blocks(connection)) if block.last > self._number]

    def take(self, event: Event) -> None:
        """Take an event in; nothing is learned from those after the first that does not follow."""
        self._broken = self._wrong(event)
        self._previous = event.row["hash"]
        self.is_over = self._broken is not None

    def broken_link(self) -> BrokenLink | None:
        """Return the first event that does not follow from the one before it, or None."""
        self.check()
        if self._broken is None and self._highest not in {None, self._number}:
            return BrokenLink(self._number + 1, missing=True)
        return self._broken

    def _wrong(self, event: Event) -> BrokenLink | None:
        self._number += 1
        if event.seq != self._number:
            return BrokenLink(self._number, missing=True)
        if self._blocks:
            return self._in_block(event, self._blocks[-1])
        return None if self._holds(event) else BrokenLink(self._number)

    def _in_block(self, event: Event, block: Block) -> BrokenLink | None:
        if self._said is None:
            self._said = said(self._connection, block.first, event.seq - 1)
        if event.seq >= block.first:
            self._said = said_with(self._said, event.row, is_old=event.is_old)
        if event.seq < block.last:
            return None
        holds, self._said = self._said == block.says, None
        self._blocks.pop()
        return None if holds else BrokenLink(block.first)

    def _holds(self, event: Event) -> bool:
        row, redacted = event.row, self._redacted.get(event.seq)
        if row["rule"] == Rule.WHOLE:
            previous = self._previous if redacted is None else ""
            holds = (redacted or row["hash"]) == event_hash(previous, row, is_old=event.is_old)
            is_as_recorded = row["body_hash"] is None
        else:
            holds = row["hash"] == event_hash(self._previous, row)
            is_as_recorded = row["body_hash"] is None if redacted is None else says(row) == redacted
        # The number in an older answer is the event's own; those from before version 0.4 have 0 there.
        return holds and is_as_recorded and (not event.is_old or event.answer.get("seq", 0) in {0, event.seq})


def broken_link(connection: Connection, progress: Progress, *, after: int = 0) -> BrokenLink | None:
    """Return the first event after a number that does not follow from the one before it, or None."""
    chain = Chain()
    walk(connection, [chain], progress, after=after)
    return chain.broken_link()
