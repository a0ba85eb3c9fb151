"""Every kind of event: each concern's, and those of the log itself."""

from frontdesk.domain.agenda.events import AgendaEvent
from frontdesk.domain.appointments.events import AppointmentEvent
from frontdesk.domain.approvals.events import ApprovalEvent
from frontdesk.domain.calendar.events import CalendarEvent
from frontdesk.domain.cases.events import CaseEvent
from frontdesk.domain.checks.events import CheckEvent
from frontdesk.domain.copies.events import CopyEvent
from frontdesk.domain.drills.events import DrillEvent
from frontdesk.domain.escalations.events import EscalationEvent
from frontdesk.domain.forgetting.events import ForgetEvent
from frontdesk.domain.gates import GateEvent
from frontdesk.domain.group.events import GroupEvent, TemplateEvent
from frontdesk.domain.holidays.events import HolidayEvent
from frontdesk.domain.incidents.aftermath_events import AftermathEvent
from frontdesk.domain.incidents.events import IncidentEvent
from frontdesk.domain.lounge import TicketEvent
from frontdesk.domain.matters.events import MatterEvent
from frontdesk.domain.measures.events import MeasureEvent
from frontdesk.domain.meetings.events import MeetingEvent
from frontdesk.domain.messages.events import MessageEvent
from frontdesk.domain.orders.events import OrderEvent
from frontdesk.domain.parts.events import PartEvent
from frontdesk.domain.penalties.events import PenaltyEvent
from frontdesk.domain.people.events import PeopleEvent
from frontdesk.domain.plans.events import PlanEvent
from frontdesk.domain.policy.events import PolicyEvent
from frontdesk.domain.progress.events import ProgressEvent
from frontdesk.domain.quotes import QuoteEvent
from frontdesk.domain.register.events import RegisterEvent
from frontdesk.domain.rescues.events import RescueEvent
from frontdesk.domain.review.events import ReviewEvent
from frontdesk.domain.roll_calls.events import RollCallEvent
from frontdesk.domain.rosters.events import RosterEvent
from frontdesk.domain.runs.events import RunEvent
from frontdesk.domain.surveys.events import SurveyEvent
from frontdesk.domain.trainings.events import TrainingEvent
from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CARS, OF_THE_STORE, OF_TIME, Need
from frontdesk.domain.weather.events import WeatherEvent
from frontdesk.domain.zone.events import ZoneEvent


class JournalEvent(Event):
    """What was done with the records."""

    UNDO = "undo"
    RESTORE = "restore"
    """A backup was put in the store's place."""
    COMPACT = "compact"
    """What an older version had written in the log was made shorter."""
    CLOCK = "clock_set"
    """The machine's clock was set, and what is open moved along with it."""

    @property
    def is_passing(self) -> bool:
        """Whether it is about other events: what was taken back or made shorter, and the times that moved."""
        return self in {JournalEvent.UNDO, JournalEvent.CLOCK, JournalEvent.COMPACT}

    @property
    def need(self) -> Need:
        """Whoever did something may take it back; the records are for whoever runs the service."""
        if self is JournalEvent.CLOCK:
            return OF_TIME
        return OF_CARS if self is JournalEvent.UNDO else OF_THE_STORE


KINDS: tuple[type[Event], ...] = (
    ZoneEvent,
    EscalationEvent,
    TicketEvent,
    AppointmentEvent,
    CaseEvent,
    PenaltyEvent,
    MatterEvent,
    ApprovalEvent,
    MeasureEvent,
    MeetingEvent,
    SurveyEvent,
    MessageEvent,
    ReviewEvent,
    PlanEvent,
    RunEvent,
    CheckEvent,
    TrainingEvent,
    DrillEvent,
    RollCallEvent,
    RosterEvent,
    HolidayEvent,
    IncidentEvent,
    AftermathEvent,
    QuoteEvent,
    ProgressEvent,
    RescueEvent,
    PartEvent,
    OrderEvent,
    WeatherEvent,
    RegisterEvent,
    PeopleEvent,
    CalendarEvent,
    PolicyEvent,
    GateEvent,
    ForgetEvent,
    AgendaEvent,
    CopyEvent,
    GroupEvent,
    TemplateEvent,
    JournalEvent,
)

EVENTS: dict[str, Event] = {event.value: event for kind in KINDS for event in kind}
"""Each event by its text in the log."""

UNDOABLE: tuple[Event, ...] = tuple(event for event in EVENTS.values() if event.can_be_undone)
"""The events a person can undo."""

ACTS: tuple[Event, ...] = tuple(event for event in EVENTS.values() if not event.is_passing)
"""The events that a person means by what they did last."""
