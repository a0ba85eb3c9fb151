"""The customers with open business: whom a visit may be due to (Q9)."""

from collections.abc import Iterator

from data.customers import Customers
from data.engine.connection import Connection
from frontdesk.domain.customers.customer import Customer

_OPEN_CASES = "select id from complaints where stage <> 'closed' and drill = 0 order by next_due is null, next_due, id"
_IN_REPAIR = (
    "select v.plate from matters m join progress p on p.id = m.id join visits v on v.id = p.visit_id"
    " where m.closed_at is null and m.kind = 'progress' order by m.id"
)
_BOOKED = "select id from appointments where state = 'booked' order by at, id"


def with_open_business(connection: Connection) -> Iterator[Customer]:
    """Yield each customer with an open case, a car in repair or an appointment to come, once."""
    customers, seen = Customers(connection), set[object]()
    found = [customers.of_case(number) for (number,) in connection.execute(_OPEN_CASES).fetchall()]
    found += [customers.of_plate(plate) for (plate,) in connection.execute(_IN_REPAIR).fetchall()]
    found += [customers.of_booking(number) for (number,) in connection.execute(_BOOKED).fetchall()]
    for customer in found:
        known = customer.phone_id or customer.plates or customer.cases or customer.bookings
        if known not in seen:
            seen.add(known)
            yield customer
