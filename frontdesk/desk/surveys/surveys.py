"""Surveys: the plan drafted, submitted to the head and the general manager, carried out, reported (Q7, S11)."""

from data import calendar, policy
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.matters import dues, matters
from data.surveys import surveys
from frontdesk.desk.desk import Desk
from frontdesk.desk.matters import ask_for_signatures, close_if_done, take_back
from frontdesk.desk.people.duty import check_manages, roster_of
from frontdesk.domain.approvals.approval import ApprovalState, Text, What
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.people.staff import Post
from frontdesk.domain.surveys.events import SurveyEvent
from frontdesk.domain.surveys.reasons import SurveyReason
from frontdesk.domain.surveys.rules import check_plan, check_state, check_submit, written
from frontdesk.domain.surveys.survey import Method, Question, QuestionKind, Survey, SurveyKind, SurveyPlan, SurveyState
from frontdesk.domain.surveys.term import last_working_day
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line

SIGNERS = (Post.DIRECTOR, Post.GENERAL_MANAGER)
SIZE = 30
QUESTIONS = (
    Question(QuestionKind.MARK, "您对这次服务总体满意吗？"),
    Question(QuestionKind.MARK, "等候时间您满意吗？"),
    Question(QuestionKind.MARK, "维修质量您满意吗？"),
    Question(QuestionKind.YES_NO, "费用和交车时间事先说清楚了吗？"),
    Question(QuestionKind.YES_NO, "您愿意推荐本店吗？"),
    Question(QuestionKind.WORDS, "您还有什么意见或建议？"),
)
"""What a new draft asks, to begin with."""


def every(desk: Desk) -> tuple[Survey, ...]:
    """Return every survey, oldest first."""
    return desk.read(surveys.every)


def shown(desk: Desk, number: int) -> Survey:
    """Return one survey. Raises `Refused(NO_SURVEY)`."""
    return desk.read(lambda connection: surveys.get(connection, number))


def first_draft(year: int, kind: SurveyKind) -> SurveyPlan:
    """Return the plan that a new draft begins with."""
    months = tuple(range(1, 13)) if kind is SurveyKind.YEAR else (2, 10)
    return SurveyPlan(year, kind, Method.PHONE, SIZE, months, "", QUESTIONS)


def draft(desk: Desk, year: int, kind: SurveyKind = SurveyKind.YEAR, operation: str | None = None) -> Result:
    """Begin the draft of a survey. Raises `Refused`: NOT_YOUR_POST, BAD_YEAR, SURVEY_THERE."""

    def body(transaction: Transaction) -> Result:
        check_manages(transaction)
        now = to_datetime(transaction.now, OpeningHours.of(policy.current(transaction.connection)).zone).year
        if not now <= year <= now + 1:
            raise Refused(SurveyReason.BAD_YEAR, right=now, last=now + 1)
        if surveys.is_there(transaction.connection, year, kind):
            raise Refused(SurveyReason.SURVEY_THERE, year=year, kind=kind)
        return Result(SurveyEvent.DRAFT, number=open_in(transaction, year, kind), facts={"year": year})

    return desk.do(body, operation)


def open_in(transaction: Transaction, year: int, kind: SurveyKind) -> int:
    """Open a draft in a transaction under way: its plan is owed by the last working day of the year before."""
    number = matters.open_one(transaction, MatterKind.SURVEY, f"{year} {kind}")
    surveys.open_one(transaction, number, first_draft(year, kind))
    due = _closes(transaction.connection, Month(year - 1, 12))
    if due <= transaction.now:
        due = _closes(transaction.connection, _this_month(transaction).later(1))
    dues.start(transaction, number, DueName.SURVEY_PLAN, due)
    return number


