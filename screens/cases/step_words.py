"""What the form of each step of a case calls its fields (C5–C9, C11, C15–C18, Q3–Q6)."""

from frontdesk.domain.cases.step_inputs import StepInput
from frontdesk.domain.cases.steps import CaseStep
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
    CaseStep.ASK_MATERIAL: N_("what is asked for, and of whom"),
    CaseStep.MATERIAL: N_("what was supplied"),
    CaseStep.ASK_LEGAL: N_("the question to the legal adviser"),
    CaseStep.LEGAL: N_("the advice or the result"),
    CaseStep.LEGAL_NEXT: N_("how far it is, and what comes then"),
    CaseStep.ONSITE: N_("the plan agreed with the customer"),
    CaseStep.ONSITE_DONE: N_("what was done there"),
    CaseStep.ASK_SAMPLE: N_("which part, and how it comes back"),
    CaseStep.SAMPLE_HERE: N_("note"),
    CaseStep.SAMPLE_SENT: N_("to whom it was sent"),
    CaseStep.SAMPLE: N_("the result of the analysis"),
    CaseStep.NOT_NEEDED: N_("why it is not needed"),
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
    StepInput.PEOPLE: N_("people and tools"),
}
"""The labels of the boxes beside the text field."""

DATES = {
    CaseStep.PROMISE: N_("promised for*"),
    CaseStep.ASK_LEGAL: N_("next date"),
    CaseStep.LEGAL_NEXT: N_("next date*"),
}
"""The label of a step's date, where it is not until when."""

ASKED_ON_LEAVING = {StepInput.UNDERSTOOD: N_("understood"), StepInput.CONTENT: N_("satisfied")}
"""What is asked before the people on site leave (C16)."""

TOLD_TO_THE_CUSTOMER = frozenset(
    {CaseStep.ANSWER, CaseStep.RESOLVE, CaseStep.PASS_ON, CaseStep.PROMISE, CaseStep.TO_QUALITY, CaseStep.ONSITE}
)
"""The steps whose form shows the customer's words, because they are easier with these in sight."""
