"""What was said at meetings, rescues and orders of customers, of no complaint too: it goes with them (C10)."""

import json
from collections.abc import Collection
from typing import Any, NamedTuple

from data.engine.connection import Connection
from frontdesk.domain.forgetting.customer import GONE, PERSONAL, Customer
from frontdesk.domain.values.clock import Millis

_OF_NO_CASE = {"meetings": "m.complaint_id is null", "rescues": "true", "orders": "true"}
"""Which rows of a table are not about a case, which has a term of its own."""
_SECOND = {"meetings": "null", "rescues": "m.second_id", "orders": "null"}
"""The number of somebody else who was with them."""


class OfMatters(NamedTuple):
    """The meetings, rescues and orders of a customer of which something was said, those not over, and their numbers."""

    ids: tuple[int, ...] = ()
    still_open: tuple[int, ...] = ()
    phones: tuple[int, ...] = ()


def of_customer(connection: Connection, customer: Customer, phones: Collection[int]) -> OfMatters:
    """Return those of a customer; `phones`: the numbers of their cases, where only a case is named."""
    wanted = {
        "p.number = :phone": customer.phone,
        "m.plate = :plate": customer.plate,
        "p.number <> '' and p.number in (select number from phones where id in (select value from json_each(:phones)))":
            not (customer.phone or customer.plate),
        "m.customer = :name": customer.name,
    }  # fmt: skip
    where = " and ".join(condition for condition, said in wanted.items() if said)
    listed = json.dumps(sorted(phones))
    values = {"phone": customer.phone, "plate": customer.plate, "phones": listed, "name": customer.name}
    rows = [row for table in _SECOND for row in connection.execute(f"{_from(table)} and {where} order by m.id", values)]
    return _made(rows)


def past(connection: Connection, tables: Collection[str], before: Millis, limit: int) -> OfMatters:
    """Return those of no complaint that were over before an instant and still say something, oldest first."""
    values = {"before": before, "limit": limit}
    rows = [row for table in tables for row in connection.execute(f"{_past(table)} order by m.id limit :limit", values)]
    return _made(sorted(rows)[:limit])._replace(still_open=())


def count_past(connection: Connection, tables: Collection[str], before: Millis) -> int:
    """Return how many such meetings, rescues or orders there are."""
    return sum(
        connection.execute(f"select count(*) from ({_past(table)})", {"before": before}).fetchone()[0]
        for table in tables
    )


def count_over(connection: Connection, kinds: Collection[str], before: Millis) -> int:
    """Return how many matters of some kinds were closed before an instant, whether they still say anything or not."""
    row = connection.execute(
        "select count(*) from matters where kind in (select value from json_each(?)) and closed_at < ?",
        (json.dumps(sorted(kinds)), before),
    ).fetchone()
    return int(row[0])


def _from(table: str) -> str:
    """Return the beginning of a question for the rows of a table that still say something of a customer."""
    says = " or ".join(f"m.{column} not in ('', '{GONE}')" for column in PERSONAL[table])
    has_number = f"exists (select 1 from phones n where n.id in (m.phone_id, {_SECOND[table]}) and n.number <> '')"
    return (
        f"select m.id, m.phone_id, {_SECOND[table]}, t.closed_at is null from {table} m join matters t on t.id = m.id"
        f" left join phones p on p.id = m.phone_id where ({says} or {has_number})"
    )


def _past(table: str) -> str:
    return f"{_from(table)} and {_OF_NO_CASE[table]} and t.closed_at < :before"


def _made(rows: Collection[tuple[Any, ...]]) -> OfMatters:
    return OfMatters(
        tuple(number for number, *_ in rows),
        tuple(number for number, _, _, is_open in rows if is_open),
        tuple(phone for _, first, second, _ in rows for phone in (first, second) if phone is not None),
    )
