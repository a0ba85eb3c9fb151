"""The cars that were where something happened (I16)."""

from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.incidents.car_checks import CarCheck, CheckResult
from frontdesk.domain.values.plates import Plate

_SELECT = (
    "select c.id, c.incident_id, c.visit_id, v.plate, c.asked_at, c.checked_at, c.checked_by, c.result, c.words"
    " from car_checks c join visits v on v.id = c.visit_id"
)
_OPEN = "c.checked_at is null and c.lifted_at is null"


def of(connection: Connection, incident: int) -> tuple[CarCheck, ...]:
    """Return the cars that were there, in the order they came."""
    return _made(connection, "c.incident_id = ? and c.lifted_at is null", incident)


def open_of(connection: Connection, visit: int) -> tuple[CarCheck, ...]:
    """Return for which incidents a car is still to be looked at."""
    return _made(connection, f"c.visit_id = ? and {_OPEN}", visit)


def open_ones(connection: Connection) -> tuple[CarCheck, ...]:
    """Return every car that is here and still to be looked at."""
    return _made(connection, f"v.left_at is null and {_OPEN}")


def ask(transaction: Transaction, incident: int, visit: int) -> None:
    """A car is to be looked at."""
    transaction.insert("car_checks", {"incident_id": incident, "visit_id": visit, "asked_at": transaction.now})


def lift(transaction: Transaction, incident: int) -> None:
    """There was nothing: no car has to be looked at for it."""
    for check in _made(transaction.connection, f"c.incident_id = ? and {_OPEN}", incident):
        transaction.update("car_checks", check.id, {"lifted_at": transaction.now})


def put(transaction: Transaction, check: CarCheck, result: CheckResult, words: str) -> None:
    """Put down what was found."""
    values: Row = {"checked_at": transaction.now, "checked_by": transaction.actor.who, "result": result, "words": words}
    transaction.update("car_checks", check.id, values, where={"checked_at": None, "lifted_at": None})


def _made(connection: Connection, condition: str, *values: int) -> tuple[CarCheck, ...]:
    rows = connection.execute(f"{_SELECT} where {condition} order by c.id", values).fetchall()
    return tuple(each("car_checks", rows, _check))


def _check(row: tuple[Any, ...]) -> CarCheck:
    number, incident, visit, plate, asked_at, checked_at, checked_by, result, words = row
    found = CheckResult(result) if result else None
    return CarCheck(number, incident, visit, Plate(plate), asked_at, checked_at, checked_by, found, words)
