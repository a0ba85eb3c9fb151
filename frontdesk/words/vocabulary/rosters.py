"""The names of the values and events of the roster."""

from collections.abc import Mapping

from frontdesk.domain.rosters.events import RosterEvent
from frontdesk.domain.rosters.holidays import DayKind
from frontdesk.domain.rosters.need import Basis
from frontdesk.domain.rosters.shift import UsualShift
from frontdesk.domain.rosters.turn import TurnState
from frontdesk.domain.rosters.version import RosterState
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (UsualShift.EARLY, N_("early shift")),
    (UsualShift.LATE, N_("late shift")),
    (UsualShift.NIGHT, N_("night shift")),
    (UsualShift.DAY, N_("day shift")),
    (TurnState.PLANNED, N_("in the draft")),
    (TurnState.CONFIRMED, N_("published")),
    (TurnState.SWAPPED, N_("given away")),
    (TurnState.SICK, N_("away after all")),
    (RosterState.DRAFT, N_("draft")),
    (RosterState.SUBMITTED, N_("waits for a signature")),
    (RosterState.PUBLISHED, N_("published")),
    (RosterState.OVER, N_("past")),
    (Basis.HAND, N_("set by hand")),
    (Basis.HOLIDAY, N_("the same holiday a year before")),
    (Basis.CLASS, N_("days of this kind")),
    (Basis.ALWAYS, N_("while the store is open")),
    (DayKind.HOLIDAY, N_("statutory holiday")),
    (DayKind.WEEKEND, N_("weekend")),
    (DayKind.PLAIN, N_("weekday")),
)

EVENTS: Mapping[str, str] = {
    RosterEvent.SHIFT_ADD: N_("shift added"),
    RosterEvent.SHIFT_REMOVE: N_("shift taken off the list"),
    RosterEvent.ABSENCE_ADD: N_("absence entered"),
    RosterEvent.ABSENCE_END: N_("absence called off"),
    RosterEvent.BEGIN: N_("roster begun"),
    RosterEvent.NEED: N_("need of a shift set"),
    RosterEvent.PROPOSE: N_("roster proposed"),
    RosterEvent.SET: N_("roster set by hand"),
    RosterEvent.SUBMIT: N_("roster submitted"),
    RosterEvent.TAKE_OVER: N_("shift taken over"),
    RosterEvent.TAKE_OFF: N_("taken off a shift"),
    RosterEvent.SWAP_ASK: N_("swap asked for"),
    RosterEvent.SWAP: N_("shifts swapped"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
