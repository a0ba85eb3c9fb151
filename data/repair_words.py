"""What was said of repairs, found by the car's visit: it belongs to its customer, also where nobody complained."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from data.engine.connection import Connection
from frontdesk.domain.forgetting.customer import GONE, OF_REPAIRS, PERSONAL, Customer
from frontdesk.domain.values.clock import Millis

_OWNER = {
    **dict.fromkeys(OF_REPAIRS, "t.progress_id = p.id"),
    **dict.fromkeys(("run_steps", "run_entries"), "t.run_id in (select id from runs where matter_id = p.id)"),
    "quotes": "t.matter_id = p.id",
    "roll_marks": "t.name_id in (select id from roll_names where visit_id = p.visit_id)",
    "car_checks": "t.visit_id = p.visit_id",
}
_SAYS = " or ".join(
    f"exists (select 1 from {table} t where {_OWNER[table]} and t.{column} not in ('', '{GONE}'))"
    for table in OF_REPAIRS
    for column in PERSONAL[table]
)
_PAST = "m.closed_at is not null and v.left_at < :before"
_REPAIRS = f"progress p join visits v on v.id = p.visit_id join matters m on m.id = p.id where ({_SAYS})"
_TIED = (
    "(v.id in (select visit_id from appointments where id in (select value from json_each(:appointments)))"
    " or p.id in (select matter_id from messages where id in (select value from json_each(:messages))))"
)
_OF_ONE_NUMBER = (
    "v.plate in (select s.plate from (select plate, phone_id from complaints where drill = 0"
    " union all select plate, phone_id from appointments"
    " union all select plate, phone_id from messages where audience <> 'staff') s"
    " join phones n on n.id = s.phone_id where n.number <> '' and s.plate <> ''"
    " group by s.plate having count(distinct n.number) = 1 and min(n.number) = :phone)"
)
"""A car that had another number, too, may have had another customer: only what is tied to the number is taken."""


class Repairs(NamedTuple):
    """The repairs of a customer of which something was said, and the plates of those that are not handed back."""

    ids: tuple[int, ...]
    still_open: tuple[str, ...]


def of_customer(
    connection: Connection, customer: Customer, appointments: Iterable[int], messages: Iterable[int]
) -> Repairs:
    """Return the repairs of a customer: of their car, or of what they are booked for or were told."""
    fits = {"v.plate = :plate": customer.plate, _OF_ONE_NUMBER: customer.phone}
    by_car = " and ".join(condition for condition, said in fits.items() if said)
    # A name stands with no repair: what has to fit it is only what is tied to a row that does.
    where = _TIED if customer.name or not by_car else f"({_TIED} or {by_car})"
    rows = connection.execute(
        f"select p.id, v.plate, m.closed_at is null from {_REPAIRS} and {where} order by p.id",
        {
            "plate": customer.plate,
            "phone": customer.phone,
            "appointments": json.dumps(list(appointments)),
            "messages": json.dumps(list(messages)),
        },
    ).fetchall()
    return Repairs(tuple(number for number, *_ in rows), tuple(plate for _, plate, is_open in rows if is_open))


def past(connection: Connection, before: Millis, limit: int) -> tuple[int, ...]:
    """Return the repairs whose visit had ended before an instant and of which something is still said, oldest first."""
    rows = connection.execute(
        f"select p.id from {_REPAIRS} and {_PAST} order by p.id limit :limit", {"before": before, "limit": limit}
    )
    return tuple(number for (number,) in rows)


def count_past(connection: Connection, before: Millis) -> int:
    """Return of how many repairs something is still said whose visit had ended before an instant."""
    row = connection.execute(f"select count(*) from {_REPAIRS} and {_PAST}", {"before": before}).fetchone()
    return int(row[0])
