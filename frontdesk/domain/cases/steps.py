"""What can be done with a case, and in which stage (C2–C9, C12, Q3–Q6)."""

from collections.abc import Callable
from enum import StrEnum

from frontdesk.domain.cases.case import AtQuality, Case, Form, Nature, ReportedTo, Severity, Stage
from frontdesk.domain.cases.clocks import ClockName


class Step(StrEnum):
    """What can be done with a case."""

    ASSIGN = "assign"
    INFORM = "inform"
    VISIT = "visit"
    ANSWER = "answer"
    RESOLVE = "resolve"
    CONFIRM = "confirm"
    CLOSE = "close"
    REOPEN = "reopen"
    NOTE = "note"
    JUDGE = "judge"
    """The severity is judged anew (C2)."""
    TO_QUALITY = "to_quality"
    QUALITY = "quality"
    """Quality's written answer is there (C5, C13)."""
    PASS_ON = "pass_on"
    """It was confirmed and passed on to the customer."""
    PROMISE = "promise"
    KEEP = "keep"
    REPORT = "report"
    """Reported upward: the desk cannot decide it (Q4)."""
    DECIDE = "decide"
    """The definite answer from above."""
    WRITE_UP = "write_up"
    PAUSE = "pause"
    RESUME = "resume"
    FOLLOW_UP = "follow_up"
    CLOSE_ANYWAY = "close_anyway"
    """Closed with something left open: the manager says why."""
    AMEND = "amend"
    """What was registered is corrected; never taken by itself."""


class Obstacle(StrEnum):
    """What stands in the way of closing a case."""

    CLOCKS = "clocks"
    UNCONFIRMED = "unconfirmed"
    """The customer has not confirmed the outcome (C7)."""
    QUALITY = "quality"
    REPORTED = "reported"
    NOT_WRITTEN_UP = "not_written_up"


_OPEN = tuple(stage for stage in Stage if stage is not Stage.CLOSED)
_LEADS: dict[Step, tuple[tuple[Stage, ...], Stage | None]] = {
    Step.ASSIGN: (_OPEN, None),
    Step.INFORM: (_OPEN, None),
    Step.VISIT: (_OPEN, None),
    Step.ANSWER: ((Stage.REGISTERED, Stage.ASSIGNED, Stage.ANSWERED), Stage.ANSWERED),
    Step.RESOLVE: ((Stage.ANSWERED,), Stage.RESOLVED),
    Step.CONFIRM: ((Stage.RESOLVED,), Stage.CONFIRMED),
    Step.CLOSE: ((Stage.CONFIRMED,), Stage.CLOSED),
    Step.CLOSE_ANYWAY: (_OPEN, Stage.CLOSED),
    Step.REOPEN: ((Stage.RESOLVED, Stage.CONFIRMED, Stage.CLOSED), Stage.REGISTERED),
    Step.NOTE: (tuple(Stage), None),
    Step.JUDGE: (_OPEN, None),
    Step.TO_QUALITY: (_OPEN, None),
    Step.QUALITY: (_OPEN, None),
    Step.PASS_ON: (_OPEN, None),
    Step.PROMISE: (_OPEN, None),
    Step.KEEP: (_OPEN, None),
    Step.REPORT: (_OPEN, None),
    Step.DECIDE: (_OPEN, None),
    Step.WRITE_UP: (tuple(Stage), None),
    Step.PAUSE: (_OPEN, None),
    Step.RESUME: (_OPEN, None),
    Step.FOLLOW_UP: ((Stage.CLOSED,), None),
}
NEEDS_NOTE = frozenset(
    {
        Step.ASSIGN, Step.ANSWER, Step.RESOLVE, Step.REOPEN, Step.NOTE, Step.JUDGE, Step.TO_QUALITY, Step.QUALITY,
        Step.PROMISE, Step.REPORT, Step.DECIDE, Step.WRITE_UP, Step.PAUSE, Step.CLOSE_ANYWAY,
    }
)  # fmt: skip
"""The steps that need words: who it is assigned to, what was answered, what was done, why it is opened again."""

SAID = frozenset({Step.ANSWER, Step.RESOLVE, Step.CONFIRM, Step.PASS_ON})
"""The steps in which something is said to, or by, the customer: in writing or spoken (Q5)."""

MET_BY = {
    Step.ANSWER: ClockName.FIRST_ANSWER,
    Step.INFORM: ClockName.HEAD_INFORMED,
    Step.VISIT: ClockName.ON_SITE,
    Step.RESOLVE: ClockName.FULL_ANSWER,
    Step.QUALITY: ClockName.QUALITY_ANSWER,
    Step.KEEP: ClockName.PROMISED,
}
_ONLY_FOR_A_CLOCK = frozenset({Step.INFORM, Step.VISIT, Step.KEEP})
"""The steps that mean something only while the clock they meet is running."""


def stage_after(case: Case, step: Step) -> Stage:
    """Return the stage a possible step leads to."""
    _froms, to = _LEADS[step]
    if step is Step.ASSIGN and case.stage is Stage.REGISTERED:
        return Stage.ASSIGNED
    return to or case.stage


def is_possible(case: Case, step: Step) -> bool:
    """Whether a step can be taken now, by somebody who may, with what it needs."""
    if step not in _LEADS or case.stage not in _LEADS[step][0]:
        return False
    if step in _ONLY_FOR_A_CLOCK and case.running_of(MET_BY[step]) is None:
        return False
    return step not in _STANDING or _STANDING[step](case)


def possible_steps(case: Case) -> tuple[Step, ...]:
    """Return the steps that can be taken now."""
    return tuple(step for step in Step if is_possible(case, step))


def obstacles(case: Case) -> tuple[Obstacle, ...]:
    """Return what stands in the way of closing a case (C7, Q4, Q5): none, and it can be closed."""
    found = {
        Obstacle.UNCONFIRMED: case.stage is not Stage.CONFIRMED,
        Obstacle.CLOCKS: bool(case.running),
        Obstacle.QUALITY: case.at_quality is not AtQuality.NO,
        Obstacle.REPORTED: case.reported_to is not ReportedTo.NOBODY,
        Obstacle.NOT_WRITTEN_UP: case.to_write_up > 0,
    }
    return tuple(obstacle for obstacle, stands in found.items() if stands)


def must_be_written_up(case: Case, step: Step, form: Form) -> bool:
    """Whether what is spoken now has to be written up: an answer always, the customer's word where it is grave (C7)."""
    if form is Form.WRITTEN or step not in SAID:
        return False
    grave = case.severity is Severity.MAJOR or case.nature is Nature.DISPUTE
    return grave if step is Step.CONFIRM else True


_STANDING: dict[Step, Callable[[Case], bool]] = {
    Step.CLOSE: lambda case: not obstacles(case),
    Step.TO_QUALITY: lambda case: case.at_quality is AtQuality.NO,
    Step.QUALITY: lambda case: case.at_quality is AtQuality.ASKED,
    Step.PASS_ON: lambda case: case.at_quality is AtQuality.ANSWERED,
    Step.REPORT: lambda case: case.reported_to is not ReportedTo.DIRECTOR,
    Step.DECIDE: lambda case: case.reported_to is not ReportedTo.NOBODY,
    Step.WRITE_UP: lambda case: case.to_write_up > 0,
    Step.PAUSE: lambda case: bool(case.running),
    Step.RESUME: lambda case: any(clock.pauses for clock in case.running),
    Step.FOLLOW_UP: lambda case: case.follow_up_at is not None and case.followed_up_at is None,
}
"""What a step needs to find besides the stage."""
