"""What each value of the desk is called in the user's language: kinds, states, steps, events."""

from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.escalations.tasks import Errand
from frontdesk.domain.escalations.terms import Action, Kind, Outcome, State, StepKind, Why
from frontdesk.domain.lounge import TicketState
from frontdesk.domain.people.roles import Role
from frontdesk.domain.people.staff import Post
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.zone.cars import Purpose
from frontdesk.domain.zone.places import PlaceKind
from frontdesk.words.i18n import N_, _
from frontdesk.words.vocabulary.cases import CASE_WORDS, SHORT_CLOCKS

WORDS: dict[tuple[type, object], str] = {
    # By type and value: two kinds of thing may share a key (a place and a purpose are both "repair").
    (type(value), value): text
    for value, text in (
        *CASE_WORDS,
        (StationKind.GUARD, N_("guard kiosk")),
        (StationKind.RECEPTION, N_("reception desk")),
        (StationKind.MANAGER, N_("manager console")),
        (StationKind.LOUNGE, N_("lounge display")),
        (Post.GUARD, N_("guard")),
        (Post.ADVISOR, N_("service advisor")),
        (Post.SUPERVISOR, N_("workshop supervisor")),
        (Post.MANAGER, N_("service manager")),
        (Post.DIRECTOR, N_("service director")),
        (Role.GUARD, N_("guard")),
        (Role.ADVISOR, N_("service advisor")),
        (Role.MANAGER, N_("service manager")),
        (Role.DEPUTY, N_("deputy")),
        (Role.DIRECTOR, N_("service director")),
        (PlaceKind.BAY, N_("bay")),
        (PlaceKind.LANE, N_("lane")),
        (PlaceKind.TEMPORARY, N_("temporary parking")),
        (PlaceKind.REPAIR, N_("waiting-for-repair area")),
        (PlaceKind.WORKSHOP_BAY, N_("workshop waiting bay")),
        (PlaceKind.WORKSHOP, N_("workshop")),
        (Purpose.MAINTENANCE, N_("maintenance")),
        (Purpose.REPAIR, N_("repair")),
        (Purpose.OTHER, N_("other")),
        (Kind.OVER_COUNT, N_("over-count")),
        (Kind.OVER_STAY, N_("over-stay")),
        (Kind.LATE_RECEPTION, N_("late reception")),
        (Kind.COMPLAINT_DUE, N_("complaint overdue")),
        (Kind.DIVERSION_EXPIRED, N_("long in the lounge")),
        (State.RAISED, N_("raised")),
        (State.ACKNOWLEDGED, N_("acknowledged")),
        (State.ACTED, N_("acted")),
        (State.CLEARED, N_("cleared")),
        (Outcome.CLEARED, N_("cleared")),
        (Outcome.UNHANDLED, N_("cleared, not handled")),
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
        (StepKind.CALLED, N_("called")),
        (StepKind.REPEATED, N_("called again")),
        (StepKind.NOT_ACTED, N_("no action in time: raised again")),
        (StepKind.NOT_SOLVED, N_("still standing: raised again")),
        (StepKind.TOLD, N_("told")),
        (StepKind.ACKNOWLEDGED, N_("acknowledged")),
        (StepKind.ACTED, N_("decided")),
        (StepKind.DONE, N_("done")),
        (StepKind.CLEARED, N_("over")),
        (StepKind.AGAIN, N_("crossed again: the prompt goes on")),
        (StepKind.EXPLAINED, N_("explained")),
        (StepKind.UNDONE, N_("taken back")),
        (TicketState.WAITING, N_("waiting")),
        (TicketState.CALLED, N_("called up")),
        (TicketState.NO_SHOW, N_("no-show")),
        (Errand.PARK, N_("guide the car to temporary parking")),
        (Errand.LOUNGE, N_("take the customer to the lounge")),
        (Errand.DRIVE, N_("drive the car")),
        (Errand.REORDER, N_("re-order the jobs")),
    )
}


def word(value: object) -> str:
    """Return what a value of the desk (a kind, a state, a post …) is called."""
    return _(WORDS[type(value), value])


_SHORT = {
    Action.DIVERT: N_("divert"),
    Action.WORKSHOP_BAY: N_("waiting bay"),
    Action.REPAIR: N_("waiting for repair"),
    Action.REORDER: N_("re-order"),
}


def short_action(action: Action) -> str:
    """Return an action's name in a word or two, where there is little room."""
    return _(_SHORT[action])


def short_clock(name: ClockName) -> str:
    """Return what a clock is called where there is little room."""
    return _(SHORT_CLOCKS[name])


_EVENTS = {
    "arrive": N_("arrived"),
    "receive": N_("received"),
    "work_order": N_("work order made"),
    "hand_over": N_("handed over to the workshop"),
    "move": N_("moved"),
    "leave": N_("left"),
    "turn_away": N_("turned away"),
    "act": N_("acted on an escalation"),
    "done": N_("done as asked"),
    "explain": N_("explained"),
    "ticket_call": N_("customer called"),
    "ticket_no_show": N_("no-show"),
    "ticket_restore": N_("no-show taken back"),
    "ticket_return": N_("back into the zone"),
    "ticket_renew": N_("diversion renewed"),
    "calendar": N_("working days put in"),
    "duty": N_("duty set"),
    "duty_end": N_("duty ended"),
    "acknowledge": N_("acknowledged"),
    "tell": N_("told"),
    "undo": N_("undone"),
    "register": N_("complaint registered"),
    "assign": N_("complaint assigned"),
    "inform": N_("head informed"),
    "visit": N_("customer visited on site"),
    "answer": N_("complaint answered"),
    "resolve": N_("complaint resolved"),
    "confirm": N_("complaint confirmed"),
    "close": N_("complaint closed"),
    "reopen": N_("complaint reopened"),
    "amend": N_("complaint corrected"),
    "note": N_("note written"),
    "judge": N_("severity judged anew"),
    "to_quality": N_("handed to quality"),
    "quality": N_("quality answered"),
    "pass_on": N_("quality's answer passed on"),
    "promise": N_("date promised"),
    "keep": N_("promise kept"),
    "report": N_("reported upward"),
    "decide": N_("decided from above"),
    "write_up": N_("written up and confirmed"),
    "pause": N_("clock paused"),
    "resume": N_("clock runs on"),
    "follow_up": N_("followed up"),
    "close_anyway": N_("complaint closed anyway"),
    "penalty_propose": N_("penalty proposed"),
    "penalty_sign": N_("penalty signed"),
    "penalty_appeal": N_("penalty appealed against"),
    "penalty_uphold": N_("penalty upheld"),
    "penalty_counter": N_("penalty countered"),
    "show_phone": N_("phone shown in full"),
    "template": N_("template put in"),
    "template_remove": N_("template taken out of use"),
    "staff_add": N_("added to the staff list"),
    "staff_remove": N_("removed from the staff list"),
    "policy": N_("policy put in force"),
    "restore": N_("backup restored"),
}


def event_word(kind: str) -> str:
    """Return what an event of the log is called."""
    return _(_EVENTS.get(kind, kind))
