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


def with_complaints(line: tuple[Waiting, ...], room: int) -> tuple[Waiting, ...]:
    """Return a line of whose first rows, as many as there is room for, complaints have half, however much else is due.

    Complaints stand nowhere else at a station; what makes way for one comes right after those rows (C12).
    """
    cases = [place for place, entry in enumerate(line) if isinstance(entry, Case)]
    up = [place for place in cases[: room // 2] if place >= room]
    if not up:
        return line
    others = [place for place in range(room) if not isinstance(line[place], Case)]
    out = others[len(others) - len(up) :]
    first = [place for place in range(room) if place not in out] + up
    rest = [*out, *(place for place in range(room, len(line)) if place not in up)]
    return tuple(line[place] for place in (*first, *rest))


def _first_due(entry: Waiting) -> tuple[int, Millis]:
    if isinstance(entry, Message):
        if entry.state is MessageState.OWED:
            return _DATED, entry.try_at
        if entry.state is MessageState.DRAFTED and entry.expires_at is not None:
            return _DATED, entry.expires_at
        return _WAITS, entry.try_at
    due = entry.next_due
    return (_NOTHING_DUE, 0) if due is None else (_DATED, due.due_at)
