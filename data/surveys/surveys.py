"""The surveys: plans, draws, who is asked, what was answered (Q7, S11)."""

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from data.matters import matters
from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.messages.message import MessageState
from frontdesk.domain.surveys.reasons import SurveyReason
from frontdesk.domain.surveys.survey import (
    Asked,
    Draw,
    Method,
    Question,
    QuestionKind,
    Survey,
    SurveyKind,
    SurveyPlan,
    SurveyState,
)
from frontdesk.domain.values.errors import Refused

_COLUMNS = "id, year, kind, method, size, months, questions, person, state"
_ASKED = (
    "select d.survey_id, a.id, d.month, a.visit_id, a.message_id, m.state, m.name, coalesce(p.masked, ''), m.plate,"
    " a.answered_at from survey_asked a join survey_draws d on d.id = a.draw_id join messages m on m.id = a.message_id"
    " left join phones p on p.id = m.phone_id where d.survey_id in (select value from json_each(?)) order by a.id"
)


def get(connection: Connection, number: int) -> Survey:
    """Return one survey. Raises `Refused(NO_SURVEY)`."""
    found = _select(connection, "id = ?", number)
    if not found:
        raise Refused(SurveyReason.NO_SURVEY, number=number)
    return found[0]


def every(connection: Connection) -> tuple[Survey, ...]:
    """Return every survey, oldest first."""
    return _select(connection, "1")


def is_there(connection: Connection, year: int, kind: SurveyKind) -> bool:
    """Whether a year has its survey of a kind, dropped ones left out."""
    row = connection.execute(
        "select 1 from surveys s join matters t on t.id = s.id where s.year = ? and s.kind = ?"
        " and t.outcome <> 'dropped'",
        (year, kind),
    ).fetchone()
    return row is not None


def open_one(transaction: Transaction, number: int, plan: SurveyPlan) -> None:
    """Put a survey on record for a matter that was opened for it."""
    transaction.insert("surveys", {"id": number, **_row(plan), "state": SurveyState.DRAFT})


def change(transaction: Transaction, survey: Survey, values: Row) -> None:
    """Change a survey that is still as it was read."""
    transaction.update("surveys", survey.id, values, where={"state": survey.state})


def change_plan(transaction: Transaction, survey: Survey, plan: SurveyPlan) -> None:
    """Put another plan in the place of the one before; it is a draft again."""
    change(transaction, survey, {**_row(plan), "state": SurveyState.DRAFT})


def put_draw(transaction: Transaction, survey: Survey, month: str, seed: str, pool: list[int]) -> int:
    """Put on record that a list was drawn; return its number."""
    row: Row = {"survey_id": survey.id, "month": month, "seed": seed, "pool": json.dumps(pool)}
    return transaction.insert("survey_draws", {**row, "at": transaction.now, "who": transaction.actor.who})


def put_asked(transaction: Transaction, draw: int, visit: int, message: int) -> None:
    """Put on record that a customer is asked."""
    transaction.insert("survey_asked", {"draw_id": draw, "visit_id": visit, "message_id": message})


def answer(transaction: Transaction, survey: Survey, asked: Asked, answers: Mapping[int, str]) -> None:
    """Put on record what a customer answered; words apart from marks, because words go with the customer."""
    values: Row = {"answered_at": transaction.now, "answered_by": transaction.actor.who}
    transaction.update("survey_asked", asked.id, values, where={"answered_at": None})
    for question, text in answers.items():
        is_words = survey.plan.questions[question - 1].kind is QuestionKind.WORDS
        said: Row = {"answer": "", "words": text} if is_words else {"answer": text, "words": ""}
        transaction.insert("survey_answers", {"asked_id": asked.id, "question": question, **said})


def _row(plan: SurveyPlan) -> Row:
    questions = [[each.kind, each.text, list(each.choices)] for each in plan.questions]
    said: Row = {"year": plan.year, "kind": plan.kind, "method": plan.method, "size": plan.size, "person": plan.person}
    return {**said, "months": json.dumps(plan.months), "questions": json.dumps(questions, ensure_ascii=False)}


def _select(connection: Connection, condition: str, *values: object) -> tuple[Survey, ...]:
    rows = connection.execute(f"select {_COLUMNS} from surveys where {condition} order by id", values).fetchall()
    numbers = json.dumps([row[0] for row in rows])
    of = matters.of(connection, [row[0] for row in rows])
    draws: defaultdict[int, list[Draw]] = defaultdict(list)
    for survey, *said, pool in connection.execute(
        "select survey_id, id, month, seed, at, who, pool from survey_draws"
        " where survey_id in (select value from json_each(?)) order by id",
        (numbers,),
    ):
        number, month, seed, at, who = said
        draws[survey].append(Draw(number, month, seed, at, who, tuple(json.loads(pool))))
    asked = _asked(connection, numbers)
    return tuple(each("surveys", rows, lambda row: _survey(of[row[0]], row, draws[row[0]], asked[row[0]])))


def _asked(connection: Connection, numbers: str) -> defaultdict[int, list[Asked]]:
    answers: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for asked, question, text in connection.execute(
        "select asked_id, question, answer || words from survey_answers where asked_id in ("
        "select a.id from survey_asked a"
        " join survey_draws d on d.id = a.draw_id where d.survey_id in (select value from json_each(?)))"
        " order by asked_id, question",
        (numbers,),
    ):
        answers[asked].append((question, text))
    found: defaultdict[int, list[Asked]] = defaultdict(list)
    for survey, number, month, visit, message, state, *said in connection.execute(_ASKED, (numbers,)):
        name, phone, plate, at = said
        how = MessageState(state)
        found[survey].append(Asked(number, month, visit, message, how, name, phone, plate, at, tuple(answers[number])))
    return found


def _survey(matter: Matter, row: tuple[Any, ...], draws: list[Draw], asked: list[Asked]) -> Survey:
    _, year, kind, method, size, months, questions, person, state = row
    made = tuple(Question(QuestionKind(of), text, tuple(choices)) for of, text, choices in json.loads(questions))
    plan = SurveyPlan(year, SurveyKind(kind), Method(method), size, tuple(json.loads(months)), person, made)
    return Survey(matter, plan, SurveyState(state), tuple(draws), tuple(asked))
