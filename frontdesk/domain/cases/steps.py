"""What can be done with a case, and in which stage (C2–C9, C11, C12, C15–C18, Q3–Q6)."""

from collections.abc import Callable
from enum import StrEnum

from frontdesk.domain.cases.asks import Asked, AskKind
from frontdesk.domain.cases.case import AtQuality, Case, Form, Nature, ReportedTo, Severity, Stage
from frontdesk.domain.cases.clocks import ClockName


class CaseStep(StrEnum):
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
    """Quality's answer was confirmed and passed on to the customer."""
    PROMISE = "promise"
    KEEP = "keep"
    WITHDRAW = "withdraw"
    """A promise was entered wrongly: it is owed no longer, and stays on record."""
    REPORT = "report"
    """The case is reported upward because the desk cannot decide it (Q4)."""
    DECIDE = "decide"
    """The manager or director gives the definite answer."""
    WRITE_UP = "write_up"
    PAUSE = "pause"
    RESUME = "resume"
    FOLLOW_UP = "follow_up"
    CLOSE_ANYWAY = "close_anyway"
    """The manager closes the case with something left open, and says why."""
    ASK_MATERIAL = "ask_material"
    """The technical or the quality department is asked for parameters or records (C15)."""
    MATERIAL = "material"
    ASK_LEGAL = "ask_legal"
    """The legal adviser is asked (C11, C18)."""
    LEGAL = "legal"
    """The adviser's advice is there, in writing; of a contract or a lawsuit what came of it."""
    LEGAL_NEXT = "legal_next"
    """What the legal adviser has came one step on, and has another date (C18)."""
    ONSITE = "onsite"
    """A plan on site is agreed with the customer; people and tools are free (C11, C16)."""
    ONSITE_DONE = "onsite_done"
    """The people leave: the guidance is understood, the customer satisfied (C16)."""
    ASK_SAMPLE = "ask_sample"
    """The defective part is asked back from the customer (C17)."""
    SAMPLE_HERE = "sample_here"
    SAMPLE_SENT = "sample_sent"
    SAMPLE = "sample"
    """The result of the analysis."""
    NOT_NEEDED = "not_needed"
    """What was asked for is not needed any more, or cannot be had."""
    AMEND = "amend"
    """A registered detail is corrected; this is never taken as a step by itself."""


class Obstacle(StrEnum):
    """A reason why a case cannot be closed yet."""

    CLOCKS = "clocks"
    UNCONFIRMED = "unconfirmed"
    """The customer has not confirmed the outcome (C7)."""
    QUALITY = "quality"
    REPORTED = "reported"
    NOT_WRITTEN_UP = "not_written_up"
    ASKED = "asked"
    """Somebody was asked for something that is not there yet (C11, C15–C18)."""


