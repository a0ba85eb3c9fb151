"""From whom a month's list is drawn: those who came, with a number, who may be asked (Q7)."""

from collections.abc import Iterator
from typing import NamedTuple

from data.customers import Customers
from data.engine.connection import Connection
from data.messages import wishes
from data.people import phones
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Plate

_CAME = (
    "select id, plate from visits v where arrived_at >= ? and arrived_at < ?"
    " and exists (select 1 from stays where visit_id = v.id) order by arrived_at desc, id desc"
)
_ASKED_LATELY = (
    "select 1 from survey_asked a join survey_draws d on d.id = a.draw_id join messages m on m.id = a.message_id"
    " join phones p on p.id = m.phone_id where p.number = ? and d.at > ? limit 1"
)


class MayBeAsked(NamedTuple):
    """A customer who may be asked about their last visit of the month."""

    visit: int
    plate: Plate
    name: str
    phone_id: int


def of_month(connection: Connection, span: tuple[Millis, Millis], asked_since: Millis) -> Iterator[MayBeAsked]:
    """Yield the customers who came, each once; not whoever wants no survey or was asked after an instant."""
    customers, seen = Customers(connection), set[str]()
    for visit, plate in connection.execute(_CAME, span).fetchall():
        customer = customers.of_plate(plate)
        number = phones.in_full(connection, customer.phone_id) if customer.phone_id is not None else ""
        if not number or number in seen or customer.phone_id is None:
            continue
        seen.add(number)
        was_asked = connection.execute(_ASKED_LATELY, (number, asked_since)).fetchone()
        if was_asked is None and not wishes.of_number(connection, number).no_survey:
            yield MayBeAsked(visit, plate, customer.name, customer.phone_id)
