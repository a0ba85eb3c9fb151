"""The matters and what is owed for them."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from data.matters import dues
from data.runs import runs
from frontdesk.domain.matters.due import Due
from frontdesk.domain.matters.matter import Matter, MatterKind, Outcome, in_order
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.runs.run import RunOutcome
from frontdesk.domain.values.errors import Refused

_COLUMNS = "id, kind, title, part_of, opened_at, opened_by, closed_at, closed_by, outcome"
_OPEN = "from matters m indexed by matters_open where closed_at is null"
_FIRST = "(select min(due_at) from dues where matter_id = m.id and met_at is null and lifted_at is null)"


def open_ones(connection: Connection, limit: int) -> tuple[Matter, ...]:
    """Return the open matters, next due first, at most `limit`."""
    rows = connection.execute(
        f"select {_COLUMNS} {_OPEN} order by {_FIRST} is null, {_FIRST}, id limit ?", (limit,)
    ).fetchall()
    return in_order(_with_dues(connection, rows))


def open_of(connection: Connection, kind: MatterKind) -> tuple[Matter, ...]:
    """Return the open matters of a kind, in the order they were opened."""
    return _select(connection, "closed_at is null and kind = ?", kind)


def get(connection: Connection, number: int) -> Matter:
    """Return one matter. Raises `Refused(NO_MATTER)`."""
    found = _select(connection, "id = ?", number)
    if not found:
        raise Refused(MatterReason.NO_MATTER, number=number)
    return found[0]


def of(connection: Connection, numbers: Iterable[int]) -> dict[int, Matter]:
    """Return matters by their numbers."""
    found = _select(connection, "id in (select value from json_each(?))", json.dumps(list(numbers)))
    return {matter.id: matter for matter in found}


def parts(connection: Connection, number: int) -> tuple[Matter, ...]:
    """Return the matters that came from one, in the order they were opened."""
    return _select(connection, "part_of = ?", number)


def open_one(transaction: Transaction, kind: MatterKind, title: str, part_of: int | None = None) -> int:
    """Open a matter; return its number."""
    row: Row = {"kind": kind, "title": title, "part_of": part_of}
    return transaction.insert("matters", {**row, "opened_at": transaction.now, "opened_by": transaction.actor.who})


def close(transaction: Transaction, number: int, outcome: Outcome) -> None:
    """Close a matter that is open; what is still owed for it is lifted, what is done step by step stops."""
    dues.lift(transaction, number)
    for run in runs.of_matter(transaction.connection, number):
        if run.outcome is None:
            runs.end(transaction, run, RunOutcome.STOPPED)
    values: Row = {"closed_at": transaction.now, "closed_by": transaction.actor.who, "outcome": outcome}
    transaction.update("matters", number, values, where={"closed_at": None})


def _select(connection: Connection, condition: str, *values: object) -> tuple[Matter, ...]:
    rows = connection.execute(f"select {_COLUMNS} from matters where {condition} order by id", values).fetchall()
    return _with_dues(connection, rows)


def _with_dues(connection: Connection, rows: list[tuple[Any, ...]]) -> tuple[Matter, ...]:
    owed: defaultdict[int, list[Due]] = defaultdict(list)
    for due in dues.of(connection, [row[0] for row in rows]) if rows else ():
        owed[due.matter].append(due)
    return tuple(each("matters", rows, lambda row: _matter(row, tuple(owed[row[0]]))))


def _matter(row: tuple[Any, ...], owed: tuple[Due, ...]) -> Matter:
    number, kind, title, part_of, opened_at, opened_by, closed_at, closed_by, outcome = row
    opened = (number, MatterKind(kind), title, part_of, opened_at, opened_by)
    return Matter(*opened, closed_at, closed_by, Outcome(outcome) if outcome else None, owed)
