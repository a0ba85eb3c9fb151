"""A survey at the desk: signed twice, drawn, asked as calls, answered, reported; nobody asked twice in 90 days (Q7)."""

import pytest
from case_work import START, register
from store_checks import assert_whole

from data.messages import routes
from frontdesk.desk import agenda_rules, approvals, forgetting, undo, zone
from frontdesk.desk.cases import steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.messages import telling, wishes
from frontdesk.desk.people import staff
from frontdesk.desk.surveys import asking, surveys
from frontdesk.domain.approvals.reasons import ApprovalReason
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.forgetting.customer import GONE, Customer
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.messages.message import MessageState
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.surveys.drawing import draw
from frontdesk.domain.surveys.reasons import SurveyReason
from frontdesk.domain.surveys.result import reach
from frontdesk.domain.surveys.survey import Method, SurveyKind, SurveyState
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, ManualClock
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import Plate

MAY = Month(2026, 5)
PHONES = {f"苏A1000{place}": f"1380000000{place}" for place in range(5)}


def reason(command: object, *given: object, **named: object) -> Reason:
    with pytest.raises(Refused) as refused:
        command(*given, **named)  # type: ignore[operator]
    return refused.value.reason


def signed_by(desk: Desk, name: str, number: int) -> None:
    desk.actor = Actor("manager", name)
    approvals.sign(desk, number)


@pytest.fixture
def in_force(manager: Desk, director: Desk, clock: ManualClock) -> Desk:
    """The manager's desk, with this year's survey in force as matter 1, and five customers who came."""
    staff.add(director, "张总", Post.GENERAL_MANAGER)
    number = surveys.draft(manager, 2026).number
    plan = surveys.shown(manager, number).plan
    surveys.change(manager, number, plan._replace(person="李四", size=3))
    surveys.submit(manager, number)
    approvals.sign(director, number)
    assert surveys.shown(manager, number).state is SurveyState.SUBMITTED
    signed_by(director, "张总", number)
    for plate, phone in PHONES.items():
        zone.arrive(manager, Plate(plate))
        register(manager, plate=Plate(plate), phone=phone, customer=f"客户{plate[-1]}")
        zone.leave(manager, Plate(plate))
    clock.at += HOUR
    return manager


def test_nothing_is_asked_before_both_have_signed(manager: Desk, director: Desk) -> None:
    number = surveys.draft(manager, 2026).number
    assert reason(surveys.draft, manager, 2026) is SurveyReason.SURVEY_THERE
    assert reason(surveys.draft, manager, 2028) is SurveyReason.BAD_YEAR
    assert reason(surveys.submit, manager, number) is SurveyReason.NO_PERSON
    plan = surveys.shown(manager, number).plan
    surveys.change(manager, number, plan._replace(person="李四"))
    surveys.submit(manager, number)
    assert reason(surveys.submit, manager, number) is SurveyReason.SURVEY_STATE
    assert reason(approvals.sign, manager, number) is ApprovalReason.OWN_REQUEST
    surveys.change(manager, number, plan._replace(person="李四", size=5))
    assert surveys.shown(manager, number).state is SurveyState.DRAFT
    surveys.submit(manager, number)
    approvals.reject(director, number, "问题太多")
    assert surveys.shown(manager, number).state is SurveyState.DRAFT
    assert reason(asking.draw, manager, number, MAY) is SurveyReason.PLAN_UNSIGNED
    assert reason(surveys.report, manager, number) is SurveyReason.PLAN_UNSIGNED
    assert_whole(manager.connection)


def test_the_list_can_be_drawn_again_and_is_worked_as_calls(in_force: Desk) -> None:
    asking.draw(in_force, 1, MAY, seed="s", operation="d")
    asking.draw(in_force, 1, MAY, seed="t", operation="d")
    survey = surveys.shown(in_force, 1)
    (drawn,) = survey.draws
    assert [each.visit for each in survey.asked] == list(draw(drawn.seed, drawn.pool, 3))
    assert (drawn.seed, len(drawn.pool)) == ("s", 5)
    assert {message.id for message in in_force.snapshot().messages} == {each.message for each in survey.asked}
    assert reason(asking.draw, in_force, 1, MAY) is SurveyReason.DRAWN
    assert reason(asking.draw, in_force, 1, Month(2026, 6)) is SurveyReason.NOT_A_MONTH
    assert all("*" in each.phone for each in survey.asked)


def test_who_wants_none_or_was_asked_lately_is_left_out(in_force: Desk, clock: ManualClock) -> None:
    wishes.note(in_force, PHONES["苏A10000"], no_survey=True)
    asking.draw(in_force, 1, MAY, seed="s")
    first = surveys.shown(in_force, 1)
    assert len(first.draws[0].pool) == 4
    clock.at = START + 90 * DAY
    for plate in PHONES:
        zone.arrive(in_force, Plate(plate))
        zone.leave(in_force, Plate(plate))
    asking.draw(in_force, 1, Month(2026, 8), seed="s")
    again = surveys.shown(in_force, 1)
    asked = {each.phone for each in first.asked}
    fresh = {each.phone for each in again.asked if each.month == "2026-08"}
    assert fresh and not fresh & asked


