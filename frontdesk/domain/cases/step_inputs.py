"""What each step of a case takes beside the words (C2, C5, C8, C9, C11, C13, C16, C18, Q3, Q5)."""

from dataclasses import dataclass, replace
from enum import StrEnum

from frontdesk.domain.cases.asks import AskKind, LegalMatter, Remedy
from frontdesk.domain.cases.case import Form, Severity
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.closing_report import ClosingReport
from frontdesk.domain.cases.steps import SAID, CaseStep
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.text import whole_line, whole_words


class StepInput(StrEnum):
    """What can be given with a step."""

    SEVERITY = "severity"
    UNTIL = "until"
    CLOCK = "clock"
    PROMISE = "promise"
    SATISFACTION = "satisfaction"
    SPOKEN = "spoken"
    INVESTIGATION = "investigation"
    ANALYSIS = "analysis"
    MEASURE = "measure"
    CAUSE = "cause"
    MEASURES = "measures"
    RESULT = "result"
    IMPROVEMENT = "improvement"
    REMEDY = "remedy"
    PEOPLE = "people"
    UNDERSTOOD = "understood"
    CONTENT = "content"
    ASK = "ask"
    MATTER = "matter"
    REFERENCE = "reference"


FINDINGS = (StepInput.INVESTIGATION, StepInput.ANALYSIS, StepInput.MEASURE)
"""Quality's findings (C13)."""

REPORT = (StepInput.CAUSE, StepInput.MEASURES, StepInput.RESULT, StepInput.IMPROVEMENT)
"""The parts of the closing report (C9)."""

STEP_INPUTS: dict[CaseStep, tuple[StepInput, ...]] = {
    CaseStep.JUDGE: (StepInput.SEVERITY,),
    CaseStep.QUALITY: FINDINGS,
    CaseStep.PROMISE: (StepInput.UNTIL,),
    CaseStep.PAUSE: (StepInput.UNTIL, StepInput.CLOCK),
    CaseStep.RESUME: (StepInput.CLOCK,),
    CaseStep.WITHDRAW: (StepInput.PROMISE,),
    CaseStep.FOLLOW_UP: (StepInput.SATISFACTION,),
    CaseStep.CLOSE: REPORT,
    CaseStep.CLOSE_ANYWAY: REPORT,
    CaseStep.ONSITE: (StepInput.REMEDY, StepInput.PEOPLE),
    CaseStep.ONSITE_DONE: (StepInput.UNDERSTOOD, StepInput.CONTENT),
    CaseStep.NOT_NEEDED: (StepInput.ASK,),
    CaseStep.ASK_LEGAL: (StepInput.MATTER, StepInput.REFERENCE, StepInput.UNTIL),
    CaseStep.LEGAL_NEXT: (StepInput.UNTIL, StepInput.REFERENCE),
    **dict.fromkeys(SAID, (StepInput.SPOKEN,)),
}


REFERENCE_LIMIT = 60
"""How many characters a court's file number or the name of a contract may have."""


def takes(step: CaseStep, what: StepInput) -> bool:
    """Whether a step takes something."""
    return what in STEP_INPUTS.get(step, ())


@dataclass(frozen=True, slots=True)
class Given:
    """The inputs given with a step, besides the words; inputs the step does not take are ignored."""

    at: Millis | None = None
    """The promised date, the end of a pause, or the next date of what the legal adviser has."""
    clock: ClockName | None = None
    """The clock to pause or resume; of several promises the one due first."""
    promise: int | None = None
    """The clock of the promise that is withdrawn; None where there is only one."""
    severity: Severity | None = None
    form: Form = Form.WRITTEN
    satisfaction: int | None = None
    investigation: str = ""
    analysis: str = ""
    measure: str = ""
    """C13: the finding, its cause, and the measure against a repeat."""
    report: ClosingReport | None = None
    """The closing report a person finished, or None for the draft from the record."""
    remedy: Remedy | None = None
    people: str = ""
    """C16: who goes, and with which tools."""
    understood: bool | None = None
    content: bool | None = None
    """C16: whether the customer has understood, and is satisfied."""
    ask: AskKind | None = None
    """What is not needed any more; None where only one thing is asked for."""
    matter: LegalMatter | None = None
    """What the legal adviser is asked for; None: advice (C18)."""
    reference: str = ""
    """What a contract or a lawsuit is called."""

    def cleaned(self) -> "Given":
        """Return the inputs with their text cleaned, like all text that comes in."""
        return replace(
            self,
            investigation=whole_words(self.investigation),
            analysis=whole_words(self.analysis),
            measure=whole_words(self.measure),
            people=whole_words(self.people),
            reference=whole_line(self.reference, REFERENCE_LIMIT),
            report=self.report and self.report.cleaned(),
        )


NOTHING = Given()
