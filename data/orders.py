"""The emergency orders of customers, each with what they were answered (I10)."""

import json
from collections import defaultdict
from typing import Any

from data import parts
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from data.matters import matters
from frontdesk.domain.matters.matter import Matter, MatterKind
from frontdesk.domain.orders.order import Answer, Order, OrderForm, OrderOutcome
from frontdesk.domain.orders.reasons import OrderReason
from frontdesk.domain.parts.part import PartOrder
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused

_REST = ("called_at", "taken_by", "phone_id", "ended_at", "outcome", "result_words")
_COLUMNS = ", ".join(f"o.{name}" for name in ("id", *OrderForm._fields, *_REST))
_FROM = f"select {_COLUMNS}, coalesce(p.masked, '') from orders o left join phones p on p.id = o.phone_id"
_LISTED = 500


def newest(connection: Connection) -> tuple[Order, ...]:
    """Return the newest orders, newest first."""
    return _select(connection, "true order by o.id desc limit ?", _LISTED)


def get(connection: Connection, number: int) -> Order:
    """Return the order that is this matter. Raises `Refused(NO_ORDER)`."""
    found = _select(connection, "o.id = ?", number)
    if not found:
        raise Refused(OrderReason.NO_ORDER, number=number)
    return found[0]


def open_one(transaction: Transaction, title: str, form: OrderForm, values: Row) -> int:
    """Put an order on record; return the number of its matter."""
    number = matters.open_one(transaction, MatterKind.ORDER, title)
    transaction.insert("orders", {"id": number, **form._asdict(), **values})
    return number


def change(transaction: Transaction, order: Order, values: Row) -> None:
    """Change what is on record of an order, unless it ended meanwhile."""
    transaction.update("orders", order.id, values, where={"ended_at": order.ended_at})


def answer(transaction: Transaction, number: int, becomes: Millis | None, words: str) -> None:
    """Put on record when it comes, or why it does not."""
    row: Row = {"order_id": number, "at": transaction.now, "who": transaction.actor.who}
    transaction.insert("order_answers", {**row, "becomes": becomes, "words": words})


def told(transaction: Transaction, answered: Answer) -> None:
    """The customer knows it now."""
    transaction.update("order_answers", answered.id, {"told_at": transaction.now}, where={"told_at": None})


def _select(connection: Connection, tail: str, *values: object) -> tuple[Order, ...]:
    rows = connection.execute(f"{_FROM} where {tail}", values).fetchall()
    numbers = [row[0] for row in rows]
    owned, fetched = matters.of(connection, numbers), parts.of(connection, numbers)
    said = _answers(connection, json.dumps(numbers))
    return tuple(
        each(
            "orders",
            rows,
            lambda row: _order(owned[row[0]], row, said.get(row[0], ()), fetched.get(row[0], ())),
        )
    )


def _answers(connection: Connection, numbers: str) -> dict[int, tuple[Answer, ...]]:
    rows = connection.execute(
        "select order_id, id, at, who, becomes, words, told_at from order_answers"
        " where order_id in (select value from json_each(?)) order by id",
        (numbers,),
    ).fetchall()
    found: defaultdict[int, list[Answer]] = defaultdict(list)
    for owner, said in each("order_answers", rows, lambda row: (row[0], Answer(*row[1:]))):
        found[owner].append(said)
    return {owner: tuple(listed) for owner, listed in found.items()}


def _order(matter: Matter, row: tuple[Any, ...], answers: tuple[Answer, ...], goods: tuple[PartOrder, ...]) -> Order:
    named = dict(zip(("id", *OrderForm._fields, *_REST, "phone"), row, strict=True))
    del named["id"]
    form = OrderForm(**{name: named.pop(name) for name in OrderForm._fields})
    named |= {"outcome": OrderOutcome(named["outcome"]) if named["outcome"] else None}
    return Order(matter=matter, form=form, answers=answers, goods=goods, **named)
