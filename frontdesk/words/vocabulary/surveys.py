"""The names of the values and events of surveys."""

from collections.abc import Mapping

from frontdesk.domain.surveys.events import SurveyEvent
from frontdesk.domain.surveys.survey import Method, QuestionKind, SurveyKind, SurveyState
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (SurveyKind.YEAR, N_("survey of the year")),
    (SurveyKind.HOLIDAY, N_("survey of the holidays")),
    (Method.PHONE, N_("asked by phone")),
    (Method.ONLINE, N_("asked online")),
    (Method.IN_PERSON, N_("face to face")),
    (SurveyState.DRAFT, N_("survey in draft")),
    (SurveyState.SUBMITTED, N_("survey submitted")),
    (SurveyState.IN_FORCE, N_("survey under way")),
    (SurveyState.REPORTED, N_("survey reported")),
    (QuestionKind.MARK, N_("mark 1 to 5")),
    (QuestionKind.CHOICE, N_("choice")),
    (QuestionKind.YES_NO, N_("yes or no")),
    (QuestionKind.WORDS, N_("in words")),
)

EVENTS: Mapping[str, str] = {
    SurveyEvent.DRAFT: N_("survey drafted"),
    SurveyEvent.CHANGE: N_("survey changed"),
    SurveyEvent.SUBMIT: N_("survey submitted"),
    SurveyEvent.DRAW: N_("customers to ask drawn"),
    SurveyEvent.ANSWER: N_("survey answered"),
    SurveyEvent.REPORT: N_("survey reported"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
