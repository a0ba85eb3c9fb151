"""The desk's words, in the user's language: what a value, a place, a length of time is called."""

from collections.abc import Iterable
from datetime import tzinfo

from frontdesk.domain.case_clocks import ClockName
from frontdesk.domain.case_search import Filter
from frontdesk.domain.case_steps import Obstacle, Step
from frontdesk.domain.clock import HOUR, MINUTE, SECOND, Millis, to_datetime
from frontdesk.domain.complaint_table import Column, Drill
from frontdesk.domain.complaints import (
    AtQuality,
    Channel,
    ComplaintKind,
    Form,
    Nature,
    ReportedTo,
    Severity,
    Stage,
)
from frontdesk.domain.cues import Cue
from frontdesk.domain.kinds import Action, Kind, Outcome, State, StepKind, Why
from frontdesk.domain.penalties import Act, PenaltyState
from frontdesk.domain.plates import show_plate
from frontdesk.domain.roles import Role
from frontdesk.domain.staff import Post, StationKind
from frontdesk.domain.tasks import OF_WORKSHOP, Errand, Task
from frontdesk.domain.tickets import TicketState
from frontdesk.domain.zone import Place, PlaceKind, Purpose
from frontdesk.i18n import N_, _

_CIRCLED = "①②③④⑤⑥⑦⑧⑨"

WORDS: dict[tuple[type, object], str] = {
    # By type and value: two kinds of thing may share a key (a place and a purpose are both "repair").
    (type(value), value): text
    for value, text in (
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
        (Channel.PERSON, N_("in person")),
        (Channel.PHONE, N_("phone")),
        (Channel.EMAIL, N_("e-mail")),
        (Channel.ONLINE, N_("online service")),
        (Channel.LETTER, N_("letter or fax")),
        (Nature.COMPLAINT, N_("complaint")),
        (Nature.DISPUTE, N_("dispute")),
        (Nature.INQUIRY, N_("inquiry")),
        (Form.WRITTEN, N_("in writing")),
        (Form.SPOKEN, N_("spoken")),
        (AtQuality.ASKED, N_("at quality")),
        (AtQuality.ANSWERED, N_("quality answered: pass it on")),
        (ReportedTo.MANAGER, N_("reported to the manager")),
        (ReportedTo.DIRECTOR, N_("reported to the director")),
        (Obstacle.CLOCKS, N_("a clock is still running")),
        (Obstacle.UNCONFIRMED, N_("the customer has not confirmed")),
        (Obstacle.QUALITY, N_("quality's part is open")),
        (Obstacle.REPORTED, N_("reported upward, no definite answer")),
        (Obstacle.NOT_WRITTEN_UP, N_("a spoken answer is not written up")),
        (Filter.OPEN, N_("open")),
        (Filter.LATE, N_("overdue")),
        (Filter.TODAY, N_("due today")),
        (Filter.REPORTED, N_("reported")),
        (Filter.QUALITY, N_("to pass on")),
        (Filter.WRITE_UP, N_("to write up")),
        (Filter.FOLLOW_UP, N_("to follow up")),
        (Filter.CLOSED, N_("closed")),
        (Filter.ALL, N_("all")),
        (ComplaintKind.SERVICE, N_("service")),
        (ComplaintKind.PRODUCT, N_("product quality")),
        (ComplaintKind.PRICE, N_("price")),
        (ComplaintKind.RETURN, N_("return or exchange")),
        (ComplaintKind.WAITING, N_("waiting in the zone")),
        (Severity.ORDINARY, N_("ordinary")),
        (Severity.MAJOR, N_("major")),
        (Stage.REGISTERED, N_("registered")),
        (Stage.ASSIGNED, N_("assigned")),
        (Stage.ANSWERED, N_("answered")),
        (Stage.RESOLVED, N_("resolved")),
        (Stage.CONFIRMED, N_("confirmed")),
        (Stage.CLOSED, N_("closed")),
        (Step.ASSIGN, N_("assign")),
        (Step.INFORM, N_("head informed")),
        (Step.VISIT, N_("visited on site")),
        (Step.ANSWER, N_("answer")),
        (Step.RESOLVE, N_("resolve")),
        (Step.CONFIRM, N_("customer confirms")),
        (Step.CLOSE, N_("close the case")),
        (Step.REOPEN, N_("reopen")),
        (Step.NOTE, N_("write a note")),
        (Step.JUDGE, N_("judge severity anew")),
        (Step.TO_QUALITY, N_("hand to quality")),
        (Step.QUALITY, N_("quality's answer")),
        (Step.PASS_ON, N_("pass quality's answer on")),
        (Step.PROMISE, N_("promise a date")),
        (Step.KEEP, N_("promise kept")),
        (Step.REPORT, N_("report upward")),
        (Step.DECIDE, N_("decide")),
        (Step.WRITE_UP, N_("written up and confirmed")),
        (Step.PAUSE, N_("pause a clock")),
        (Step.RESUME, N_("let a clock run on")),
        (Step.FOLLOW_UP, N_("follow up")),
        (Step.CLOSE_ANYWAY, N_("close anyway")),
        (Step.AMEND, N_("corrected")),
        (Cue.INJURY, N_("injury")),
        (Cue.SAFETY, N_("safety")),
        (Cue.MEDIA, N_("media")),
        (Cue.AUTHORITY, N_("authority or law")),
        (Cue.REPEATED, N_("repeated")),
        (Cue.EARLIER, N_("one earlier case")),
        (Cue.OVER_STAY, N_("over-stay")),
        (ClockName.FIRST_ANSWER, N_("first answer")),
        (ClockName.HEAD_INFORMED, N_("head informed")),
        (ClockName.ON_SITE, N_("on site")),
        (ClockName.FULL_ANSWER, N_("full answer")),
        (ClockName.QUALITY_ANSWER, N_("quality's answer")),
        (ClockName.PROMISED, N_("promised")),
        (PenaltyState.PROPOSED, N_("proposed")),
        (PenaltyState.SIGNED, N_("signed")),
        (PenaltyState.APPEALED, N_("appealed against")),
        (PenaltyState.UPHELD, N_("upheld")),
        (PenaltyState.COUNTERED, N_("countered")),
        (Act.PROPOSE, N_("propose a penalty")),
        (Act.SIGN, N_("sign")),
        (Act.APPEAL, N_("appeal")),
        (Act.UPHOLD, N_("uphold")),
        (Act.COUNTER, N_("counter")),
        (Column.NUMBER, N_("number")),
        (Column.RECEIVED_AT, N_("received_at")),
        (Column.CHANNEL, N_("channel")),
        (Column.KIND, N_("kind")),
        (Column.SEVERITY, N_("severity")),
        (Column.STAGE, N_("stage")),
        (Column.CUSTOMER, N_("customer")),
        (Column.PHONE, N_("phone")),
        (Column.PLATE, N_("plate")),
        (Column.WORDS, N_("words")),
        (Column.ASSIGNED_TO, N_("assigned_to")),
        (Column.NEXT_DUE, N_("next_due")),
        (Column.OVERDUE, N_("overdue")),
        (Column.NATURE, N_("nature")),
        (Column.WANTS, N_("wants")),
        (Column.DRILL, N_("drill")),
        (Column.SATISFACTION, N_("satisfaction")),
        (Drill.YES, N_("yes")),
        (Drill.NO, N_("no")),
    )
}

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


