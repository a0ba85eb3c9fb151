"""The names of the values and events of escalations."""

from collections.abc import Mapping

from frontdesk.domain.escalations.events import EscalationEvent
from frontdesk.domain.escalations.tasks import Errand
from frontdesk.domain.escalations.terms import Action, Kind, LineKind, Outcome, State, Why
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (Kind.INCIDENT, N_("incident")),
    (Kind.OVER_COUNT, N_("over-count")),
    (Kind.OVER_STAY, N_("over-stay")),
    (Kind.LATE_RECEPTION, N_("late reception")),
    (Kind.COMPLAINT_DUE, N_("complaint overdue")),
    (Kind.DUE_MISSED, N_("not done in time")),
    (Kind.DIVERSION_EXPIRED, N_("long in the lounge")),
    (State.RAISED, N_("raised")),
    (State.ACKNOWLEDGED, N_("acknowledged")),
    (State.ACTED, N_("acted")),
    (State.CLEARED, N_("cleared")),
    (Outcome.CLEARED, N_("cleared")),
    (Outcome.UNHANDLED, N_("ended by itself, nobody acted")),
    (Outcome.CORRECTED, N_("corrected by a late entry")),
    (Outcome.UNDONE, N_("undone")),
    (Action.DIVERT, N_("divert: temporary parking, lounge, call ticket")),
    (Action.WORKSHOP_BAY, N_("to a workshop waiting bay")),
    (Action.REPAIR, N_("to the waiting-for-repair area")),
    (Action.REORDER, N_("re-order the jobs")),
    (Why.BRIEF, N_("over after a moment")),
    (Why.TAKEN, N_("the workshop took a car anyway")),
    (Why.LEFT, N_("a customer left")),
    (Why.NOT_ENTERED, N_("decided by word of mouth, not entered")),
    (Why.NOBODY, N_("nobody was there to decide")),
    (Why.FULL, N_("nothing was possible: no place free")),
    (Why.MISTAKE, N_("entered by mistake")),
    (Why.OTHER, N_("something else")),
    (LineKind.CALLED, N_("called")),
    (LineKind.REPEATED, N_("called again")),
    (LineKind.NOT_ACTED, N_("no action in time: raised again")),
    (LineKind.NOT_SOLVED, N_("still standing: raised again")),
    (LineKind.TOLD, N_("told")),
    (LineKind.SEEN, N_("seen")),
    (LineKind.ACKNOWLEDGED, N_("acknowledged")),
    (LineKind.ACTED, N_("decided")),
    (LineKind.DONE, N_("done")),
    (LineKind.CLEARED, N_("over")),
    (LineKind.AGAIN, N_("crossed again: the prompt goes on")),
    (LineKind.EXPLAINED, N_("explained")),
    (LineKind.UNDONE, N_("taken back")),
    (Errand.PARK, N_("guide the car to temporary parking")),
    (Errand.LOUNGE, N_("take the customer to the lounge")),
    (Errand.DRIVE, N_("drive the car")),
    (Errand.REORDER, N_("re-order the jobs")),
)

EVENTS: Mapping[str, str] = {
    EscalationEvent.ACT: N_("acted on an escalation"),
    EscalationEvent.DONE: N_("done as asked"),
    EscalationEvent.EXPLAIN: N_("explained"),
    EscalationEvent.ACKNOWLEDGE: N_("acknowledged"),
    EscalationEvent.SEE: N_("seen"),
    EscalationEvent.TELL: N_("told"),
}

SHORT_ACTIONS = {
    Action.DIVERT: N_("divert"),
    Action.WORKSHOP_BAY: N_("waiting bay"),
    Action.REPAIR: N_("waiting for repair"),
    Action.REORDER: N_("re-order"),
}
"""The name of each action for when there is little room."""

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
