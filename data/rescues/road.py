"""When rescue teams arrive, as it was said, and what they said from the road."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.rescues.rescue import Contact, Eta
from frontdesk.domain.values.clock import Millis

T = TypeVar("T")


def etas(connection: Connection, numbers: str) -> dict[int, tuple[Eta, ...]]:
    """Return the times of arrival of rescues, in the order they were said; `numbers` is a JSON list."""
    return _of(connection, "rescue_etas", "id, at, who, becomes, why, told_at", numbers, lambda row: Eta(*row))


def contacts(connection: Connection, numbers: str) -> dict[int, tuple[Contact, ...]]:
    """Return what rescue teams said from the road, in that order; `numbers` is a JSON list."""
    return _of(connection, "rescue_contacts", "at, who, words", numbers, lambda row: Contact(*row))


def say_eta(transaction: Transaction, rescue: int, becomes: Millis, why: str = "") -> int:
    """Put on record when a team arrives; return the number of that."""
    row: Row = {"rescue_id": rescue, "at": transaction.now, "who": transaction.actor.who}
    return transaction.insert("rescue_etas", {**row, "becomes": becomes, "why": why})


def told(transaction: Transaction, eta: Eta) -> None:
    """The customer knows of it now."""
    transaction.update("rescue_etas", eta.id, {"told_at": transaction.now}, where={"told_at": None})


def say_contact(transaction: Transaction, rescue: int, words: str) -> None:
    """Put on record what a team said."""
    row: Row = {"rescue_id": rescue, "at": transaction.now, "who": transaction.actor.who, "words": words}
    transaction.insert("rescue_contacts", row)


def _of(
    connection: Connection, table: str, columns: str, numbers: str, make: Callable[[tuple[Any, ...]], T]
) -> dict[int, tuple[T, ...]]:
    rows = connection.execute(
        f"select rescue_id, {columns} from {table} where rescue_id in (select value from json_each(?)) order by id",
        (numbers,),
    ).fetchall()
    found: defaultdict[int, list[T]] = defaultdict(list)
    for owner, one in each(table, rows, lambda row: (row[0], make(row[1:]))):
        found[owner].append(one)
    return {owner: tuple(listed) for owner, listed in found.items()}
