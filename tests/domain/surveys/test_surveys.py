"""Surveys: the interval beside an independent one, the draw, the plan, answers, the last working day (Q7, S11)."""

from datetime import date, datetime, timedelta
from math import sqrt
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.surveys.drawing import draw
from frontdesk.domain.surveys.months import read_months
from frontdesk.domain.surveys.reasons import SurveyReason
from frontdesk.domain.surveys.result import wilson
from frontdesk.domain.surveys.rules import answer_of, check_plan, is_low, read_question, said_words, written
from frontdesk.domain.surveys.survey import Method, Question, QuestionKind, SurveyKind, SurveyPlan
from frontdesk.domain.surveys.term import last_working_day
from frontdesk.domain.values.clock import to_millis
from frontdesk.domain.values.errors import Reason, Refused

MARK = Question(QuestionKind.MARK, "满意吗")
CHOICE = Question(QuestionKind.CHOICE, "怎么来的", ("朋友", "网上"))
WORDS = Question(QuestionKind.WORDS, "还有什么")
YES = Question(QuestionKind.YES_NO, "推荐吗")
PLAN = SurveyPlan(2027, SurveyKind.YEAR, Method.PHONE, 30, tuple(range(1, 13)), "赵敏", (MARK, CHOICE, WORDS, YES))


def by_solving(good: int, answers: int) -> tuple[float, float]:
    """The same interval, found as what it is: the shares from which the one seen is 1.96 standard errors away."""

    def away(part: float) -> float:
        return abs(good / answers - part) - 1.959963984540054 * sqrt(part * (1 - part) / answers)

    def cross(inside: float, outside: float) -> float:
        for _ in range(200):
            middle = (inside + outside) / 2
            inside, outside = (middle, outside) if away(middle) <= 0 else (inside, middle)
        return inside

    seen = good / answers
    return (0.0 if not good else cross(seen, 0.0)), (1.0 if good == answers else cross(seen, 1.0))


@pytest.mark.parametrize("answers", [1, 2, 29, 30, 262, 3000])
def test_the_interval_is_the_shares_that_fit_what_was_seen(answers: int) -> None:
    for good in sorted({0, 1, answers // 3, answers // 2, answers - 1, answers}):
        share, (low, high) = wilson(good, answers), by_solving(good, answers)
        assert share.low == pytest.approx(low, abs=1e-9)
        assert share.high == pytest.approx(high, abs=1e-9)
        assert share.is_few is (answers < 30)
    assert (wilson(0, 0).low, wilson(0, 0).high) == (0.0, 1.0)


def test_the_same_list_is_drawn_again_and_everybody_as_often() -> None:
    pool = range(100, 160)
    first = draw("seed", pool, 30)
    assert first == draw("seed", reversed(pool), 30) == draw("seed", [*pool, *pool], 30)
    assert len(set(first)) == 30 and set(first) <= set(pool)
    assert draw("other", pool, 30) != first
    assert sorted(draw("x", pool, 500)) == list(pool)
    times = [sum(number in draw(str(seed), pool, 30) for seed in range(400)) for number in pool]
    assert min(times) > 150 and max(times) < 250


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"questions": ()}, SurveyReason.NO_QUESTIONS),
        ({"questions": (MARK,) * 13}, SurveyReason.NO_QUESTIONS),
        ({"questions": (CHOICE._replace(choices=("一个",)),)}, SurveyReason.BAD_QUESTION),
        ({"questions": (CHOICE._replace(choices=("同", "同")),)}, SurveyReason.BAD_QUESTION),
        ({"questions": (MARK._replace(choices=("好",)),)}, SurveyReason.BAD_QUESTION),
        ({"questions": (MARK._replace(text=""),)}, SurveyReason.BAD_QUESTION),
        ({"size": 0}, SurveyReason.BAD_SIZE),
        ({"size": 501}, SurveyReason.BAD_SIZE),
        ({"months": ()}, SurveyReason.BAD_MONTHS),
        ({"months": (1, 1)}, SurveyReason.BAD_MONTHS),
        ({"months": (13,)}, SurveyReason.BAD_MONTHS),
        ({"person": "路人"}, PeopleReason.UNKNOWN_PERSON),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(changed: dict[str, object], reason: Reason) -> None:
    check_plan(PLAN._replace(questions=(MARK,) * 12), {"赵敏"})
    with pytest.raises(Refused) as refused:
        check_plan(PLAN._replace(**changed), {"赵敏"})  # type: ignore[arg-type]
    assert refused.value.reason is reason


def test_a_question_is_read_as_it_is_written() -> None:
    for question in (MARK, CHOICE, WORDS, YES):
        assert read_question(written(question)) == question
    assert read_question("YES-NO 推荐吗").kind is QuestionKind.YES_NO
    with pytest.raises(Refused):
        read_question("您满意吗")
    assert read_months("1-3, 10") == (1, 2, 3, 10)
    for text in ("", "0", "13", "1 1", "x", "1-99"):
        with pytest.raises(Refused):
            read_months(text)


@pytest.mark.parametrize(
    ("question", "typed", "kept"),
    [
        (MARK, "5", "5"), (MARK, "５", "5"), (MARK, "", ""), (YES, "y", "yes"), (YES, "2", "no"), (CHOICE, "2", "2"),
        (WORDS, " [b]太慢[/b] ", "[b]太慢[/b]"),
    ],
)  # fmt: skip
def test_an_answer_is_kept(question: Question, typed: str, kept: str) -> None:
    assert answer_of(question, typed) == kept


@pytest.mark.parametrize(("question", "typed"), [(MARK, "0"), (MARK, "6"), (YES, "3"), (CHOICE, "3"), (CHOICE, "0")])
def test_what_is_no_answer_is_refused(question: Question, typed: str) -> None:
    with pytest.raises(Refused) as refused:
        answer_of(question, typed)
    assert refused.value.reason is SurveyReason.BAD_ANSWER


def test_a_low_mark_is_a_draft_in_the_customers_words() -> None:
    assert not is_low(PLAN, {1: "3", 2: "1"})
    assert is_low(PLAN, {1: "2"})
    assert said_words(PLAN, {1: "2", 3: "等太久"}) == "等太久"
    assert said_words(PLAN, {1: "2"}) == "满意吗 2/5"


@pytest.mark.parametrize("year", range(2025, 2036))
def test_the_last_working_day_beside_a_plain_search(year: int) -> None:
    hours = OpeningHours.of(Policy())
    free = {date(year, 12, 31), date(year, 12, 30)}
    day = date(year, 12, 31)
    while day.weekday() > 4 or day in free:
        day -= timedelta(days=1)
    expected = to_millis(datetime(year, 12, day.day, 18, tzinfo=ZoneInfo("Asia/Shanghai")))
    assert last_working_day(Month(year, 12), hours, lambda each: each.weekday() < 5 and each not in free) == expected
