"""Handling customers in the lounge: call, call again, no-show, restore, back into the zone, renew (Z5a)."""

from collections.abc import Callable

from data import lounge
from data import policy as policies
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.zone import floor as floors
from data.zone import visits
from frontdesk.desk import first_comers
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings
from frontdesk.desk.zone import on_car
from frontdesk.domain.journal.result import Result
from frontdesk.domain.lounge import LoungeReason, Ticket, TicketEvent, check_call, check_no_show, check_restore
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.floor import Floor
from frontdesk.domain.zone.places import Place, PlaceKind
from frontdesk.domain.zone.rules import check_move


def call(desk: Desk, number: int, operation: str | None = None) -> Result:
    """Call a customer to a free bay on the lounge's screen, twice at most. Refused if no bay is free."""

    def change(transaction: Transaction, ticket: Ticket) -> Row:
        check_call(ticket)
        bay = _bay(floors.floor(transaction.connection), ticket)
        return {"calls": ticket.calls + 1, "called_at": transaction.now, "bay": bay.key}

    return _on_ticket(desk, TicketEvent.CALL, number, operation, change)


def no_show(desk: Desk, number: int, operation: str | None = None) -> Result:
    """Record that a customer who was called did not come; the bay is free for others."""

    def change(transaction: Transaction, ticket: Ticket) -> Row:
        check_no_show(ticket)
        return {"no_show_at": transaction.now}

    return _on_ticket(desk, TicketEvent.NO_SHOW, number, operation, change)


def restore(desk: Desk, number: int, operation: str | None = None) -> Result:
    """Restore a no-show who turns up after all; the ticket is exactly as before, including its place in the order."""

    def change(transaction: Transaction, ticket: Ticket) -> Row:
        check_restore(ticket)
        return {"no_show_at": None}

    return _on_ticket(desk, TicketEvent.RESTORE, number, operation, change)


def renew(desk: Desk, number: int, operation: str | None = None) -> Result:
    """Renew the diversion of a customer who waits longer; it runs on from now, under the operator's name."""

    def change(transaction: Transaction, ticket: Ticket) -> Row:
        policy = policies.current(transaction.connection)
        return {
            "expires_at": transaction.now + policy.diversion_s * SECOND,
            "renewals": ticket.renewals + 1,
            "renewed_by": transaction.actor.who,
        }

    return _on_ticket(desk, TicketEvent.RENEW, number, operation, change)


def bring_back(desk: Desk, number: int, operation: str | None = None) -> Result:
    """Bring the car back into the zone, to the bay its customer was called to or else a free one. The ticket ends."""
    now = desk.now()

    def find(connection: Connection) -> Ticket:
        with first_comers.named(connection, now):
            return lounge.get(connection, number)

    ticket = desk.read(find)

    def change(transaction: Transaction, floor: Floor, car: Car, when: Millis) -> Result:
        bay = _bay(floor, lounge.get(transaction.connection, number))
        check_move(floor, car, bay)
        left = floors.last_in(transaction.connection, bay)
        visits.move(transaction, car, bay, max(when, left.here_since if left else when))
        return Result(TicketEvent.RETURN, car.plate, bay.key, number=number, facts={"ticket": ticket.name})

    return on_car(desk, ticket.plate, None, operation, change)


def _bay(floor: Floor, ticket: Ticket) -> Place:
    if ticket.bay and floor.has_room(floor.place(ticket.bay)):
        return floor.place(ticket.bay)
    bay = floor.free_place(PlaceKind.BAY)
    if bay is None:
        raise Refused(LoungeReason.NO_FREE_BAY, ticket=ticket.name)
    return bay


def _on_ticket(
    desk: Desk, kind: TicketEvent, number: int, operation: str | None, change: Callable[[Transaction, Ticket], Row]
) -> Result:
    def body(transaction: Transaction) -> Result:
        crossings.note_crossings(transaction, transaction.now)
        with first_comers.named(transaction.connection, transaction.now):
            ticket = lounge.get(transaction.connection, number)
            values = change(transaction, ticket)
        lounge.change(transaction, ticket, values)
        crossings.note_ends(transaction, transaction.now)
        crossings.note_crossings(transaction, transaction.now)
        place = str(values.get("bay", ticket.bay))
        return Result(kind, ticket.plate, place, number=number, facts={"ticket": ticket.name})

    return desk.do(body, operation)
