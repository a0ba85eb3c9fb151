"""Call tickets, numbered by day, for customers who wait in the lounge (Z5a)."""

from itertools import count

from data import policy as policies
from data.engine.asked_once import asked_once
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.lounge import LoungeReason, Ticket
from frontdesk.domain.values.clock import SECOND, to_datetime
from frontdesk.domain.values.errors import Refused

_FROM = (
    "select t.id, visit_id, plate, day, number, issued_at, arrived_at, expires_at, renewals, renewed_by, calls,"
    " called_at, bay, no_show_at from tickets t join visits v on v.id = visit_id where closed_at is null"
)


@asked_once
def open_ones(connection: Connection) -> tuple[Ticket, ...]:
    """Return the tickets in force, in the order they were handed out."""
    return tuple(Ticket(*row) for row in connection.execute(f"{_FROM} order by t.id"))


def get(connection: Connection, number: int) -> Ticket:
    """Return the ticket in force with this number, the latest handed out first. Raises `Refused(NO_TICKET)`."""
    row = connection.execute(f"{_FROM} and number = ? order by t.id desc", (number,)).fetchone()
    if row is None:
        ended = connection.execute(
            "select plate from tickets t join visits v on v.id = visit_id where number = ? order by t.id desc",
            (number,),
        ).fetchone()
        raise Refused(LoungeReason.NO_TICKET, number=number, plate=ended[0] if ended else "")
    return Ticket(*row)


def issue(transaction: Transaction, visit_id: int) -> int:
    """Hand out the next number of the store's day."""
    policy = policies.current(transaction.connection)
    zone = OpeningHours.of(policy).zone
    day = to_datetime(transaction.now, zone).date().isoformat()
    last = transaction.connection.execute("select max(number) from tickets where day = ?", (day,)).fetchone()[0]
    # A car that stood here overnight keeps its number: nobody else is called by it.
    kept = {ticket.number for ticket in open_ones(transaction.connection)}
    number = next(number for number in count((last or 0) + 1) if number not in kept)
    row: Row = {
        "visit_id": visit_id,
        "day": day,
        "number": number,
        "issued_at": transaction.now,
        "expires_at": transaction.now + policy.diversion_s * SECOND,
    }
    transaction.insert("tickets", row)
    return int(number)


def change(transaction: Transaction, ticket: Ticket, values: Row) -> None:
    """Change a ticket that is still as it was seen."""
    seen: Row = {"calls": ticket.calls, "no_show_at": ticket.no_show_at, "renewals": ticket.renewals, "closed_at": None}
    transaction.update("tickets", ticket.id, values, where=seen)
