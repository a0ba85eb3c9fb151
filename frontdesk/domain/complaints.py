"""A complaint: its kinds, its states, and the clocks it runs under (C1–C4, C12, Q1)."""

from dataclasses import dataclass
from enum import StrEnum

from frontdesk.domain.case_clocks import ClockName, DueClock
from frontdesk.domain.clock import Millis
from frontdesk.domain.deadlines import Deadline, deadline
from frontdesk.domain.errors import Reason, Refused
from frontdesk.domain.policy import Policy
from frontdesk.domain.working_days import Calendar


class Channel(StrEnum):
    """How a complaint came in (C1)."""

    PERSON = "person"
    PHONE = "phone"
    EMAIL = "email"
    ONLINE = "online"


class ComplaintKind(StrEnum):
    """What it is about (C4)."""

    SERVICE = "service"
    PRODUCT = "product"
    PRICE = "price"
    RETURN = "return"
    WAITING = "waiting"


class Severity(StrEnum):
    """How grave it is (C2)."""

    ORDINARY = "ordinary"
    MAJOR = "major"


class Stage(StrEnum):
    """How far a complaint has come (C12)."""

    REGISTERED = "registered"
    ASSIGNED = "assigned"
    ANSWERED = "answered"
    RESOLVED = "resolved"
    CONFIRMED = "confirmed"
    CLOSED = "closed"


class Step(StrEnum):
    """What can be done with a complaint."""

    ASSIGN = "assign"
    INFORM = "inform"
    VISIT = "visit"
    ANSWER = "answer"
    RESOLVE = "resolve"
    CONFIRM = "confirm"
    CLOSE = "close"
    REOPEN = "reopen"


_OPEN = (Stage.REGISTERED, Stage.ASSIGNED, Stage.ANSWERED, Stage.RESOLVED, Stage.CONFIRMED)
_STEPS: dict[Step, tuple[tuple[Stage, ...], Stage | None]] = {
    Step.ASSIGN: ((Stage.REGISTERED, Stage.ASSIGNED), Stage.ASSIGNED),
    Step.INFORM: (_OPEN, None),
    Step.VISIT: (_OPEN, None),
    Step.ANSWER: ((Stage.REGISTERED, Stage.ASSIGNED, Stage.ANSWERED), Stage.ANSWERED),
    Step.RESOLVE: ((Stage.ANSWERED,), Stage.RESOLVED),
    Step.CONFIRM: ((Stage.RESOLVED,), Stage.CONFIRMED),
    Step.CLOSE: ((Stage.CONFIRMED,), Stage.CLOSED),
    Step.REOPEN: ((Stage.RESOLVED, Stage.CONFIRMED, Stage.CLOSED), Stage.REGISTERED),
}
NEEDS_NOTE = frozenset({Step.ASSIGN, Step.ANSWER, Step.RESOLVE, Step.REOPEN})
"""The steps that need words: who it is assigned to, what was answered, what was done, why it is opened again."""


MET_BY = {
    Step.ANSWER: ClockName.FIRST_ANSWER,
    Step.INFORM: ClockName.HEAD_INFORMED,
    Step.VISIT: ClockName.ON_SITE,
    Step.RESOLVE: ClockName.FULL_ANSWER,
}
_ONLY_FOR_A_CLOCK = frozenset({Step.INFORM, Step.VISIT})
"""The steps that mean something only while the clock they meet is running."""


@dataclass(frozen=True, slots=True)
class Note:
    """One line of a complaint's history."""

    at: Millis
    who: str
    step: str
    words: str


@dataclass(frozen=True, slots=True)
class Complaint:
    """One case. `phone` is masked; the whole number is shown only on a recorded request (C10)."""

    id: int
    received_at: Millis
    channel: Channel
    kind: ComplaintKind
    severity: Severity
    stage: Stage
    customer: str
    phone: str
    plate: str
    words: str
    visit_id: int | None
    assigned_to: str
    clocks: tuple[DueClock, ...]

    @property
    def next_due(self) -> DueClock | None:
        """The running clock that is due first."""
        return min((c for c in self.clocks if c.met_at is None), key=lambda c: c.due_at, default=None)


def after(complaint: Complaint, step: Step, note: str) -> Stage:
    """Return the stage a step leads to. Raises `Refused` where it may not be taken now, or words are missing."""
    froms, to = _STEPS[step]
    if complaint.stage not in froms:
        raise Refused(Reason.WRONG_STATE, number=complaint.id, stage=complaint.stage, step=step)
    if step in _ONLY_FOR_A_CLOCK and not _runs(complaint, MET_BY[step]):
        raise Refused(Reason.WRONG_STATE, number=complaint.id, stage=complaint.stage, step=step)
    if step in NEEDS_NOTE and not note:
        raise Refused(Reason.NOTE_MISSING, number=complaint.id, step=step)
    return to or complaint.stage


def possible_steps(complaint: Complaint) -> tuple[Step, ...]:
    """Return the steps that may be taken now."""
    return tuple(
        step
        for step, (froms, _) in _STEPS.items()
        if complaint.stage in froms and (step not in _ONLY_FOR_A_CLOCK or _runs(complaint, MET_BY[step]))
    )


def clocks_at_start(
    severity: Severity, received_at: Millis, policy: Policy, calendar: Calendar
) -> dict[ClockName, Deadline]:
    """Return the clocks a new case runs under, and when each is due (Q1, Q2, C3, C6)."""
    names = [ClockName.FIRST_ANSWER, ClockName.FULL_ANSWER]
    if severity is Severity.MAJOR:
        names += [ClockName.HEAD_INFORMED, ClockName.ON_SITE]
    return {name: deadline(name, received_at, policy, calendar) for name in names}


def _runs(complaint: Complaint, name: ClockName) -> bool:
    return any(clock.name is name and clock.met_at is None for clock in complaint.clocks)
