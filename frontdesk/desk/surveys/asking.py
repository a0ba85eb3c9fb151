"""Asking: a month's list is drawn, each on it is to be rung up, answers are typed as they are said (Q7, S11)."""

import secrets
from collections.abc import Mapping
from datetime import date

from data import policy
from data.engine.transaction import Transaction
from data.messages import messages
from data.surveys import pool, surveys
from frontdesk.desk.desk import Desk
from frontdesk.desk.owing import owe
from frontdesk.desk.people.duty import check_at_desk, check_manages
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.message import Channel, MessageState, Purpose, ToTell, TryResult
from frontdesk.domain.surveys.drawing import draw as drawn_from
from frontdesk.domain.surveys.events import SurveyEvent
from frontdesk.domain.surveys.reasons import SurveyReason
from frontdesk.domain.surveys.rules import answers_of, check_state, is_low, said_words
from frontdesk.domain.surveys.survey import Asked, Method, Survey, SurveyState
from frontdesk.domain.values.clock import DAY
from frontdesk.domain.values.errors import Refused

_CHANNELS = {Method.PHONE: Channel.PHONE, Method.ONLINE: Channel.WECHAT, Method.IN_PERSON: Channel.IN_PERSON}


def draw(desk: Desk, number: int, month: Month, *, seed: str = "", operation: str | None = None) -> Result:
    """Draw whom to ask of those who came in a month; each is owed the call. The seed and the pool are kept.

    Raises `Refused`: NOT_YOUR_POST, PLAN_UNSIGNED, NOT_A_MONTH, DRAWN, NOBODY_TO_ASK.
    """
    chosen = seed or secrets.token_hex(8)

    def body(transaction: Transaction) -> Result:
        check_manages(transaction)
        connection = transaction.connection
        survey = surveys.get(connection, number)
        check_state(survey, SurveyState.IN_FORCE)
        rules = policy.current(connection)
        zone = OpeningHours.of(rules).zone
        begins = month.begins(zone)
        if month.year != survey.plan.year or month.number not in survey.plan.months or begins > transaction.now:
            raise Refused(SurveyReason.NOT_A_MONTH, number=number, month=str(month))
        if any(each.month == str(month) for each in survey.draws):
            raise Refused(SurveyReason.DRAWN, number=number, month=str(month))
        span = (begins, month.later(1).begins(zone))
        listed = tuple(pool.of_month(connection, span, transaction.now - rules.survey_rest_days * DAY))
        if not listed:
            raise Refused(SurveyReason.NOBODY_TO_ASK, number=number, month=str(month))
        by_visit = {each.visit: each for each in listed}
        made = surveys.put_draw(transaction, survey, str(month), chosen, sorted(by_visit))
        for visit in drawn_from(chosen, by_visit, survey.plan.size):
            _ask(transaction, survey, made, by_visit[visit])
        return Result(SurveyEvent.DRAW, number=number, facts={"month": str(month), "seed": chosen})

    return desk.do(body, operation)


def draw_day(transaction: Transaction, survey: Survey, day: date) -> int:
    """Draw whom to ask of those who came on a day, in a transaction under way; return how many are owed the call.

    Nobody is asked twice for the same day.
    """
    connection = transaction.connection
    rules = policy.current(connection)
    if any(each.month == str(day) for each in survey.draws):
        return 0
    span = DaySpan.of(day, OpeningHours.of(rules).zone)
    came = (span.begins, span.ends)
    by_visit = {
        each.visit: each for each in pool.of_month(connection, came, transaction.now - rules.survey_rest_days * DAY)
    }
    if not by_visit:
        return 0
    seed = secrets.token_hex(8)
    made = surveys.put_draw(transaction, survey, str(day), seed, sorted(by_visit))
    drawn = drawn_from(seed, by_visit, survey.plan.size)
    for visit in drawn:
        _ask(transaction, survey, made, by_visit[visit])
    return len(drawn)


def answer(desk: Desk, number: int, asked: int, typed: Mapping[int, str], operation: str | None = None) -> Result:
    """Put on record what a customer answered, question by question; who was still to be rung up was reached by that.

    Whether a mark was low is told with the result. Raises `Refused`: PLAN_UNSIGNED, NOT_ASKED, and as `answers_of`.
    """

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        survey = surveys.get(transaction.connection, number)
        check_state(survey, SurveyState.IN_FORCE)
        found = of_number(survey, asked)
        answers = answers_of(survey, found, typed)
        surveys.answer(transaction, survey, found, answers)
        message = messages.get(transaction.connection, found.message)
        if message.is_open and message.state is not MessageState.SENDING:
            messages.add_try(transaction, message, TryResult.TOLD, "")
            messages.end(transaction, message, MessageState.TOLD)
        facts: dict[str, str | int] = {"asked": asked, "low": int(is_low(survey.plan, answers))}
        return Result(SurveyEvent.ANSWER, found.plate, number=number, facts=facts)

    return desk.do(body, operation)


def of_number(survey: Survey, asked: int) -> Asked:
    """Return one of those asked. Raises `Refused(NOT_ASKED)`."""
    found = next((each for each in survey.asked if each.id == asked), None)
    if found is None:
        raise Refused(SurveyReason.NOT_ASKED, number=survey.id, asked=asked)
    return found


def words_of(survey: Survey, asked: int) -> str:
    """Return what a customer said, for the draft of a case; "" where no mark was low."""
    answers = dict(of_number(survey, asked).answers)
    return said_words(survey.plan, answers) if is_low(survey.plan, answers) else ""


def _ask(transaction: Transaction, survey: Survey, draw: int, who: pool.MayBeAsked) -> None:
    store = policy.current(transaction.connection).store_name
    questions = " ".join(each.text for each in survey.plan.questions)
    text = f"{who.name}您好，{store}想听听您对这次服务的意见。{questions}"
    said = ToTell(Purpose.SURVEY, text[:_LONGEST], name=who.name, plate=who.plate, phone_id=who.phone_id)
    channel = _CHANNELS[survey.plan.method]
    message = owe(transaction, said._replace(channel=channel, about=f"survey:{draw}:{who.visit}", matter=survey.id))
    surveys.put_asked(transaction, draw, who.visit, message)


_LONGEST = 1000
