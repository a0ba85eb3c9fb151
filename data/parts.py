"""The parts that are fetched for somebody (R4, R5, R9)."""

import json
from collections import defaultdict
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.parts.part import Carrier, PartOrder, PartState, Source
from frontdesk.domain.parts.reasons import PartReason
from frontdesk.domain.values.errors import Refused

_COLUMNS = (
    "id, matter_id, number, name, quantity, source, carrier, may_fly, monitored, maker_ok_at, eta, state, changed_at,"
    " changed_by"
)
_OPEN = "state not in ('part_handed', 'part_cancelled')"


def open_ones(connection: Connection) -> tuple[PartOrder, ...]:
    """Return the parts that are still to be handed out, in the order they were asked for."""
    return _select(connection, _OPEN)


def of(connection: Connection, matters: list[int]) -> dict[int, tuple[PartOrder, ...]]:
    """Return the parts of matters, in the order they were asked for."""
    found: defaultdict[int, list[PartOrder]] = defaultdict(list)
    for part in _select(connection, "matter_id in (select value from json_each(?))", json.dumps(matters)):
        found[part.matter].append(part)
    return {matter: tuple(parts) for matter, parts in found.items()}


def get(connection: Connection, number: int) -> PartOrder:
    """Return one part. Raises `Refused(NO_PART)`."""
    found = _select(connection, "id = ?", number)
    if not found:
        raise Refused(PartReason.NO_PART, number=number)
    return found[0]


def ask(transaction: Transaction, matter: int, values: Row) -> int:
    """Put on record that a part is wanted for a matter; return its number."""
    row: Row = {"matter_id": matter, "state": PartState.ASKED, "changed_at": transaction.now}
    return transaction.insert("part_orders", {**row, "changed_by": transaction.actor.who, **values})


def change(transaction: Transaction, part: PartOrder, values: Row) -> None:
    """Change what is on record of a part, unless somebody else did meanwhile."""
    by: Row = {"changed_at": transaction.now, "changed_by": transaction.actor.who}
    transaction.update("part_orders", part.id, {**values, **by}, where={"state": part.state})


def _select(connection: Connection, condition: str, *values: object) -> tuple[PartOrder, ...]:
    rows = connection.execute(f"select {_COLUMNS} from part_orders where {condition} order by id", values)
    return tuple(each("part_orders", rows, _part))


def _part(row: tuple[Any, ...]) -> PartOrder:
    named = dict(zip(PartOrder._fields, row, strict=True))
    named |= {"source": Source(named["source"]), "state": PartState(named["state"])}
    named |= {"carrier": Carrier(named["carrier"]) if named["carrier"] else None}
    named |= {"may_fly": bool(named["may_fly"]), "monitored": bool(named["monitored"])}
    return PartOrder(**named)
