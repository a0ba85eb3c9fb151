"""Every kind of event: each concern's, and those of the log itself."""

from frontdesk.domain.calendar.events import CalendarEvent
from frontdesk.domain.cases import events as cases
from frontdesk.domain.penalties.events import PenaltyEvent
from frontdesk.domain.people.events import PeopleEvent
from frontdesk.domain.policy.events import PolicyEvent
from frontdesk.domain.values.event import Event
from frontdesk.domain.zone import events as zone

from frontdesk.domain import lounge
from frontdesk.domain.escalations import events as escalations


class JournalEvent(Event):
    """What was done with the records."""

    UNDO = "undo"
    RESTORE = "restore"
    """A backup was put in the store's place."""
    CLOCK = "clock_set"
    """The machine's clock was set, and what is open moved along with it."""


KINDS: tuple[type[Event], ...] = (
    zone.ZoneEvent,
    escalations.EscalationEvent,
    lounge.TicketEvent,
    cases.CaseEvent,
    PenaltyEvent,
    PeopleEvent,
    CalendarEvent,
    PolicyEvent,
    JournalEvent,
)

UNDOABLE: tuple[Event, ...] = (*zone.UNDOABLE, *escalations.UNDOABLE, *lounge.UNDOABLE, *cases.UNDOABLE)
"""The events a person can undo."""

EVENTS: dict[str, Event] = {event.value: event for kind in KINDS for event in kind}
"""Each event by its text in the log."""
