"""The fields in the form of each step (C5–C9, Q3–Q6)."""

from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.cases.case import Form
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.step_inputs import FINDINGS, StepInput
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.values.errors import Reason
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.words.i18n import N_

WORDS = {
    CaseStep.ASSIGN: N_("to whom"),
    CaseStep.INFORM: N_("who was told"),
    CaseStep.VISIT: N_("what was found there"),
    CaseStep.ANSWER: N_("what was answered"),
    CaseStep.RESOLVE: N_("what was done"),
    CaseStep.CONFIRM: N_("what the customer said"),
    CaseStep.REOPEN: N_("why it is opened again"),
    CaseStep.NOTE: N_("note"),
    CaseStep.JUDGE: N_("why"),
    CaseStep.TO_QUALITY: N_("the question to quality"),
    CaseStep.QUALITY: N_("quality's answer"),
    CaseStep.PASS_ON: N_("what was passed on"),
    CaseStep.PROMISE: N_("what is promised"),
    CaseStep.KEEP: N_("how it was kept"),
    CaseStep.WITHDRAW: N_("why it is withdrawn"),
    CaseStep.REPORT: N_("what is to be decided"),
    CaseStep.DECIDE: N_("the definite answer"),
    CaseStep.WRITE_UP: N_("how it was confirmed"),
    CaseStep.PAUSE: N_("why"),
    CaseStep.RESUME: N_("note"),
    CaseStep.FOLLOW_UP: N_("what the customer said"),
    CaseStep.CLOSE_ANYWAY: N_("why it is closed anyway"),
}
"""The label of each step's text field; closing has the report instead."""

TITLES = {
    StepInput.INVESTIGATION: N_("found"),
    StepInput.ANALYSIS: N_("why"),
    StepInput.MEASURE: N_("measure"),
    StepInput.CAUSE: N_("cause"),
    StepInput.MEASURES: N_("measures taken"),
    StepInput.RESULT: N_("result"),
    StepInput.IMPROVEMENT: N_("improvement"),
}
"""The labels of the boxes beside the text field."""

TOLD_TO_THE_CUSTOMER = frozenset(
    {CaseStep.ANSWER, CaseStep.RESOLVE, CaseStep.PASS_ON, CaseStep.PROMISE, CaseStep.TO_QUALITY}
)
"""The steps whose form shows the customer's words, because they are easier with these in sight."""

FORMS = list(Form)

_DATE = (
    *(CalendarReason.UNREADABLE_DATE, CalendarReason.UNCLEAR_DATE, CalendarReason.BAD_DATE, CalendarReason.DAY_CLOSED),
    *(ValueReason.UNREADABLE_TIME, ValueReason.TIME_FAR, ValueReason.IN_FUTURE),
    *(CaseReason.DATE_MISSING, CaseReason.DATE_PAST, CaseReason.DATE_FAR),
)
_CLOCK = (CaseReason.NO_CLOCK, CaseReason.CLOCK_MISSED, CaseReason.PAUSED_ALREADY, CaseReason.NOT_PAUSED)

FIELDS: dict[Reason, tuple[str, ...]] = {
    **dict.fromkeys(_DATE, (StepInput.UNTIL,)),
    **dict.fromkeys(_CLOCK, (StepInput.CLOCK, StepInput.PROMISE)),
    CaseReason.WHICH_PROMISE: (StepInput.PROMISE,),
    CaseReason.NOTE_MISSING: ("words",),
    CaseReason.BAD_SATISFACTION: (StepInput.SATISFACTION,),
    CaseReason.QUALITY_INCOMPLETE: FINDINGS,
    CaseReason.REPORT_INCOMPLETE: (StepInput.CAUSE, StepInput.MEASURES, StepInput.RESULT),
    PeopleReason.UNKNOWN_PERSON: ("words",),
}
"""The fields that a refused step is about."""
