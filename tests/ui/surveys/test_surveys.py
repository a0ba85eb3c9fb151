"""A survey at a station: its plan in a form, answers with one key each, a low mark opens a complaint's form (Q7)."""

import pytest

from frontdesk.desk import approvals, zone
from frontdesk.desk.cases import register
from frontdesk.desk.people import staff
from frontdesk.desk.surveys import asking, surveys
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.plates import Plate
from screens.surveys.page import SurveyDialog

LATER = 1_000


@pytest.fixture
def survey(open_desk, desk):
    """A survey in force with one customer to ask."""
    for name, post in (("赵六", Post.DIRECTOR), ("张总", Post.GENERAL_MANAGER)):
        staff.add(desk, name, post)
    manager = open_desk("manager", "王五")
    number = surveys.draft(manager, 2026).number
    surveys.change(manager, number, surveys.shown(manager, number).plan._replace(person="李四"))
    surveys.submit(manager, number)
    for name in ("赵六", "张总"):
        approvals.sign(open_desk("manager", name), number)
    zone.arrive(manager, Plate("苏A12345"))
    register.register(manager, NewCase(
        channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=Severity.ORDINARY, customer="[b]陈静[/b]",
        phone="13812345678", plate=Plate("苏A12345"), words="慢",
    ))  # fmt: skip
    asking.draw(manager, number, Month(2026, 5), seed="s")
    return number


async def test_a_low_mark_opens_the_form_of_a_complaint(at_station, survey, desk):
    async with at_station("reception") as reception:
        reception.screen.open(SurveyDialog(reception.screen, survey))
        await reception.dialog("SurveyDialog")
        await reception.reads("asked 1 · reached 0")
        await reception.later(LATER)
        await reception.press("f5")
        await reception.dialog("AnswerDialog")
        await reception.later(LATER)
        await reception.reads("1 to 5, 5 is best", "[b]陈静[/b]", "138****5678")
        await reception.press("9")
        await reception.reads("is no answer to")
        await reception.press("2", "5", "f8", "1", "n")
        await reception.reads("in words, then Enter")
        await reception.paste("等得太久")
        await reception.press("f10")
        await reception.dialog("NewCaseForm")
        await reception.until(lambda: reception.app.screen.query_one("#words").text == "等得太久")
        (asked,) = surveys.shown(desk, survey).asked
        assert asked.answers == ((1, "2"), (2, "5"), (4, "yes"), (5, "no"), (6, "等得太久"))


async def test_the_plan_is_changed_line_by_line(at_station, desk, open_desk):
    number = surveys.draft(open_desk("manager", "王五"), 2026).number
    async with at_station("manager") as manager:
        manager.screen.open(SurveyDialog(manager.screen, number))
        await manager.dialog("SurveyDialog")
        await manager.later(LATER)
        await manager.press("f7")
        await manager.dialog("PlanForm")
        await manager.later(LATER)
        form = manager.app.screen
        form.query_one("#questions").text = "您满意吗"
        await manager.press("f10")
        await manager.reads("is no question")
        form.query_one("#questions").text = "mark 您满意吗\nchoice 怎么来的 | 朋友 | 网上"
        form.query_one("#size").value = "12"
        form.query_one("#person").index = 1
        await manager.press("f10")
        await manager.dialog("SurveyDialog")
        await manager.reads("12 a", "2 怎么来的 (1 朋友 2 网上)")
        plan = surveys.shown(desk, number).plan
        assert (plan.size, plan.person, len(plan.questions)) == (12, "李四", 2)
