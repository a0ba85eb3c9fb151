"""Call tickets: a diverted customer waits in the lounge with a number, is called, or is a no-show (Z5a)."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CARS, Need
from frontdesk.domain.values.plates import Plate

MOST_CALLS = 2
"""How many unanswered calls make a ticket a no-show."""


class LoungeReason(Reason):
    """Why nothing was done with a ticket."""

    NO_TICKET = "no_ticket"
    TICKET_NO_SHOW = "ticket_no_show"
    CALLED_TWICE = "called_twice"
    NOT_CALLED = "not_called"
    NO_NO_SHOW = "no_no_show"
    NO_FREE_BAY = "no_free_bay"


class TicketEvent(Event):
    """The events about tickets in the event log."""

    CALL = "ticket_call"
    NO_SHOW = "ticket_no_show"
    RESTORE = "ticket_restore"
    RETURN = "ticket_return"
    RENEW = "ticket_renew"

    @property
    def can_be_undone(self) -> bool:
        """Whether the event can be undone; every event about a ticket can."""
        return True

    @property
    def need(self) -> Need:
        """Anybody on the staff list may."""
        return OF_CARS


class TicketState(StrEnum):
    """How far a ticket has come."""

    WAITING = "waiting"
    CALLED = "called"
    NO_SHOW = "no_show"


class Ticket(NamedTuple):
    """A ticket that is in force: from the decision to divert until the car leaves temporary parking."""

    id: int
    visit_id: int
    plate: Plate
    day: str
    number: int
    issued_at: Millis
    arrived_at: Millis
    """When the customer came; that wait goes on despite the diversion."""
    expires_at: Millis
    renewals: int
    renewed_by: str
    calls: int
    called_at: Millis | None
    bay: str
    """The key of the bay it was called to."""
    no_show_at: Millis | None

    @property
    def name(self) -> str:
        """The number as the customer reads it: A007."""
        return ticket_name(self.number)

    @property
    def state(self) -> TicketState:
        """How far it has come."""
        if self.no_show_at is not None:
            return TicketState.NO_SHOW
        return TicketState.CALLED if self.calls else TicketState.WAITING

    def is_expired(self, now: Millis) -> bool:
        """Whether the diversion ran out without being renewed; at the very instant it has not run out yet."""
        return now > self.expires_at


def latest_calls(tickets: Iterable[Ticket]) -> list[Ticket]:
    """Return the tickets that are called, the latest call first."""
    found = [ticket for ticket in tickets if ticket.state is TicketState.CALLED]
    return sorted(found, key=lambda ticket: (ticket.called_at or 0, ticket.id), reverse=True)


def ticket_name(number: int) -> str:
    """Return a call ticket's number as the customer reads it: A007."""
    return f"A{number:03d}"


def check_call(ticket: Ticket) -> None:
    """Check that a ticket can be called: twice at most, and a no-show only after it is restored. Raises `Refused`."""
    if ticket.state is TicketState.NO_SHOW:
        raise Refused(LoungeReason.TICKET_NO_SHOW, ticket=ticket.name, at=ticket.no_show_at, plate=ticket.plate)
    if ticket.calls >= MOST_CALLS:
        raise Refused(LoungeReason.CALLED_TWICE, ticket=ticket.name, at=ticket.called_at, plate=ticket.plate)


def check_no_show(ticket: Ticket) -> None:
    """Check that a ticket was called, because only then it can be a no-show. Raises `Refused`."""
    if ticket.state is TicketState.NO_SHOW:
        raise Refused(LoungeReason.TICKET_NO_SHOW, ticket=ticket.name, at=ticket.no_show_at, plate=ticket.plate)
    if not ticket.calls:
        raise Refused(LoungeReason.NOT_CALLED, ticket=ticket.name)


def check_restore(ticket: Ticket) -> None:
    """Check that a ticket is a no-show, because only a no-show can be restored. Raises `Refused`."""
    if ticket.state is not TicketState.NO_SHOW:
        raise Refused(LoungeReason.NO_NO_SHOW, ticket=ticket.name, plate=ticket.plate)
