"""The words of an escalation: what is over a limit, how far it has come, how it ended."""

from enum import StrEnum


class Kind(StrEnum):
    """The situations that someone must deal with, the most urgent first."""

    INCIDENT = "incident"
    """Something goes wrong, and nobody has the command, or it is not contained yet (I1)."""
    OVER_COUNT = "over_count"
    OVER_STAY = "over_stay"
    LATE_RECEPTION = "late_reception"
    COMPLAINT_DUE = "complaint_due"
    DUE_MISSED = "due_missed"
    """Something owed for a matter was not done in time (Z7)."""
    DIVERSION_EXPIRED = "diversion_expired"


CROWDING = frozenset({Kind.OVER_COUNT, Kind.OVER_STAY})
"""The situations that the plan's four actions apply to (Z5, Z6)."""

AT_THE_LIMIT = frozenset({Kind.OVER_COUNT})
"""The situations that are there at the limit itself: four cars are too many (Z5), 20:00.000 is not too long (Z6)."""


OWED = frozenset({Kind.COMPLAINT_DUE, Kind.DUE_MISSED, Kind.INCIDENT})
"""The situations that are over when something is done, and there again when that is taken back."""


ONLY_SEEN = frozenset({Kind.LATE_RECEPTION})
"""The situations that nobody takes on: whoever is called takes note, and they stand until they are over."""


GATHERED = frozenset({Kind.DUE_MISSED})
"""The situations that come in a bunch: several of them soon one after another call once."""


class Chain(StrEnum):
    """Which of the policy's chains is called, where a kind has several."""

    WORK = "work"
    """The store's own work."""
    CUSTOMER = "customer"
    """Something owed to a customer (P4)."""
    RESCUE = "rescue"
    """Something owed in a rescue (R2–R6)."""
    RESCUE_REPORT = "rescue_report"
    """Something is otherwise on site: supervisor, manager and director are called at once (R6)."""
    INCIDENT_SLIGHT = "incident_slight"
    INCIDENT_ORDINARY = "incident_ordinary"
    INCIDENT_MAJOR = "incident_major"
    EVERYBODY = "everybody"
    """Somebody is missing: all are called at once, again and again (I4)."""


class State(StrEnum):
    """How far an escalation has come. It only goes forward, but one raised again starts over one level up."""

    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"
    ACTED = "acted"
    CLEARED = "cleared"


class Action(StrEnum):
    """The four decisions of the plan: Z5a, Z5b, Z6a, Z6b."""

    DIVERT = "divert"
    WORKSHOP_BAY = "workshop_bay"
    REPAIR = "repair"
    REORDER = "reorder"


class Outcome(StrEnum):
    """How an escalation ended."""

    CLEARED = "cleared"
    UNHANDLED = "unhandled"
    """It ended without anybody having acted, so somebody has to say why."""
    CORRECTED = "corrected"
    """A late entry showed that the limit had not been crossed, or not then."""
    UNDONE = "undone"


class Why(StrEnum):
    """Why a crowding ended without anybody having acted on it (Z7)."""

    BRIEF = "brief"
    TAKEN = "taken"
    LEFT = "left"
    NOT_ENTERED = "not_entered"
    NOBODY = "nobody"
    FULL = "full"
    MISTAKE = "mistake"
    OTHER = "other"


class LineKind(StrEnum):
    """The kinds of line in an escalation's record. The first four call somebody; the others say what followed."""

    CALLED = "called"
    REPEATED = "repeated"
    NOT_ACTED = "not_acted"
    """Raised again one step up, because it was acknowledged but no action came in time."""
    NOT_SOLVED = "not_solved"
    """Raised again one step up, because it was acted on but the situation still stands."""
    TOLD = "told"
    SEEN = "seen"
    """Read by somebody who was called; it is not taken on by that."""
    ACKNOWLEDGED = "acknowledged"
    ACTED = "acted"
    DONE = "done"
    CLEARED = "cleared"
    AGAIN = "again"
    """The limit was crossed again within the hold time, so the prompt that was up continues."""
    EXPLAINED = "explained"
    UNDONE = "undone"
    """A telling, acknowledgement, decision, errand or explanation was undone."""


CALLS = frozenset({LineKind.CALLED, LineKind.REPEATED, LineKind.NOT_ACTED, LineKind.NOT_SOLVED})


NOBODY, NO_STATION = "nobody", "no_station"
"""Why a call could not be delivered: no such person is known, or no station at which they would hear it is open."""
