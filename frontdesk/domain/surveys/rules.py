"""What makes a survey's plan right, who may be asked, which answers fit a question (Q7, S11)."""

import re
from collections.abc import Collection, Mapping

from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.surveys.reasons import SurveyReason
from frontdesk.domain.surveys.survey import (
    LARGEST,
    MOST_CHOICES,
    MOST_QUESTIONS,
    Asked,
    Question,
    QuestionKind,
    Survey,
    SurveyPlan,
    SurveyState,
)
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import WORDS_LIMIT, clean_code, whole_line, whole_words

QUESTION_LIMIT = 100
LOW = frozenset({"1", "2"})
"""The marks after which a case is drafted in the customer's words."""
_SIGNS = {QuestionKind.YES_NO: {"1": "yes", "2": "no", "y": "yes", "n": "no", "yes": "yes", "no": "no"}}


def read_question(text: str) -> Question:
    """Return a question as it is typed: choice 怎么来的 | 朋友 | 网上. Raises `Refused(BAD_QUESTION)`."""
    kind, _blank, rest = whole_line(text, 2 * QUESTION_LIMIT).partition(" ")
    asked, *choices = (part.strip() for part in rest.split("|"))
    known = clean_code(kind).casefold().replace("-", "_")
    if known not in set(QuestionKind):
        raise Refused(SurveyReason.BAD_QUESTION, text=text, choices=tuple(QuestionKind))
    return Question(QuestionKind(known), asked, tuple(filter(None, choices)))


def written(question: Question) -> str:
    """Return a question as `read_question` reads it."""
    return " | ".join((f"{question.kind} {question.text}", *question.choices))


def check_plan(plan: SurveyPlan, staff: Collection[str]) -> None:
    """Check a plan. Raises `Refused`: NO_QUESTIONS, BAD_QUESTION, BAD_SIZE, BAD_MONTHS, UNKNOWN_PERSON."""
    if not 1 <= len(plan.questions) <= MOST_QUESTIONS:
        raise Refused(SurveyReason.NO_QUESTIONS, right=MOST_QUESTIONS)
    for question in plan.questions:
        fits = 2 <= len(question.choices) <= MOST_CHOICES and len(set(question.choices)) == len(question.choices)
        fits = fits if question.kind is QuestionKind.CHOICE else not question.choices
        if not question.text or not fits or len(question.text) > QUESTION_LIMIT:
            raise Refused(SurveyReason.BAD_QUESTION, text=written(question), choices=tuple(QuestionKind))
    if not 1 <= plan.size <= LARGEST:
        raise Refused(SurveyReason.BAD_SIZE, right=LARGEST)
    if not plan.months or len(set(plan.months)) < len(plan.months) or not set(plan.months) <= set(range(1, 13)):
        raise Refused(SurveyReason.BAD_MONTHS)
    if plan.person and plan.person not in staff:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=plan.person)


def check_state(survey: Survey, *states: SurveyState) -> None:
    """Check how far a survey has come. Raises `Refused`: PLAN_UNSIGNED, SURVEY_STATE."""
    if survey.state not in states or not survey.matter.is_open:
        reason = SurveyReason.SURVEY_STATE
        if survey.state in {SurveyState.DRAFT, SurveyState.SUBMITTED} and SurveyState.IN_FORCE in states:
            reason = SurveyReason.PLAN_UNSIGNED
        raise Refused(reason, number=survey.id, state=survey.state)


def check_submit(survey: Survey, who: str) -> None:
    """Check that a plan can go to be signed. Raises `Refused`: SURVEY_STATE, NO_PERSON."""
    check_state(survey, SurveyState.DRAFT)
    if not survey.plan.person:
        raise Refused(SurveyReason.NO_PERSON, number=survey.id, who=who)


def answer_of(question: Question, typed: str) -> str:
    """Return what is kept of an answer; "" where it was not answered. Raises `Refused(BAD_ANSWER)`."""
    said = clean_code(typed).casefold()
    if not said:
        return ""
    if question.kind is QuestionKind.WORDS:
        return whole_words(typed, WORDS_LIMIT)
    if question.kind is QuestionKind.MARK and re.fullmatch("[1-5]", said):
        return said
    if question.kind is QuestionKind.YES_NO and said in _SIGNS[QuestionKind.YES_NO]:
        return _SIGNS[QuestionKind.YES_NO][said]
    if question.kind is QuestionKind.CHOICE and said.isdecimal() and 1 <= int(said) <= len(question.choices):
        return said
    raise Refused(SurveyReason.BAD_ANSWER, text=clean_code(typed), question=question.text)


def answers_of(survey: Survey, asked: Asked, typed: Mapping[int, str]) -> dict[int, str]:
    """Return the answers to be kept, by question. Raises `Refused`: ANSWERED, NO_ANSWERS, BAD_ANSWER."""
    if not asked.is_waiting:
        raise Refused(SurveyReason.ANSWERED, number=survey.id, asked=asked.id)
    questions = dict(enumerate(survey.plan.questions, 1))
    found = {number: answer_of(questions[number], text) for number, text in typed.items() if number in questions}
    kept = {number: text for number, text in found.items() if text}
    if not kept:
        raise Refused(SurveyReason.NO_ANSWERS, number=survey.id, asked=asked.id)
    return kept


def is_low(plan: SurveyPlan, answers: Mapping[int, str]) -> bool:
    """Whether somebody is not satisfied: a mark of 1 or 2."""
    marks = (number for number, each in enumerate(plan.questions, 1) if each.kind is QuestionKind.MARK)
    return any(answers.get(number) in LOW for number in marks)


def said_words(plan: SurveyPlan, answers: Mapping[int, str]) -> str:
    """Return a customer's own words of their answers, for the draft of a case; else what they marked low."""
    questions = dict(enumerate(plan.questions, 1))
    words = [text for number, text in answers.items() if questions[number].kind is QuestionKind.WORDS]
    low = [
        f"{questions[number].text} {text}/5"
        for number, text in answers.items()
        if questions[number].kind is QuestionKind.MARK and text in LOW
    ]
    return "\n".join(words or low)