def change(desk: Desk, number: int, plan: SurveyPlan, operation: str | None = None) -> Result:
    """Change the plan of a survey that nobody has signed yet; what was submitted is a draft again.

    Raises `Refused`: NOT_YOUR_POST, SURVEY_STATE, and as `check_plan` says.
    """
    plan = plan._replace(
        person=whole_line(plan.person),
        questions=tuple(each._replace(text=whole_line(each.text)) for each in plan.questions),
    )

    def body(transaction: Transaction) -> Result:
        check_manages(transaction)
        survey = surveys.get(transaction.connection, number)
        check_state(survey, SurveyState.DRAFT, SurveyState.SUBMITTED)
        check_plan(plan, frozenset(person.name for person in roster_of(transaction).staff))
        kept = plan._replace(year=survey.plan.year, kind=survey.plan.kind)
        if survey.state is SurveyState.SUBMITTED:
            take_back(transaction, number)
        surveys.change_plan(transaction, survey, kept)
        return Result(SurveyEvent.CHANGE, number=number)

    return desk.do(body, operation)


def submit(desk: Desk, number: int, operation: str | None = None) -> Result:
    """Submit a plan to the head, then the general manager. Raises `Refused`: NOT_YOUR_POST, SURVEY_STATE, NO_PERSON."""

    def body(transaction: Transaction) -> Result:
        check_manages(transaction)
        survey = surveys.get(transaction.connection, number)
        check_submit(survey, transaction.actor.who)
        surveys.change(transaction, survey, {"state": SurveyState.SUBMITTED})
        ask_for_signatures(transaction, number, What.SURVEY, text(transaction, number), SIGNERS)
        return Result(SurveyEvent.SUBMIT, number=number)

    return desk.do(body, operation)


def report(desk: Desk, number: int, operation: str | None = None) -> Result:
    """Say that a survey is over: its result goes to the head. Raises `Refused`: PLAN_UNSIGNED, NOBODY_ASKED."""

    def body(transaction: Transaction) -> Result:
        check_manages(transaction)
        survey = surveys.get(transaction.connection, number)
        check_state(survey, SurveyState.IN_FORCE)
        if not survey.draws:
            raise Refused(SurveyReason.NOBODY_ASKED, number=number)
        surveys.change(transaction, survey, {"state": SurveyState.REPORTED})
        dues.meet(transaction, number, DueName.SURVEY_REPORT)
        close_if_done(transaction, number)
        return Result(SurveyEvent.REPORT, number=number)

    return desk.do(body, operation)


def text(transaction: Transaction, number: int) -> Text:
    """Return what is signed: the plan as it stands now."""
    plan = surveys.get(transaction.connection, number).plan
    said: dict[str, object] = {"year": plan.year, "kind": plan.kind, "method": plan.method, "size": plan.size}
    said |= {"months": list(plan.months), "person": plan.person, "questions": list(map(written, plan.questions))}
    return said


def decided(transaction: Transaction, number: int, state: ApprovalState) -> None:
    """What both have signed is in force, and its report is owed; what was rejected is a draft again."""
    survey = surveys.get(transaction.connection, number)
    if state is not ApprovalState.APPROVED:
        if survey.state is SurveyState.SUBMITTED:
            surveys.change(transaction, survey, {"state": SurveyState.DRAFT})
        return
    surveys.change(transaction, survey, {"state": SurveyState.IN_FORCE})
    dues.meet(transaction, number, DueName.SURVEY_PLAN)
    due = _closes(transaction.connection, Month(survey.plan.year, max(survey.plan.months)).later(1))
    dues.start(transaction, number, DueName.SURVEY_REPORT, max(due, transaction.now), survey.plan.person)


def _closes(connection: Connection, month: Month) -> Millis:
    """Return close of business of the last working day of a month."""
    rules = policy.current(connection)
    hours = OpeningHours.of(rules)
    works = hours.is_open_on if rules.working_days == "own" else calendar.current(connection).is_working
    return last_working_day(month, hours, works)


def _this_month(transaction: Transaction) -> Month:
    return Month.of(transaction.now, OpeningHours.of(policy.current(transaction.connection)).zone)
