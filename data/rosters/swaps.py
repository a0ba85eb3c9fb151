"""The swaps that were asked for and agreed to (S2)."""

from typing import NamedTuple

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from frontdesk.domain.values.clock import Millis


class Swap(NamedTuple):
    """A swap that one of the two has asked for, or both have agreed to."""

    id: int
    turn: int
    other_turn: int | None
    other: str
    at: Millis
    who: str
    agreed_at: Millis | None
    agreed_by: str


def asked(connection: Connection, turn: int, other_turn: int | None, other: str) -> Swap | None:
    """Return a swap that is asked for and not agreed to yet, whoever of the two asked."""
    row = connection.execute(
        "select id, turn_id, other_id, other, at, who, agreed_at, agreed_by from swaps"
        " where turn_id = ? and other_id is ? and other = ? and agreed_at is null",
        (turn, other_turn, other),
    ).fetchone()
    return None if row is None else Swap(*row)


def of_version(connection: Connection, number: int) -> tuple[Swap, ...]:
    """Return the swaps of a version that still wait for the other one: the turn has to stand."""
    rows = connection.execute(
        "select w.id, turn_id, other_id, other, w.at, w.who, agreed_at, agreed_by from swaps w"
        " join turns t on t.id = w.turn_id left join turns o on o.id = w.other_id"
        " where t.roster_id = ? and agreed_at is null and t.state = 'confirmed'"
        " and coalesce(o.state, 'confirmed') = 'confirmed' order by w.id",
        (number,),
    )
    return tuple(Swap(*row) for row in rows)


def ask(transaction: Transaction, turn: int, other_turn: int | None, other: str) -> int:
    """Put on record that somebody asks for a swap."""
    row: Row = {"turn_id": turn, "other_id": other_turn, "other": other}
    return transaction.insert("swaps", {**row, "at": transaction.now, "who": transaction.actor.who})


def agree(transaction: Transaction, swap: Swap) -> None:
    """The other one agrees, or the manager says so."""
    values: Row = {"agreed_at": transaction.now, "agreed_by": transaction.actor.who}
    transaction.update("swaps", swap.id, values, where={"agreed_at": None})
