"""Something owed by an instant; where it is missed, the chain of calls begins, as for a clock of a case."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.cases.clocks import ClockState
from frontdesk.domain.escalations.limits import Breach
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.escalations.terms import Chain, Kind
from frontdesk.domain.values.clock import Millis, is_reckonable
from frontdesk.domain.values.plates import NO_PLATE

MISSED_AT_ONCE = 50
"""Of how much that is missed somebody is called at once; the rest is called for as that is done."""


class DueName(StrEnum):
    """What is owed."""

    REVIEW = "review_due"
    """Z7: the month's review is submitted."""
    MEASURE_DONE = "measure_done"
    """Z7: a measure is carried out."""
    MEASURE_CHECK = "measure_check"
    """Z7: a second person looks whether a measure did any good."""
    APPROVAL = "approval"
    """Z7, G1: what was submitted is signed or rejected."""
    APPROVAL_CONFIRM = "approval_confirm"
    """Whoever approved by phone confirms it in person."""
    PLAN_PUBLISH = "plan_publish"
    """G1: what is approved is put in force."""
    PLAN_READ = "plan_read"
    """G4: everybody has read what is in force."""
    PLAN_REVIEW = "plan_review"
    """G4: a plan is looked through once a year."""
    PURGE = "purge"
    """G2: the expired cases on a list that the director signed are cleared."""
    STEP = "step"
    """A step of a run is done; `what` is its title."""
    RENEW = "thing_renew"
    """S9: things are renewed before they expire; `what` is their last day, empty for those that had expired already."""
    RESTOCK = "thing_restock"
    """S3: there is enough of a thing again."""
    MEND = "thing_mend"
    """S3: a faulty thing is in order again."""
    WORD = "word"
    """P4: the customer of a car in repair is told how it stands."""
    PROMISE = "promise"
    """P4: the car is ready by the time the customer was promised."""
    FOUND = "found_told"
    """P2: the customer knows of the problem that was found."""
    RESCUE_PLAN = "rescue_plan"
    """R2: there is a plan for the rescue."""
    RESCUE_CONSENT = "rescue_consent"
    """R3: the customer has heard the plan and said yes or no."""
    RESCUE_PARTS = "rescue_parts"
    """R4: the parts of the plan are handed out."""
    RESCUE_DEPARTURE = "rescue_departure"
    """R4: the team leaves."""
    RESCUE_TOLD = "rescue_told"
    """R4: the customer knows when the team arrives."""
    RESCUE_CONTACT = "rescue_contact"
    """Somebody on the road was heard of."""
    RESCUE_ETA = "rescue_eta"
    """R4: the team arrives when the customer was told it would."""
    RESCUE_CHECK = "rescue_check"
    """R6: fault and parts are confirmed on site."""
    RESCUE_SUPERVISOR = "rescue_supervisor"
    """R6: the supervisor has read what is otherwise on site than planned."""
    RESCUE_MANAGER = "rescue_manager"
    """R6: so has the service manager."""
    RESCUE_DIRECTOR = "rescue_director"
    """R6: so has the service director."""
    RESCUE_RESULT = "rescue_result"
    """What came of it is known."""
    RESCUE_FOLLOW_UP = "rescue_follow_up"
    """C8: the customer was asked how it was."""
    ORDER_ANSWER = "order_answer"
    """I10: the customer knows whether, and when, what they need comes."""
    ORDER_TOLD = "order_told"
    """I10: they know that it comes at another time, or not at all."""
    ORDER_SUPPLY = "order_supply"
    """I10: it is theirs by the time they were told."""
    AUTHORITY = "authority_report"
    """I14: the authority knows of a major incident in which somebody is hurt."""
    INVESTIGATE = "investigate"
    """I12: cause, person responsible and loss of an incident are found."""
    ASSESS = "assess"
    """I13: it is said what was learned, and whether it goes into a plan."""
    HAZARD = "hazard"
    """I1, I15: a hazard is dealt with."""
    DRILL_HOLD = "drill_hold"
    """S4: the drill that was planned is held."""
    DRILL_SCORE = "drill_score"
    """S4: whoever looked on says what came of it."""
    DRILL_DUE = "drill_due"
    """S4: something is rehearsed again; `what` is the day and what, here and below."""
    TRAINING_DUE = "training_due"
    """S12: those whose training ends are trained anew."""
    CERTIFICATE_DUE = "certificate_due"
    """S12: somebody's certificate is renewed."""
    CHECK = "check"
    """S3: what is looked at again and again is checked."""
    MEETING = "meeting"
    """Q6, C14: a meeting is held."""
    MEETING_MATERIAL = "meeting_material"
    """Q6: what is prepared for a meeting is there; `what` is the number of the item, here and below."""
    MINUTES = "minutes"
    """Q6: the minutes of a meeting are written."""
    MEETING_PROMISE = "meeting_promise"
    """Q6: what a customer was promised at a meeting is done."""
    DECISION = "decision"
    """C14: a department has done what the emergency group decided."""
    FEEDBACK = "feedback"
    """Q9: quality answers what a customer said about the product."""
    SURVEY_PLAN = "survey_plan"
    """Q7: the plan of the year's survey is signed."""
    SURVEY_REPORT = "survey_report"
    """Q7: the survey was carried out and is reported."""
    ROLL_CALL = "roll_call"
    """I4: of everybody who should be here it is known where they are."""
    ROSTER_PUBLISH = "roster_publish"
    """S2: who works when is published in time."""
    ROSTER_NEXT = "roster_next"
    """S2: the roster that follows is published in time."""
    ROSTER_GAP = "roster_gap"
    """S2: somebody is found for the shifts of a day; `what` is the day, and how many are missing."""
    FORECAST = "forecast"
    """I7: the day's weather is looked up and published."""
    CONTACT_LIST = "contact_list"
    """S1: the emergency contact list is called through."""
    CONTACT_AGAIN = "contact_again"
    """S1: somebody who was not reached is rung again, or their number corrected; `what` is their key and name."""
    MAKE_UP = "make_up"
    """I11: what was not supplied because of the weather is made up for."""


