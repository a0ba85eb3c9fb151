"""The sentences of refusals about surveys."""

from frontdesk.domain.surveys.reasons import SurveyReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    SurveyReason.NO_SURVEY: N_("There is no survey No. {number}. See frontdesk surveys."),
    SurveyReason.SURVEY_THERE: N_("There is a {kind} for {year} already. See frontdesk surveys."),
    SurveyReason.SURVEY_STATE: N_("No. {number}: {state}. This is not possible now."),
    SurveyReason.PLAN_UNSIGNED: N_("Survey No. {number} is not signed by the head and the general manager yet."),
    SurveyReason.NO_QUESTIONS: N_("A survey has 1 to {right} questions."),
    SurveyReason.BAD_QUESTION: N_(
        "“{text}” is no question. Right would be its kind, then the question; after choice also 2 to 9 choices, with |"
        " before each. Kinds: {choices}."
    ),
    SurveyReason.BAD_SIZE: N_("How many are asked in a month? Right would be 1 to {right}."),
    SurveyReason.BAD_MONTHS: N_("In which months? Right would be numbers from 1 to 12, each once."),
    SurveyReason.BAD_YEAR: N_("Of which year? Right would be {right} or {last}."),
    SurveyReason.NO_PERSON: N_("Who sees to survey No. {number}? First choose somebody: F7."),
    SurveyReason.NOT_A_MONTH: N_("Survey No. {number} asks nobody in {month}, or that month is still to come."),
    SurveyReason.DRAWN: N_("For {month} the customers of survey No. {number} are drawn already."),
    SurveyReason.NOBODY_TO_ASK: N_(
        "Of those who came in {month} nobody can be asked: no number, no wish to be asked, or asked a short time ago."
    ),
    SurveyReason.NOT_ASKED: N_("Nobody with the number {asked} is asked in survey No. {number}."),
    SurveyReason.ANSWERED: N_("No. {asked} of survey No. {number} has answered already, or does not want to."),
    SurveyReason.NO_ANSWERS: N_("No. {asked} of survey No. {number} needs at least one answer."),
    SurveyReason.BAD_ANSWER: N_("“{text}” is no answer to “{question}”. Right would be one of the keys beside it."),
    SurveyReason.NOBODY_ASKED: N_("In survey No. {number} nobody was asked yet: there is nothing to report."),
}

TYPED: dict[Reason, str] = {
    SurveyReason.NO_PERSON: N_(
        "Who sees to survey No. {number}? First frontdesk surveys change {number} --person NAME."
    ),
}

REFUSALS = Refusals(SENTENCES, typed=TYPED)
