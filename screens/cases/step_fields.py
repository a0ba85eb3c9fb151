"""What the form of each step asks for (C5–C9, Q3–Q6)."""

from frontdesk.domain.cases.case import Form
from frontdesk.domain.cases.step_inputs import Take
from frontdesk.domain.cases.steps import Step
from frontdesk.words.i18n import N_

WORDS = {
    Step.ASSIGN: N_("to whom"),
    Step.INFORM: N_("who was told"),
    Step.VISIT: N_("what was found there"),
    Step.ANSWER: N_("what was answered"),
    Step.RESOLVE: N_("what was done"),
    Step.CONFIRM: N_("what the customer said"),
    Step.REOPEN: N_("why it is opened again"),
    Step.NOTE: N_("note"),
    Step.JUDGE: N_("why"),
    Step.TO_QUALITY: N_("the question to quality"),
    Step.QUALITY: N_("quality's answer"),
    Step.PASS_ON: N_("what was passed on"),
    Step.PROMISE: N_("what is promised"),
    Step.KEEP: N_("how it was kept"),
    Step.REPORT: N_("what is to be decided"),
    Step.DECIDE: N_("the definite answer"),
    Step.WRITE_UP: N_("how it was confirmed"),
    Step.PAUSE: N_("why"),
    Step.RESUME: N_("note"),
    Step.FOLLOW_UP: N_("what the customer said"),
    Step.CLOSE_ANYWAY: N_("why it is closed anyway"),
}
"""What the words of a step are; closing has the report instead."""

TITLES = {
    Take.INVESTIGATION: N_("found"),
    Take.ANALYSIS: N_("why"),
    Take.MEASURE: N_("measure"),
    Take.CAUSE: N_("cause"),
    Take.MEASURES: N_("measures taken"),
    Take.RESULT: N_("result"),
    Take.IMPROVEMENT: N_("improvement"),
}
"""What is written in a box of its own, beside the words."""

TOLD_TO_THE_CUSTOMER = frozenset({Step.ANSWER, Step.RESOLVE, Step.PASS_ON, Step.PROMISE, Step.TO_QUALITY})
"""The steps that are easier with the customer's words in sight."""

FORMS = list(Form)
