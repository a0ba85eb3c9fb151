"""The checks that were ever switched on, as they come now."""

from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.checks.check import Check
from frontdesk.domain.checks.periods import Every

_COLUMNS = "id, key, playbook, every, by_time, station, role, title, in_use, since"


def every(connection: Connection) -> tuple[Check, ...]:
    """Return all that are on record, in the order they were switched on first."""
    return _select(connection, "1")


def in_use(connection: Connection) -> tuple[Check, ...]:
    """Return those that come."""
    return _select(connection, "in_use = 1")


def put(transaction: Transaction, check: Check) -> int:
    """Put a check on record as it comes from now on; return its number."""
    row: Row = {
        "key": check.key, "title": check.title, "playbook": check.playbook, "every": check.every,
        "by_time": check.by, "station": check.station, "role": check.role, "in_use": int(check.is_in_use),
        "since": check.since,
    }  # fmt: skip
    if not check.id:
        return transaction.insert("checks", row)
    transaction.update("checks", check.id, row)
    return check.id


def _select(connection: Connection, condition: str) -> tuple[Check, ...]:
    rows = connection.execute(f"select {_COLUMNS} from checks where {condition} order by id").fetchall()
    return tuple(each("checks", rows, _check))


def _check(row: tuple[Any, ...]) -> Check:
    number, key, playbook, every_, by, station, role, title, is_in_use, since = row
    return Check(key, playbook, Every(every_), by, station, role, title, bool(is_in_use), since, number)
