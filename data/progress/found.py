"""What was found on cars in repair, and what their customers decided (P2)."""

from collections import defaultdict
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.progress.progress import Found
from frontdesk.domain.progress.terms import Decision, FoundKind, Heard

_COLUMNS = (
    "id, job_id, kind, what, at, who, cost_min, cost_max, minutes, told_at, decision, decided_at, decided_by, channel,"
    " words, released_at, released_by"
)


def of(connection: Connection, numbers: str) -> dict[int, tuple[Found, ...]]:
    """Return what was found on cars, in that order; `numbers` is a JSON list."""
    rows = connection.execute(
        f"select {_COLUMNS}, progress_id from found where progress_id in (select value from json_each(?)) order by id",
        (numbers,),
    ).fetchall()
    found: defaultdict[int, list[Found]] = defaultdict(list)
    for owner, one in each("found", rows, lambda row: (row[-1], _found(row[:-1]))):
        found[owner].append(one)
    return {owner: tuple(each_) for owner, each_ in found.items()}


def add(transaction: Transaction, car: int, values: Row) -> int:
    """Put on record what was found; return its number."""
    who: Row = {"progress_id": car, "at": transaction.now, "who": transaction.actor.who}
    return transaction.insert("found", {**who, **values})


def change(transaction: Transaction, found: Found, values: Row) -> None:
    """Put on record that the customer was told or decided, or that the supervisor lets the work go on."""
    where: Row = {"decision": found.decision, "released_at": found.released_at}
    transaction.update("found", found.id, values, where=where)


def _found(row: tuple[Any, ...]) -> Found:
    named = dict(zip(Found._fields, row, strict=True))
    named |= {"kind": FoundKind(named["kind"])}
    named |= {"decision": Decision(named["decision"]) if named["decision"] else None}
    named |= {"channel": Heard(named["channel"]) if named["channel"] else None}
    return Found(**named)
