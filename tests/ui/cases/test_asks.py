"""What a case asks of others at a station: a plan on site, nobody leaves early, a lawsuit and its dates (C16, C18)."""

from case_dialogs import IGNORES_KEYS_FOR, from_menu, opened, record

from frontdesk.desk.cases import page, register, steps
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.asks import Asked, LegalMatter, Remedy
from frontdesk.domain.cases.case import Severity
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.step_inputs import Given
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.people.staff import Actor
from screens.cases.next_steps import offers


async def step_form(person, step):
    """Choose a step from the case's menu; its form takes keys."""
    await from_menu(person, step)
    await person.dialog("StepForm")
    await person.later(IGNORES_KEYS_FOR)
    return person.app.screen


async def test_nobody_leaves_the_site_before_the_customer_is_satisfied(at_station, case, desk):
    case(Severity.MAJOR)
    async with at_station("reception") as reception:
        await opened(reception)
        form = await step_form(reception, "agree on an on-site plan")
        form.query_one("#words").text = "[b]上门换油封[/b]"
        form.query_one("#remedy").index = form.query_one("#remedy").values.index("exchange")
        await reception.press("f10")
        await reception.reads("who goes with which tools")
        form.query_one("#people").text = "王工 千斤顶"
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        await reception.until(lambda: register.get(desk, 1).asked == (Asked.ONSITE,))
        await reception.until(lambda: "people and tools: 王工 千斤顶" in record(reception))
        assert "on-site plan: exchange [b]上门换油封[/b]" in record(reception)
        await reception.later(IGNORES_KEYS_FOR)
        # What others were asked for stands first, with for how long they have been waited for.
        first, *_others = offers(page.page(desk, 1), desk.snapshot(), "李四", desk.now() + 25 * 60_000)
        assert first.entry == ("on site finished", "asked 25m ago", True)
        form = await step_form(reception, "on site finished")
        form.query_one("#words").text = "换好了"
        await reception.press("f10")
        await reception.reads("Has the customer understood")
        form.query_one("#understood").index, form.query_one("#content").index = 1, 2
        await reception.press("f10")
        await reception.reads("Nobody leaves before")
        form.query_one("#content").index = 1
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        await reception.until(lambda: register.get(desk, 1).asked == ())
        (ask,) = page.page(desk, 1).asks
        assert (ask.remedy, ask.answer, ask.ended_by) == (Remedy.EXCHANGE, "换好了", "李四")


async def test_a_lawsuit_is_asked_about_with_its_name_and_its_next_date(at_station, case, desk):
    case()
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        form = await step_form(reception, "ask the legal adviser")
        form.query_one("#words").text = "[b]客户起诉退车[/b]"
        form.query_one("#matter").index = form.query_one("#matter").values.index("lawsuit")
        await reception.press("f10")
        await reception.reads("“lawsuit” needs what it is called")
        # Whatever was typed stays: a name that is markup is a name.
        form.query_one("#reference").value = "[b](2026)苏01民初123号"
        await reception.press("f10")
        await reception.reads("“lawsuit” needs what it is called")
        form.query_one("#until").value = "12-03 9:00"
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        await reception.until(lambda: register.get(desk, 1).asked == (Asked.LEGAL,))
        await reception.until(lambda: "[b](2026)苏01民初123号” · next date 12-03 09:00" in record(reception))
        first, *_others = record(reception).split("what the customer said")
        assert "lawsuit “[b](2026)苏01民初123号”" in first
        await reception.later(IGNORES_KEYS_FOR)
        form = await step_form(reception, "legal: next date")
        form.query_one("#words").text = "已开庭"
        await reception.press("f10")
        await reception.reads("By when?")
        form.query_one("#until").value = "12-20 9:00"
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        await reception.until(lambda: "next date 12-20 09:00" in record(reception))
    (ask,) = page.page(desk, 1).asks
    assert (ask.matter, ask.reference) == (LegalMatter.LAWSUIT, "[b](2026)苏01民初123号")


async def test_that_people_left_early_stands_first_until_it_is_agreed_how_it_goes_on(
    at_station, case, desk, store, clock
):
    case()
    steps.take(desk, 1, CaseStep.ONSITE, "换油封", given=Given(remedy=Remedy.REPAIR, people="王工"))
    with Desk.open(store, Actor("manager", "王五"), clock) as manager:
        steps.take(manager, 1, CaseStep.ONSITE_DONE, "缺件", given=Given(understood=True, content=False))
    async with at_station("reception", size=(120, 40)) as reception:
        await reception.reads("after leaving early")
        await opened(reception)
        first, *_others = record(reception).split("what the customer said")
        assert "left the site early (not satisfied): agree on how it goes on" in first
        # Back there: the key for it is the one for a visit.
        await reception.press("f10")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        reception.app.screen.query_one("#words").text = "换好了，满意"
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        await reception.until(lambda: register.get(desk, 1).running_of(ClockName.LEFT_SITE) is None)
        await reception.until(lambda: "agree on how it goes on" not in record(reception))
        assert "left early: not satisfied" in record(reception)