_OPEN = tuple(stage for stage in Stage if stage is not Stage.CLOSED)
_LEADS: dict[CaseStep, tuple[tuple[Stage, ...], Stage | None]] = {
    CaseStep.ASSIGN: (_OPEN, None),
    CaseStep.INFORM: (_OPEN, None),
    CaseStep.VISIT: (_OPEN, None),
    CaseStep.ANSWER: ((Stage.REGISTERED, Stage.ASSIGNED, Stage.ANSWERED), Stage.ANSWERED),
    CaseStep.RESOLVE: ((Stage.ANSWERED,), Stage.RESOLVED),
    CaseStep.CONFIRM: ((Stage.RESOLVED,), Stage.CONFIRMED),
    CaseStep.CLOSE: ((Stage.CONFIRMED,), Stage.CLOSED),
    CaseStep.CLOSE_ANYWAY: (_OPEN, Stage.CLOSED),
    CaseStep.REOPEN: ((Stage.RESOLVED, Stage.CONFIRMED, Stage.CLOSED), Stage.REGISTERED),
    CaseStep.NOTE: (tuple(Stage), None),
    CaseStep.JUDGE: (_OPEN, None),
    CaseStep.TO_QUALITY: (_OPEN, None),
    CaseStep.QUALITY: (_OPEN, None),
    CaseStep.PASS_ON: (_OPEN, None),
    CaseStep.PROMISE: (_OPEN, None),
    CaseStep.KEEP: (_OPEN, None),
    CaseStep.WITHDRAW: (_OPEN, None),
    CaseStep.REPORT: (_OPEN, None),
    CaseStep.DECIDE: (_OPEN, None),
    CaseStep.WRITE_UP: (tuple(Stage), None),
    CaseStep.PAUSE: (_OPEN, None),
    CaseStep.RESUME: (_OPEN, None),
    CaseStep.FOLLOW_UP: ((Stage.CLOSED,), None),
    CaseStep.ASK_MATERIAL: (_OPEN, None),
    CaseStep.MATERIAL: (_OPEN, None),
    CaseStep.ASK_LEGAL: (_OPEN, None),
    CaseStep.LEGAL: (_OPEN, None),
    CaseStep.LEGAL_NEXT: (_OPEN, None),
    CaseStep.ONSITE: (_OPEN, None),
    CaseStep.ONSITE_DONE: (_OPEN, None),
    CaseStep.ASK_SAMPLE: (_OPEN, None),
    CaseStep.SAMPLE_HERE: (_OPEN, None),
    CaseStep.SAMPLE_SENT: (_OPEN, None),
    CaseStep.SAMPLE: (_OPEN, None),
    CaseStep.NOT_NEEDED: (_OPEN, None),
}
NEEDS_NOTE = frozenset(
    {
        CaseStep.ASSIGN, CaseStep.ANSWER, CaseStep.RESOLVE, CaseStep.REOPEN, CaseStep.NOTE, CaseStep.JUDGE,
        CaseStep.TO_QUALITY, CaseStep.QUALITY,
        CaseStep.PROMISE, CaseStep.REPORT, CaseStep.DECIDE, CaseStep.WRITE_UP, CaseStep.PAUSE, CaseStep.CLOSE_ANYWAY,
        CaseStep.WITHDRAW, CaseStep.INFORM, CaseStep.VISIT,
        CaseStep.ASK_MATERIAL, CaseStep.MATERIAL, CaseStep.ASK_LEGAL, CaseStep.LEGAL, CaseStep.LEGAL_NEXT,
        CaseStep.ONSITE, CaseStep.ONSITE_DONE, CaseStep.ASK_SAMPLE, CaseStep.SAMPLE_SENT, CaseStep.SAMPLE,
        CaseStep.NOT_NEEDED,
    }
)  # fmt: skip
"""The steps that need words: who it is assigned to, what was answered, what was found at the visit, what was done."""

OF_A_PERSON = frozenset({CaseStep.ASSIGN, CaseStep.INFORM})
"""The steps whose words are somebody's name."""

SAID = frozenset({CaseStep.ANSWER, CaseStep.RESOLVE, CaseStep.CONFIRM, CaseStep.PASS_ON})
"""The steps in which the customer says or is told something, in writing or spoken (Q5)."""

ASKS = {
    CaseStep.ASK_MATERIAL: AskKind.MATERIAL,
    CaseStep.ASK_LEGAL: AskKind.LEGAL,
    CaseStep.ONSITE: AskKind.ONSITE,
    CaseStep.ASK_SAMPLE: AskKind.SAMPLE,
}
"""What each step asks for; of each kind one thing at a time."""

ANSWERS: dict[CaseStep, tuple[Asked, Asked | None]] = {
    CaseStep.MATERIAL: (Asked.MATERIAL, None),
    CaseStep.LEGAL: (Asked.LEGAL, None),
    CaseStep.LEGAL_NEXT: (Asked.LEGAL, Asked.LEGAL),
    CaseStep.ONSITE_DONE: (Asked.ONSITE, None),
    CaseStep.SAMPLE_HERE: (Asked.SAMPLE, Asked.SAMPLE_HERE),
    CaseStep.SAMPLE_SENT: (Asked.SAMPLE_HERE, Asked.SAMPLE_SENT),
    CaseStep.SAMPLE: (Asked.SAMPLE_SENT, None),
}
"""From where to where each step brings what was asked for; None: to its end."""

MET_BY: dict[CaseStep, tuple[ClockName, ...]] = {
    CaseStep.ANSWER: (ClockName.FIRST_ANSWER,),
    CaseStep.INFORM: (ClockName.HEAD_INFORMED,),
    CaseStep.VISIT: (ClockName.ON_SITE, ClockName.LEFT_SITE),
    CaseStep.RESOLVE: (ClockName.FULL_ANSWER, ClockName.AGREE_DATE, ClockName.LEFT_SITE),
    CaseStep.CONFIRM: (ClockName.LEFT_SITE,),
    CaseStep.QUALITY: (ClockName.QUALITY_ANSWER,),
    CaseStep.PROMISE: (ClockName.LEFT_SITE,),
    CaseStep.KEEP: (ClockName.PROMISED,),
    CaseStep.MATERIAL: (ClockName.MATERIAL,),
    CaseStep.LEGAL: (ClockName.LEGAL,),
    CaseStep.LEGAL_NEXT: (ClockName.LEGAL,),
    CaseStep.ONSITE: (ClockName.LEFT_SITE,),
    CaseStep.ONSITE_DONE: (ClockName.ON_SITE,),
}
"""The clocks that each step meets; a date that is promised may meet one more, as `effects` says (Q3)."""
_ONLY_FOR_A_CLOCK = frozenset({CaseStep.INFORM, CaseStep.VISIT, CaseStep.KEEP})
"""The steps that mean something only while the clock they meet is running."""