def event_word(kind: str) -> str:
    """Return what an event of the log is called."""
    return _(_EVENTS.get(kind, kind))


def place_name(place: Place) -> str:
    """Return what a place is called: "bay 2", "lane", or the name the store gave it."""
    if place.kind is PlaceKind.BAY:
        return _("bay {name}").format(name=place.name) if place.name.isdigit() else place.name
    if place.kind is PlaceKind.WORKSHOP_BAY:
        return _("waiting bay {name}").format(name=place.name) if place.name.isdigit() else place.name
    return word(place.kind)


def place_at(key: str, places: Iterable[Place], unknown: str = "") -> str:
    """Return what the place with a key is called; `unknown` where there is none of that key."""
    return next((place_name(place) for place in places if place.key == key), unknown)


def task_text(task: Task, places: Iterable[Place]) -> str:
    """Return what is to be done, as an order: drive 苏A·12345 to waiting bay 2."""
    place = place_at(task.place, places)
    text = {
        Errand.PARK: _("guide {plate} to {place}"),
        Errand.LOUNGE: _("take the customer of {plate} to the lounge, ticket {ticket}"),
        Errand.DRIVE: _("drive {plate} to {place}"),
        Errand.REORDER: _("re-order the jobs of {plate}: what frees the zone soonest first"),
    }[task.errand].format(plate=show_plate(task.plate), place=place, ticket=task.ticket)
    return labelled(_("workshop"), text) if task.errand in OF_WORKSHOP else text


def bay_mark(place: Place) -> str:
    """Return a bay's short mark: ① for 1."""
    return _CIRCLED[int(place.name) - 1] if place.name in set("123456789") else place.name


def labelled(name: str, text: str) -> str:
    """Return a text with the name of what it is in front."""
    return _("{name}: {text}").format(name=name, text=text)


def case_number(number: int) -> str:
    """Return what a complaint, an escalation or a task is called: No. 12."""
    return _("No. {number}").format(number=number)


def clock_time(at: Millis, zone: tzinfo) -> str:
    """Return an instant as the time of day in the store: 10:42:07."""
    return to_datetime(at, zone).strftime("%H:%M:%S")


def short_time(at: Millis, zone: tzinfo, now: Millis | None = None) -> str:
    """Return an instant as 10:42; with the date in front where `now` is another day: 03-02 10:42."""
    moment = to_datetime(at, zone)
    other_day = now is not None and to_datetime(now, zone).date() != moment.date()
    return moment.strftime("%m-%d %H:%M" if other_day else "%H:%M")


def long_time(at: Millis, zone: tzinfo) -> str:
    """Return an instant as papers say it, whenever they are read: 2026-03-02 10:42."""
    return to_datetime(at, zone).strftime("%Y-%m-%d %H:%M")


def iso_time(at: Millis | None, zone: tzinfo) -> str | None:
    """Return an instant as ISO 8601 in the store's zone, with milliseconds where there are any; None stays None."""
    if at is None:
        return None
    return to_datetime(at, zone).isoformat(timespec="milliseconds" if at % SECOND else "seconds")


def duration(length: Millis) -> str:
    """Return a length of time: 12:41, from an hour on 1:02h, from a day on 3d 04h; a negative one with its sign."""
    sign, length = ("-", -length) if length < 0 else ("", length)
    if length < HOUR:
        return f"{sign}{length // MINUTE}:{length % MINUTE // SECOND:02d}"
    if length < 24 * HOUR:
        return sign + _("{hours}:{minutes}h").format(hours=length // HOUR, minutes=f"{length % HOUR // MINUTE:02d}")
    return sign + _("{days}d {hours}h").format(days=length // (24 * HOUR), hours=length // HOUR % 24)
