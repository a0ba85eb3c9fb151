"""The names of the values and events of meetings."""

from collections.abc import Mapping

from frontdesk.domain.meetings.events import MeetingEvent
from frontdesk.domain.meetings.meeting import ItemKind, MeetingKind, MeetingState
from frontdesk.domain.meetings.rules import MeetingAct
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (MeetingKind.CUSTOMER, N_("meeting with customers")),
    (MeetingKind.GROUP, N_("emergency group")),
    (MeetingKind.VISIT, N_("visit to a customer")),
    (MeetingState.PLANNED, N_("meeting planned")),
    (MeetingState.HELD, N_("meeting held")),
    (MeetingState.MINUTED, N_("minutes written")),
    (MeetingState.CANCELLED, N_("meeting cancelled")),
    (ItemKind.MATERIAL, N_("material")),
    (ItemKind.PROMISE, N_("promise to the customer")),
    (ItemKind.DECISION, N_("decision")),
    (ItemKind.FEEDBACK, N_("feedback on the product")),
    (MeetingAct.MOVE, N_("move the meeting")),
    (MeetingAct.CANCEL, N_("cancel the meeting")),
    (MeetingAct.HOLD, N_("hold the meeting")),
    (MeetingAct.MINUTES, N_("write the minutes")),
    (MeetingAct.MATERIAL, N_("prepare the material")),
    (MeetingAct.PROMISE, N_("note a promise")),
    (MeetingAct.DECISION, N_("note a decision")),
    (MeetingAct.FEEDBACK, N_("note feedback")),
)

EVENTS: Mapping[str, str] = {
    MeetingEvent.PLAN: N_("meeting planned"),
    MeetingEvent.MOVE: N_("meeting moved"),
    MeetingEvent.CANCEL: N_("meeting cancelled"),
    MeetingEvent.HELD: N_("meeting held"),
    MeetingEvent.MINUTES: N_("minutes written"),
    MeetingEvent.MATERIAL: N_("material asked for"),
    MeetingEvent.PROMISE: N_("promise noted"),
    MeetingEvent.DECISION: N_("decision noted"),
    MeetingEvent.FEEDBACK: N_("feedback noted"),
    MeetingEvent.DONE: N_("done, as the meeting agreed"),
    MeetingEvent.AGAIN: N_("agreed anew by when"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
