"""What each step of a case takes beside the words (C2, C5, C8, C9, C13, Q3, Q5)."""

from enum import StrEnum

from frontdesk.domain.cases.steps import SAID, Step


class Take(StrEnum):
    """What can be given with a step."""

    SEVERITY = "severity"
    UNTIL = "until"
    CLOCK = "clock"
    SATISFACTION = "satisfaction"
    SPOKEN = "spoken"
    INVESTIGATION = "investigation"
    ANALYSIS = "analysis"
    MEASURE = "measure"
    CAUSE = "cause"
    MEASURES = "measures"
    RESULT = "result"
    IMPROVEMENT = "improvement"


FINDINGS = (Take.INVESTIGATION, Take.ANALYSIS, Take.MEASURE)
"""Quality's findings (C13)."""

REPORT = (Take.CAUSE, Take.MEASURES, Take.RESULT, Take.IMPROVEMENT)
"""The parts of the closing report (C9)."""

TAKES: dict[Step, tuple[Take, ...]] = {
    Step.JUDGE: (Take.SEVERITY,),
    Step.QUALITY: FINDINGS,
    Step.PROMISE: (Take.UNTIL,),
    Step.PAUSE: (Take.UNTIL, Take.CLOCK),
    Step.RESUME: (Take.CLOCK,),
    Step.FOLLOW_UP: (Take.SATISFACTION,),
    Step.CLOSE: REPORT,
    Step.CLOSE_ANYWAY: REPORT,
    **dict.fromkeys(SAID, (Take.SPOKEN,)),
}


def takes(step: Step, what: Take) -> bool:
    """Whether a step takes something."""
    return what in TAKES.get(step, ())
