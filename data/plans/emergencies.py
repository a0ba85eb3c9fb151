"""The numbers that a director changed at once, until they fall back (G1)."""

from data import agenda
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from frontdesk.domain.plans.numbers import Emergency
from frontdesk.domain.values.clock import Millis

_COLUMNS = "id, key, was, becomes, why, at, who, ends_at, ended_at"


def running(connection: Connection) -> tuple[Emergency, ...]:
    """Return what runs, oldest first."""
    rows = connection.execute(f"select {_COLUMNS} from emergency_changes where ended_at is null order by id")
    return tuple(Emergency(*row) for row in rows)


def every(connection: Connection) -> tuple[Emergency, ...]:
    """Return all that ever ran, oldest first."""
    return tuple(Emergency(*row) for row in connection.execute(f"select {_COLUMNS} from emergency_changes order by id"))


def start(transaction: Transaction, key: str, becomes: int, *, was: int, why: str, ends_at: Millis) -> int:
    """Put on record that a number is changed at once, and plan when it falls back."""
    row: Row = {"key": key, "was": was, "becomes": becomes, "why": why, "at": transaction.now}
    number = transaction.insert("emergency_changes", {**row, "who": transaction.actor.who, "ends_at": ends_at})
    plan(transaction)
    return number


def end(transaction: Transaction, emergency: Emergency) -> None:
    """Put on record that it is over."""
    transaction.update("emergency_changes", emergency.id, {"ended_at": transaction.now}, where={"ended_at": None})


def plan(transaction: Transaction, at: Millis | None = None) -> None:
    """Plan when the first of what runs falls back, or at another time; where nothing runs, nothing is planned."""
    first = min((each.ends_at for each in running(transaction.connection)), default=None)
    if first is None:
        agenda.drop(transaction.connection, agenda.EMERGENCY)
    else:
        agenda.put(transaction.connection, agenda.EMERGENCY, first if at is None else at)
