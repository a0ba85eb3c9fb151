"""What was said at meetings with a customer, also where nobody complained: it goes with the customer (C10)."""

import json
from collections.abc import Collection
from typing import NamedTuple

from data.engine.connection import Connection
from frontdesk.domain.forgetting.customer import GONE, PERSONAL, Customer
from frontdesk.domain.values.clock import Millis

_HAS_NUMBER = "exists (select 1 from phones n where n.id = m.phone_id and n.number <> '')"
_SAYS = " or ".join(f"m.{column} not in ('', '{GONE}')" for column in PERSONAL["meetings"])
_MEETINGS = (
    f"meetings m join matters t on t.id = m.id left join phones p on p.id = m.phone_id where ({_SAYS} or {_HAS_NUMBER})"
)
_PAST = "m.complaint_id is null and t.closed_at < :before"


class Met(NamedTuple):
    """The meetings of a customer of which something was said, those that are not over, and their numbers."""

    ids: tuple[int, ...] = ()
    still_open: tuple[int, ...] = ()
    phones: tuple[int, ...] = ()


def of_customer(connection: Connection, customer: Customer, phones: Collection[int]) -> Met:
    """Return the meetings of a customer; `phones`: the numbers of their cases, where only a case is named."""
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
    rows = connection.execute(
        f"select m.id, m.phone_id, t.closed_at is null from {_MEETINGS} and {where} order by m.id", values
    ).fetchall()
    return Met(
        tuple(number for number, _, _ in rows),
        tuple(number for number, _, is_open in rows if is_open),
        tuple(phone for _, phone, _ in rows if phone is not None),
    )


def past(connection: Connection, before: Millis, limit: int) -> Met:
    """Return the meetings of no complaint that were over before an instant and still say something, oldest first."""
    rows = connection.execute(
        f"select m.id, m.phone_id from {_MEETINGS} and {_PAST} order by m.id limit :limit",
        {"before": before, "limit": limit},
    ).fetchall()
    return Met(tuple(number for number, _ in rows), (), tuple(phone for _, phone in rows if phone is not None))


def count_past(connection: Connection, before: Millis) -> int:
    """Return how many such meetings there are."""
    row = connection.execute(f"select count(*) from {_MEETINGS} and {_PAST}", {"before": before}).fetchone()
    return int(row[0])