def test_answers_are_kept_and_counted(in_force: Desk, clock: ManualClock) -> None:
    asking.draw(in_force, 1, MAY, seed="s")
    one, two, three = surveys.shown(in_force, 1).asked
    assert asking.answer(in_force, 1, one.id, {1: "5", 2: "4", 6: "很好"}).facts["low"] == 0
    assert asking.answer(in_force, 1, two.id, {1: "2", 6: "等太久"}).facts["low"] == 1
    assert reason(asking.answer, in_force, 1, two.id, {1: "2"}) is SurveyReason.ANSWERED
    assert reason(asking.answer, in_force, 1, 99, {1: "2"}) is SurveyReason.NOT_ASKED
    assert reason(asking.answer, in_force, 1, three.id, {1: ""}) is SurveyReason.NO_ANSWERS
    assert reason(asking.answer, in_force, 1, three.id, {1: "9"}) is SurveyReason.BAD_ANSWER
    telling.refused(in_force, three.message)
    survey = surveys.shown(in_force, 1)
    assert reach(survey.asked) == (3, 3, 2, 1)
    assert [each.state for each in survey.asked] == [MessageState.TOLD, MessageState.TOLD, MessageState.REFUSED]
    assert asking.words_of(survey, two.id) == "等太久"
    assert asking.words_of(survey, one.id) == ""
    assert reason(asking.answer, in_force, 1, three.id, {1: "2"}) is SurveyReason.ANSWERED
    clock.at += MINUTE
    surveys.report(in_force, 1)
    assert not surveys.shown(in_force, 1).matter.is_open
    assert_whole(in_force.connection)


def test_answers_typed_wrongly_are_taken_back(in_force: Desk) -> None:
    asking.draw(in_force, 1, MAY, seed="s")
    one = surveys.shown(in_force, 1).asked[0]
    asking.answer(in_force, 1, one.id, {1: "1"})
    undo.undo(in_force)
    assert surveys.shown(in_force, 1).asked[0] == one
    asking.answer(in_force, 1, one.id, {1: "5"})
    assert surveys.shown(in_force, 1).asked[0].answers == ((1, "5"),)


def test_the_agenda_opens_the_next_years_draft(manager: Desk, clock: ManualClock) -> None:
    register(manager)
    clock.at += 9 * HOUR
    handling.evaluate(manager)
    november = 1_793_484_000_000  # 2026-11-01 06:00 in Shanghai
    clock.at = november - 1
    agenda_rules.come(manager)
    assert surveys.every(manager) == ()
    clock.at = november
    agenda_rules.come(manager)
    (survey,) = surveys.every(manager)
    assert (survey.plan.year, survey.plan.kind) == (2027, SurveyKind.YEAR)
    (due,) = survey.matter.dues
    assert (due.name, due.due_at) == (DueName.SURVEY_PLAN, 1_798_711_200_000)  # Thursday 2026-12-31 18:00
    agenda_rules.come(manager)
    assert len(surveys.every(manager)) == 1


def test_a_holiday_survey_asks_in_its_months(manager: Desk) -> None:
    """At the Spring Festival and on the National Day (S11)."""
    number = surveys.draft(manager, 2026, SurveyKind.HOLIDAY).number
    assert surveys.shown(manager, number).plan.months == (2, 10)
    assert surveys.shown(manager, number).plan.kind is SurveyKind.HOLIDAY


@pytest.mark.parametrize(
    ("method", "channel"), [(Method.PHONE, "phone"), (Method.ONLINE, "wechat"), (Method.IN_PERSON, "in_person")]
)
def test_in_the_holidays_it_is_asked_in_each_way(in_force: Desk, director: Desk, method: Method, channel: str) -> None:
    """By phone, online or face to face (S11)."""
    routes.put(in_force.connection, {"wechat": ("folder:/srv/wechat",)})
    number = surveys.draft(in_force, 2026, SurveyKind.HOLIDAY).number
    plan = surveys.shown(in_force, number).plan._replace(person="李四", size=2, months=(5,), method=method)
    surveys.change(in_force, number, plan)
    surveys.submit(in_force, number)
    for name in ("赵六", "张总"):
        signed_by(director, name, number)
    asking.draw(in_force, number, MAY, seed="s")
    asked = surveys.shown(in_force, number).asked
    owed = {each.id: each.channel for each in in_force.snapshot().messages}
    assert [owed[each.message] for each in asked] == [channel] * 2


def test_who_is_forgotten_leaves_marks_and_no_words(in_force: Desk, clock: ManualClock) -> None:
    asking.draw(in_force, 1, MAY, seed="s")
    one = surveys.shown(in_force, 1).asked[0]
    asking.answer(in_force, 1, one.id, {1: "4", 6: "我是王先生，座椅硬"})
    phone = PHONES[one.plate]
    asking.answer(in_force, 1, surveys.shown(in_force, 1).asked[1].id, {1: "5"})
    steps.take(in_force, 1 + list(PHONES).index(one.plate), CaseStep.CLOSE_ANYWAY, "好")
    clock.at += 3 * MINUTE
    forgetting.forget(in_force, Customer(phone=phone))
    found = surveys.shown(in_force, 1).asked[0]
    assert (found.name, found.phone, found.answers) == ("", "", ((1, "4"), (6, GONE)))
    told = in_force.connection.execute("select group_concat(changes) from events").fetchone()[0]
    assert "座椅硬" not in told
