"""The record of an escalation, line by line: who was called and when, and what came of it."""

from collections.abc import Iterator
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Transaction
from frontdesk.domain.escalations.record import RecordLine
from frontdesk.domain.escalations.seen import Sighting
from frontdesk.domain.escalations.terms import ONLY_SEEN, LineKind
from frontdesk.domain.values.clock import Millis

_ONLY_SEEN = ", ".join(f"'{kind}'" for kind in ONLY_SEEN)


def add(
    transaction: Transaction,
    escalation: int,
    kind: LineKind,
    level: int,
    *,
    due_at: Millis | None = None,
    role: str = "",
    who: str | None = None,
    delivered: bool = True,
    detail: str = "",
) -> None:
    """Write a line; by default for now and by the person at work."""
    transaction.insert(
        "steps",
        {
            "escalation_id": escalation,
            "kind": kind,
            "level": level,
            "due_at": transaction.now if due_at is None else due_at,
            "at": transaction.now,
            "role": role,
            "who": transaction.actor.who if who is None else who,
            "delivered": int(delivered),
            "detail": detail,
        },
    )


_COLUMNS = "escalation_id, kind, level, due_at, at, role, who, delivered, detail"


def of(connection: Connection, escalation: int) -> tuple[RecordLine, ...]:
    """Return an escalation's lines, in the order they were written."""
    rows = connection.execute(f"select {_COLUMNS} from steps where escalation_id = ? order by id", (escalation,))
    return tuple(_step(row) for row in rows)


def since(connection: Connection, at: Millis) -> Iterator[RecordLine]:
    """Give the lines of every escalation crossed at or after an instant, in order of crossing, then of writing."""
    names = ", ".join(f"s.{name}" for name in _COLUMNS.split(", "))
    # "cross": from the crossings to their lines, as both are indexed; nothing is sorted, whatever their number.
    rows = connection.execute(
        f"select {names} from escalations e cross join steps s on s.escalation_id = e.id where e.crossed_at >= ?"
        " order by e.crossed_at, e.id, s.id",
        (at,),
    )
    return (_step(row) for row in rows)


def seen(connection: Connection) -> tuple[Sighting, ...]:
    """Return who has seen which of the escalations that stand and that nobody takes on."""
    rows = connection.execute(
        "select distinct escalation_id, who, level from steps where kind = 'seen' and escalation_id in"
        f" (select id from escalations indexed by one_open_escalation where kind in ({_ONLY_SEEN})"
        " and cleared_at is null)"
    )
    return tuple(Sighting(*row) for row in rows)


def last(connection: Connection) -> int:
    """Return the number of the line written last; 0 for none."""
    return int(connection.execute("select coalesce(max(id), 0) from steps").fetchone()[0])


def after(connection: Connection, number: int) -> tuple[int, tuple[RecordLine, ...]]:
    """Return the lines written after a number, and the number to ask with the next time."""
    rows = connection.execute(f"select id, {_COLUMNS} from steps where id > ? order by id", (number,)).fetchall()
    return (rows[-1][0] if rows else number), tuple(_step(row[1:]) for row in rows)


def _step(row: tuple[Any, ...]) -> RecordLine:
    escalation, kind, level, due_at, at, role, who, delivered, detail = row
    return RecordLine(escalation, LineKind(kind), level, due_at, at, role, who, bool(delivered), detail)