def stage_after(case: Case, step: CaseStep) -> Stage:
    """Return the stage a possible step leads to."""
    _froms, to = _LEADS[step]
    if step is CaseStep.ASSIGN and case.stage is Stage.REGISTERED:
        return Stage.ASSIGNED
    return to or case.stage


def is_stage_right(case: Case, step: CaseStep) -> bool:
    """Whether a case has come as far as a step needs; the step may still have nothing to do."""
    return step in _LEADS and case.stage in _LEADS[step][0]


def is_possible(case: Case, step: CaseStep) -> bool:
    """Whether a step can be taken now, given a person who may take it and the inputs it needs."""
    if not is_stage_right(case, step):
        return False
    if step in _ONLY_FOR_A_CLOCK and not case.running_of_any(MET_BY[step]):
        return False
    return step not in _STANDING or _STANDING[step](case)


def possible_steps(case: Case) -> tuple[CaseStep, ...]:
    """Return the steps that can be taken now."""
    return tuple(step for step in CaseStep if is_possible(case, step))


def obstacles(case: Case) -> tuple[Obstacle, ...]:
    """Return the reasons why a case cannot be closed; if there are none, it can be (C7, Q4, Q5)."""
    found = {
        Obstacle.UNCONFIRMED: case.stage is not Stage.CONFIRMED,
        Obstacle.CLOCKS: bool(case.running),
        Obstacle.QUALITY: case.at_quality is not AtQuality.NO,
        Obstacle.REPORTED: case.reported_to is not ReportedTo.NOBODY,
        Obstacle.NOT_WRITTEN_UP: case.to_write_up > 0,
        Obstacle.ASKED: bool(case.asked),
    }
    return tuple(obstacle for obstacle, stands in found.items() if stands)


def _is_free(kind: AskKind) -> Callable[[Case], bool]:
    return lambda case: all(asked.kind is not kind for asked in case.asked)


def _has_come_to(asked: Asked) -> Callable[[Case], bool]:
    return lambda case: asked in case.asked


def must_be_written_up(case: Case, step: CaseStep, form: Form) -> bool:
    """Whether spoken words must be written up: always for an answer, for the customer's word in a serious case (C7)."""
    if form is Form.WRITTEN or step not in SAID:
        return False
    grave = case.severity is Severity.MAJOR or case.nature is Nature.DISPUTE
    return grave if step is CaseStep.CONFIRM else True


_STANDING: dict[CaseStep, Callable[[Case], bool]] = {
    CaseStep.CLOSE: lambda case: not obstacles(case),
    CaseStep.TO_QUALITY: lambda case: case.at_quality is AtQuality.NO,
    CaseStep.QUALITY: lambda case: case.at_quality is AtQuality.ASKED,
    CaseStep.PASS_ON: lambda case: case.at_quality is AtQuality.ANSWERED,
    CaseStep.REPORT: lambda case: case.reported_to is not ReportedTo.DIRECTOR,
    CaseStep.DECIDE: lambda case: case.reported_to is not ReportedTo.NOBODY,
    CaseStep.WITHDRAW: lambda case: bool(case.promises),
    CaseStep.WRITE_UP: lambda case: case.to_write_up > 0,
    CaseStep.PAUSE: lambda case: bool(case.running),
    CaseStep.RESUME: lambda case: any(clock.pauses for clock in case.running),
    CaseStep.FOLLOW_UP: lambda case: case.follow_up_at is not None and case.followed_up_at is None,
    **{step: _is_free(kind) for step, kind in ASKS.items()},
    **{step: _has_come_to(before) for step, (before, _after) in ANSWERS.items()},
    CaseStep.NOT_NEEDED: lambda case: bool(case.asked),
}
"""The condition each step needs besides the right stage."""
