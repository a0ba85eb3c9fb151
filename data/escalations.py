"""The escalations on record: raised once each, whoever sees them first."""

from data.connection import Connection
from data.transaction import Row, Transaction
from frontdesk.domain.clock import Millis
from frontdesk.domain.errors import Reason, Refused
from frontdesk.domain.escalations import Action, Breach, Escalation, Kind, Outcome, State

_COLUMNS = (
    "id, kind, subject, plate, crossed_at, raised_at, state, revision, told_at, told_by, acknowledged_at,"
    " acknowledged_by, acted_at, acted_by, action, cleared_at, cleared_by, outcome"
)


def open_ones(connection: Connection) -> tuple[Escalation, ...]:
    """Return the escalations that still stand, oldest crossing first."""
    return _select(connection, "where cleared_at is null order by crossed_at, id")


def closed_lately(connection: Connection, limit: int = 20) -> tuple[Escalation, ...]:
    """Return the escalations raised last that are cleared, newest first."""
    return _select(connection, "where cleared_at is not null order by id desc limit ?", limit)


def since(connection: Connection, at: Millis) -> tuple[Escalation, ...]:
    """Return every escalation crossed at or after an instant, in order of crossing."""
    return _select(connection, "where crossed_at >= ? order by crossed_at, id", at)


def get(connection: Connection, number: int) -> Escalation:
    """Return one escalation. Raises `Refused(ESCALATION_CLOSED)` where there is none."""
    found = _select(connection, "where id = ?", number)
    if not found:
        raise Refused(Reason.ESCALATION_CLOSED, number=number, who="", at=None)
    return found[0]


def raise_(transaction: Transaction, breach: Breach, at: Millis) -> int:
    """Put a breach on record; one that was cleared and turns out to stand after all is opened again."""
    cleared = transaction.connection.execute(
        "select id, acted_at, acknowledged_at, revision from escalations"
        " where kind = ? and subject = ? and crossed_at = ? and cleared_at is not null",
        (breach.kind, breach.subject, breach.crossed_at),
    ).fetchone()
    if cleared is None:
        row: Row = {
            "kind": breach.kind,
            "subject": breach.subject,
            "plate": breach.plate,
            "crossed_at": breach.crossed_at,
            "raised_at": max(at, breach.crossed_at),
            "state": State.RAISED,
            "revision": 1,
        }
        return transaction.insert("escalations", row)
    number, acted_at, acknowledged_at, revision = cleared
    state = State.ACTED if acted_at else State.ACKNOWLEDGED if acknowledged_at else State.RAISED
    again: Row = {
        "state": state,
        "cleared_at": None,
        "cleared_by": "",
        "outcome": None,
        "revision": revision + 1,
    }
    transaction.update("escalations", number, again)
    return int(number)


def clear(transaction: Transaction, escalation: Escalation, at: Millis, outcome: Outcome) -> None:
    """Close an escalation whose situation is over."""
    transaction.update(
        "escalations",
        escalation.id,
        {
            "state": State.CLEARED,
            "cleared_at": max(at, escalation.crossed_at),
            "cleared_by": transaction.actor.who,
            "outcome": outcome,
            "revision": escalation.revision + 1,
        },
        where={"state": escalation.state},
    )


def change(transaction: Transaction, escalation: Escalation, values: Row) -> None:
    """Record what was done with an escalation that is still as it was seen."""
    transaction.update(
        "escalations",
        escalation.id,
        {**values, "revision": escalation.revision + 1},
        where={"revision": escalation.revision},
    )


def _select(connection: Connection, tail: str, *values: object) -> tuple[Escalation, ...]:
    return tuple(_escalation(row) for row in connection.execute(f"select {_COLUMNS} from escalations {tail}", values))


def _escalation(row: tuple[object, ...]) -> Escalation:
    named = dict(zip(_COLUMNS.replace(",", "").split(), row, strict=True))
    named["kind"] = Kind(str(named["kind"]))
    named["state"] = State(str(named["state"]))
    named["action"] = Action(str(named["action"])) if named["action"] else None
    named["outcome"] = Outcome(str(named["outcome"])) if named["outcome"] else None
    return Escalation(**named)  # type: ignore[arg-type]
