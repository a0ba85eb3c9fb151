"""What a step makes of a case: one decision, of which the desk only writes what it says (C2–C9, Q1–Q5). Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from frontdesk.domain.cases.case import CUSTOMER_LIMIT, Case, Form, ReportedTo, Stage
from frontdesk.domain.cases.checks import check
from frontdesk.domain.cases.clock_effects import Effects, effects
from frontdesk.domain.cases.step_inputs import Given
from frontdesk.domain.cases.steps import CaseStep, must_be_written_up, stage_after
from frontdesk.domain.people.roles import Rank
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.text import whole_line

Changes = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a case by one step."""

    stage: Stage
    """The stage after the step."""
    form: Form
    """Spoken only where what was said has to be written up (Q5)."""
    satisfaction: int | None
    changes: Changes
    """What changes of the case itself, besides its stage."""
    clocks: Effects


def decide(case: Case, step: CaseStep, words: str, given: Given, *, rank: Rank, now: Millis) -> Decision:
    """Return what a step makes of a case. `words` are what was answered or done, or whom the case goes to.

    Raises `Refused` where it cannot be taken now, not by this person, or not with what is given.
    """
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
    CaseStep.ASSIGN: lambda case, words, given, now: {"assigned_to": whole_line(words, CUSTOMER_LIMIT)},
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
"""What changes of the case itself, besides its stage; of a step that is not here nothing."""
