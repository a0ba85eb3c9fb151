"""What is owed for a matter, by when, and how often that was agreed anew."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.matters.due import MISSED_AT_ONCE, Change, Due, DueName
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused

COLUMNS = (
    "id", "matter_id", "name", "person", "started_at", "due_at", "provisional", "what", "met_at", "met_by", "lifted_at",
)  # fmt: skip
OF_RUNNING = COLUMNS[:8]
"""What there is to read of one that is still owed."""
_RUNNING = "met_at is null and lifted_at is null"


def of(connection: Connection, matters: Iterable[int]) -> tuple[Due, ...]:
    """Return what is or was owed for matters, in the order it began."""
    return _select(connection, "matter_id in (select value from json_each(?))", json.dumps(list(matters)))


def missed(connection: Connection, at: Millis) -> tuple[Due, ...]:
    """Return the first of what is owed and was not done by an instant; so many at most that nobody has to wait."""
    numbers = connection.execute(
        f"select id from dues indexed by dues_running where {_RUNNING} and due_at < ? order by due_at, id limit ?",
        (at, MISSED_AT_ONCE),
    ).fetchall()
    listed = json.dumps([number for (number,) in numbers])
    return _select(connection, "id in (select value from json_each(?))", listed) if numbers else ()


def get(connection: Connection, number: int) -> Due | None:
    """Return one thing owed; None where that was undone."""
    return next(iter(_select(connection, "id = ?", number)), None)


def start(
    transaction: Transaction, matter: int, name: DueName, due_at: Millis, person: str = "", *,
    provisional: bool = False, what: str = "",
) -> int:  # fmt: skip
    """Put on record that something is owed from now on; `what` says which, where several of a name can be owed."""
    row: Row = {"matter_id": matter, "name": name, "what": what, "person": person, "started_at": transaction.now}
    return transaction.insert("dues", {**row, "due_at": due_at, "provisional": int(provisional)})


def meet(transaction: Transaction, matter: int, name: DueName) -> None:
    """What was owed is done now; where it is not owed, nothing is."""
    for number in _running(transaction, matter, name):
        transaction.update("dues", number, {"met_at": transaction.now, "met_by": transaction.actor.who})


def meet_one(transaction: Transaction, number: int, at: Millis) -> None:
    """One thing owed was done, at an instant that may be some time ago; one that is not owed any more is left alone."""
    row = transaction.image("dues", number)
    if row is not None and row["met_at"] is None and row["lifted_at"] is None:
        met_at = max(at, row["started_at"])
        transaction.update("dues", number, {"met_at": met_at, "met_by": transaction.actor.who})


def lift_one(transaction: Transaction, number: int) -> None:
    """One thing is not owed any more."""
    row = transaction.image("dues", number)
    if row is not None and row["met_at"] is None and row["lifted_at"] is None:
        transaction.update("dues", number, {"lifted_at": transaction.now})


def lift(transaction: Transaction, matter: int, name: DueName | None = None) -> None:
    """Nothing is owed any more for a matter, or nothing of this name."""
    for number in _running(transaction, matter, name):
        transaction.update("dues", number, {"lifted_at": transaction.now})


def put_off(transaction: Transaction, due: Due, becomes: Millis, why: str) -> None:
    """What is owed gets a new instant; the one before, and why, stay on record."""
    row: Row = {"due_id": due.id, "at": transaction.now, "who": transaction.actor.who}
    transaction.insert("due_changes", {**row, "was": due.due_at, "becomes": becomes, "why": why})
    where: Row = {"due_at": due.due_at, "met_at": None, "lifted_at": None}
    transaction.update("dues", due.id, {"due_at": becomes, "provisional": 0}, where=where)


def running(connection: Connection, matter: int, name: DueName) -> Due:
    """Return what is owed for a matter under this name. Raises `Refused(DUE_ENDED)`."""
    found = _select(connection, f"matter_id = ? and name = ? and {_RUNNING}", matter, name)
    if not found:
        raise Refused(MatterReason.DUE_ENDED, number=matter, due=name)
    return found[0]


def _running(transaction: Transaction, matter: int, name: str | None = None) -> list[int]:
    rows = transaction.connection.execute(
        f"select id from dues where matter_id = ?1 and {_RUNNING} and (?2 is null or name = ?2) order by id",
        (matter, name),
    )
    return [number for (number,) in rows]


def changes_of(connection: Connection, numbers: Iterable[int]) -> tuple[tuple[Any, ...], ...]:
    """Return the rows of what was agreed anew about dues, each with the due's number first."""
    rows = connection.execute(
        "select due_id, at, who, was, becomes, why from due_changes"
        " where due_id in (select value from json_each(?)) order by id",
        (json.dumps(list(numbers)),),
    )
    return tuple(rows)


def made(row: tuple[Any, ...], changes: Iterable[tuple[Any, ...]]) -> Due:
    """Return the due that a row, in the order of `COLUMNS` or `OF_RUNNING`, and the rows of its changes make."""
    number, matter, name, person, started_at, due_at, provisional, what, *ended = row
    met_at, met_by, lifted_at = ended or (None, "", None)
    owed = (number, matter, DueName(name), person, started_at, due_at)
    agreed = tuple(Change(*each) for _due, *each in changes)
    return Due(*owed, bool(provisional), met_at, met_by, lifted_at, agreed, what)


def _select(connection: Connection, condition: str, *values: object) -> tuple[Due, ...]:
    rows = connection.execute(f"select {', '.join(COLUMNS)} from dues where {condition} order by id", values).fetchall()
    changes: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for change in changes_of(connection, (row[0] for row in rows)) if rows else ():
        changes[change[0]].append(change)
    return tuple(each("dues", rows, lambda row: made(row, changes.get(row[0], ()))))