OF_CUSTOMERS = frozenset(
    {
        DueName.WORD, DueName.PROMISE, DueName.FOUND, DueName.MEETING_PROMISE, DueName.ORDER_ANSWER, DueName.ORDER_TOLD,
        DueName.ORDER_SUPPLY,
    }
)  # fmt: skip
"""What is owed to a customer: the advisor is called first, and soon (P4)."""
OF_RESCUES = frozenset(name for name in DueName if name.startswith("rescue_")) - {DueName.RESCUE_FOLLOW_UP}
"""What is owed while somebody stands on the road: the workshop supervisor is called first, and at once."""

RESCUE_REPORTS = (DueName.RESCUE_SUPERVISOR, DueName.RESCUE_MANAGER, DueName.RESCUE_DIRECTOR)
"""What is otherwise on site goes to all three at once, and each reads it (R6)."""

OF_THINGS = frozenset({DueName.RENEW, DueName.RESTOCK, DueName.MEND})
"""What is to be done with things of the register."""
OF_READINESS = frozenset({DueName.DRILL_DUE, DueName.TRAINING_DUE, DueName.CERTIFICATE_DUE})
"""What is to be rehearsed, trained or renewed."""


OF_MEETINGS = frozenset(
    {
        DueName.MEETING, DueName.MEETING_MATERIAL, DueName.MINUTES, DueName.MEETING_PROMISE, DueName.DECISION,
        DueName.FEEDBACK,
    }
)  # fmt: skip
"""What is owed for a meeting: it is done there."""


class Change(NamedTuple):
    """An instant agreed anew."""

    at: Millis
    who: str
    was: Millis
    becomes: Millis
    why: str


class Due(NamedTuple):
    """One thing owed. There are no pauses: what must wait gets a new instant, with a reason, on record."""

    id: int
    matter: int
    name: DueName
    person: str
    """Who owes it; empty: whoever runs the service."""
    started_at: Millis
    due_at: Millis
    provisional: bool = False
    """Whether it may still change, because it depends on a year whose working days are not published."""
    met_at: Millis | None = None
    met_by: str = ""
    lifted_at: Millis | None = None
    changes: tuple[Change, ...] = ()
    what: str = ""
    """Which one, where several of a name can be owed for a matter."""

    @property
    def is_running(self) -> bool:
        """Whether it is still owed."""
        return self.met_at is None and self.lifted_at is None

    def is_missed(self, now: Millis) -> bool:
        """Whether it was not met in time, now or by an instant agreed before; met at the very instant is in time."""
        if any(change.at > change.was for change in self.changes):
            return True
        ended = self.met_at if self.met_at is not None else self.lifted_at
        return (now if ended is None else ended) > self.due_at

    def state(self, now: Millis, warning: Millis) -> ClockState:
        """Return how it stands. `warning`: how long before it is due it warns, at most in the last third of its time.

        What was missed and then agreed anew runs again; that it was missed, `is_missed` says for ever.
        """
        if self.lifted_at is not None:
            return ClockState.LIFTED
        if self.met_at is not None:
            return ClockState.MET_LATE if self.is_missed(now) else ClockState.MET
        if now > self.due_at:
            return ClockState.OVERDUE
        warns_from = self.due_at - min(warning, (self.due_at - self.started_at) // 3)
        return ClockState.SOON if now >= warns_from else ClockState.RUNNING


def due_breaches(dues: Iterable[Due], now: Millis) -> tuple[Breach, ...]:
    """Return the first of what is owed and was not done in time, at `now`: at most `MISSED_AT_ONCE`."""
    missed = (due for due in dues if due.is_running and now > due.due_at and is_reckonable(due.due_at))
    return tuple(
        Breach(Kind.DUE_MISSED, Subject.of_due(due.id), NO_PLATE, due.due_at, _chain(due))
        for due in sorted(missed, key=lambda due: (due.due_at, due.id))[:MISSED_AT_ONCE]
    )


def _chain(due: Due) -> Chain:
    if due.name in RESCUE_REPORTS:
        return Chain.RESCUE_REPORT
    if due.name in OF_RESCUES:
        return Chain.RESCUE
    if due.name is DueName.ROLL_CALL:
        return Chain.EVERYBODY
    return Chain.CUSTOMER if due.name in OF_CUSTOMERS else Chain.WORK
