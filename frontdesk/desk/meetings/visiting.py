"""Whom a visit is due to: customers with open business whom nobody has visited for long (Q9)."""

from itertools import islice
from typing import NamedTuple

from data import policy, to_visit
from data.engine.connection import Connection
from data.meetings import meetings
from data.people import phones
from frontdesk.desk.desk import Desk
from frontdesk.domain.customers.customer import Customer
from frontdesk.domain.values.clock import DAY, Millis

LISTED = 200


class DueVisit(NamedTuple):
    """A customer who is to be visited, and when that was last; None: never."""

    customer: Customer
    last: Millis | None


def due(desk: Desk) -> tuple[DueVisit, ...]:
    """Return whom a visit is due to: who was never visited first, then who waits longest."""
    now = desk.now()

    def question(connection: Connection) -> tuple[DueVisit, ...]:
        since = now - policy.current(connection).visit_days * DAY
        found = (DueVisit(each, _last(connection, each)) for each in to_visit.with_open_business(connection))
        listed = islice((each for each in found if each.last is None or each.last < since), LISTED)
        return tuple(sorted(listed, key=lambda each: each.last or 0))

    return desk.read(question)


def _last(connection: Connection, customer: Customer) -> Millis | None:
    number = phones.in_full(connection, customer.phone_id) if customer.phone_id is not None else ""
    return meetings.last_visited(connection, customer.plates, number)
