"""The queue: cases, matters and messages in one line, what is due first at its head."""

from collections.abc import Iterable

from frontdesk.domain.cases.case import Case
from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.messages.message import Message, MessageState
from frontdesk.domain.values.clock import Millis

Waiting = Case | Matter | Message
"""What waits for somebody."""
_DATED, _WAITS, _NOTHING_DUE = range(3)


def in_line(entries: Iterable[Waiting]) -> tuple[Waiting, ...]:
    """Return what waits, next due first; what has nothing due comes last."""
    return tuple(sorted(entries, key=_first_due))


def _first_due(entry: Waiting) -> tuple[int, Millis]:
    if isinstance(entry, Message):
        if entry.state is MessageState.OWED:
            return _DATED, entry.try_at
        if entry.state is MessageState.DRAFTED and entry.expires_at is not None:
            return _DATED, entry.expires_at
        return _WAITS, entry.try_at
    due = entry.next_due
    return (_NOTHING_DUE, 0) if due is None else (_DATED, due.due_at)
