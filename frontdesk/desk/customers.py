"""The customer file: page by page, found by what is known of a customer, and as a list to call (G5, C10)."""

from collections.abc import Iterator
from itertools import islice
from zoneinfo import ZoneInfo

from data import customers, policy, served
from data.cases import search
from data.customers import Customers, Met
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.zone import visits
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_manages
from frontdesk.domain.cases.events import CaseEvent
from frontdesk.domain.cases.search import Filter, end_of_day, words_of
from frontdesk.domain.customers.customer import Customer, Part, Place, Which
from frontdesk.domain.customers.reasons import CustomerReason
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.phones import mask_in
from frontdesk.domain.values.plates import Plate, fragment
from frontdesk.domain.values.text import whole_line

PAGE = 50
FOUND = 50
"""So many customers are found at most; more words find fewer."""


def part(desk: Desk, which: Which, after: Place | None = None, limit: int = PAGE) -> Part:
    """Return a page of the customers that are meant."""

    def read(connection: Connection) -> Part:
        found = list(islice(_each(connection, which, after), limit + 1))
        listed = tuple(_outgoing(customer) for _, customer in found[:limit])
        return Part(listed, found[limit - 1][0] if len(found) > limit else None)

    return desk.read(read)


def every(desk: Desk, which: Which) -> tuple[Customer, ...]:
    """Return all customers that are meant."""
    return desk.read(lambda connection: tuple(_outgoing(each) for _, each in _each(connection, which, None)))


def find(desk: Desk, text: str) -> tuple[Customer, ...]:
    """Return the customers found by part of a plate, a name, its initials, a number, or what they said.

    Raises `Refused(FIND_WHAT)`.
    """
    words = words_of(text)
    if not words:
        raise Refused(CustomerReason.FIND_WHAT)
    now = desk.now()

    def read(connection: Connection) -> tuple[Customer, ...]:
        ends, typed, among = end_of_day(now, _zone(connection)), fragment(text), Customers(connection)
        plates = visits.known_plates(connection, typed, FOUND) if typed else []
        cases = search.part(connection, Filter.ALL, words, now=now, ends=ends, first=0, limit=FOUND).cases
        found = [among.of_plate(plate) for plate in plates]
        found += [among.of_case(case.id) for case in cases if not case.is_drill]
        found += [among.of_booking(number) for number in served.found(connection, words, FOUND)]
        return tuple(map(_outgoing, dict.fromkeys(found)))[:FOUND]

    return desk.read(read)


def of_car(desk: Desk, plate: Plate) -> Customer:
    """Return whose car it is."""
    return desk.read(lambda connection: _outgoing(Customers(connection).of_plate(plate)))


def show_numbers(
    desk: Desk, listed: tuple[Customer, ...], which: Which, why: str, operation: str | None = None
) -> dict[int, str]:
    """Return the phone numbers of customers in full, and record who asked for how many, and why (C10).

    Raises `Refused`: NOT_YOUR_POST, NUMBERS_WHY.
    """
    said = whole_line(why)
    phones = [each.phone_id for each in listed if each.phone_id is not None]

    def body(transaction: Transaction) -> Result:
        check_manages(transaction)
        if not said:
            raise Refused(CustomerReason.NUMBERS_WHY)
        facts: dict[str, str | int] = {
            "count": len(phones),
            "area": which.area,
            "day": str(which.day or ""),
            "why": said,
        }
        return Result(CaseEvent.SHOW_PHONES, facts=facts)

    desk.do(body, operation)
    return desk.read(lambda connection: customers.numbers(connection, phones))


def _each(connection: Connection, which: Which, after: Place | None) -> Iterator[tuple[Place, Customer]]:
    """Yield each customer once: where the first of their cars or cases is met."""
    among, span = Customers(connection), _span(connection, which)
    came = customers.came(connection, span) if which.day else frozenset()
    for met in customers.met(connection, which, after, span):
        customer = among.of(met)
        if _is_first(met, customer, which, came):
            yield met.place, customer


def _is_first(met: Met, customer: Customer, which: Which, came: frozenset[str]) -> bool:
    if which.day is not None:
        return met.plate == which.fit(came.intersection(customer.plates))[0]
    if not which.area:
        if met.place.is_known:
            return met.plate == customer.visited[0]
        is_anybody = bool(customer.name or customer.phone or customer.plates)
        # Whoever complained is met by their last case, else by their last appointment.
        last = (customer.cases[-1], 0) if customer.cases else (0, customer.bookings[-1])
        return is_anybody and not customer.visited and (met.case, met.booking) == last
    visited = which.fit(customer.visited)
    if met.place.is_known:
        return met.plate == visited[0]
    return not visited and met.plate == which.fit(customer.plates)[0]


def _span(connection: Connection, which: Which) -> tuple[Millis, Millis]:
    if which.day is None:
        return 0, 0
    span = DaySpan.of(which.day, _zone(connection))
    return span.begins, span.ends


def _zone(connection: Connection) -> ZoneInfo:
    return ZoneInfo(policy.current(connection).time_zone)


def _outgoing(customer: Customer) -> Customer:
    return customer._replace(name=mask_in(customer.name))
