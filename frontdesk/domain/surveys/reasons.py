"""Reasons for a refusal: surveys."""

from frontdesk.domain.values.errors import Reason


class SurveyReason(Reason):
    """Why nothing was done about a survey."""

    NO_SURVEY = "no_survey"
    SURVEY_THERE = "survey_there"
    SURVEY_STATE = "survey_state"
    PLAN_UNSIGNED = "plan_unsigned"
    NO_QUESTIONS = "no_questions"
    BAD_QUESTION = "bad_question"
    BAD_SIZE = "bad_size"
    BAD_MONTHS = "bad_months"
    BAD_YEAR = "bad_year"
    NO_PERSON = "no_person"
    NOT_A_MONTH = "not_a_month"
    DRAWN = "drawn"
    NOBODY_TO_ASK = "nobody_to_ask"
    NOT_ASKED = "survey_not_asked"
    ANSWERED = "survey_answered_already"
    NO_ANSWERS = "no_answers"
    BAD_ANSWER = "survey_bad_answer"
    NOBODY_ASKED = "nobody_asked"
