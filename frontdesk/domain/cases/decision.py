"""What a step makes of a case, as one decision that the desk only has to write down (C2–C9, Q1–Q5). Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from frontdesk.domain.cases.case import CUSTOMER_LIMIT, Case, Form, ReportedTo, Stage
from frontdesk.domain.cases.checks import check
from frontdesk.domain.cases.clock_effects import Effects, effects
from frontdesk.domain.cases.step_inputs import Given
from frontdesk.domain.cases.steps import OF_A_PERSON, CaseStep, must_be_written_up, stage_after
from frontdesk.domain.people.roles import Rank
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.text import whole_line

Changes = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome of one step for a case."""

    stage: Stage
    form: Form
    """Spoken only if the words have to be written up (Q5)."""
    satisfaction: int | None
    changes: Changes
    """What changes of the case itself, besides its stage."""
    clocks: Effects


def decide(case: Case, step: CaseStep, words: str, given: Given, *, rank: Rank, now: Millis) -> Decision:
    """Return the outcome of a step. `words`: what was answered or done, or whom the case goes to.

    Raises `Refused` if the step cannot be taken now, by this person, or with the given inputs.
    """
    if step in OF_A_PERSON:
        words = whole_line(words, CUSTOMER_LIMIT)
    check(case, step, words, given, rank=rank, now=now)
    return Decision(
        stage=stage_after(case, step),
        form=Form.SPOKEN if must_be_written_up(case, step, given.form) else Form.WRITTEN,
        satisfaction=given.satisfaction if step is CaseStep.FOLLOW_UP else None,
        changes=_CHANGES[step](case, words, given, now) if step in _CHANGES else {},
        clocks=effects(case, step, given, now),
    )


def _report(case: Case, words: str, given: Given, now: Millis) -> Changes:
    return {"reported_to": ReportedTo.DIRECTOR if case.reported_to is ReportedTo.MANAGER else ReportedTo.MANAGER}


_CHANGES: dict[CaseStep, Callable[[Case, str, Given, Millis], Changes]] = {
    CaseStep.ASSIGN: lambda case, words, given, now: {"assigned_to": words},
    CaseStep.JUDGE: lambda case, words, given, now: {"severity": given.severity},
    CaseStep.REPORT: _report,
    CaseStep.DECIDE: lambda case, words, given, now: {"reported_to": ReportedTo.NOBODY},
    CaseStep.REOPEN: lambda case, words, given, now: {
        "follow_up_at": None,
        "followed_up_at": None,
        "satisfaction": None,
    },
    CaseStep.FOLLOW_UP: lambda case, words, given, now: {"followed_up_at": now, "satisfaction": given.satisfaction},
}
"""The fields of the case that each step changes, besides the stage; a step not listed changes none."""
