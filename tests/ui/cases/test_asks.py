"""What a case asks of others at a station: a plan on site, nobody leaves early, the list says what is awaited (C16)."""

from case_dialogs import IGNORES_KEYS_FOR, from_menu, opened, record

from frontdesk.desk.cases import page, register
from frontdesk.domain.cases.asks import Asked, Remedy
from frontdesk.domain.cases.case import Severity
from screens.cases.next_steps import offers


async def test_nobody_leaves_the_site_before_the_customer_is_satisfied(at_station, case, desk):
    case(Severity.MAJOR)
    async with at_station("reception") as reception:
        await opened(reception)
        await from_menu(reception, "agree on an on-site plan")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        form = reception.app.screen
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
        await from_menu(reception, "on site finished")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        form = reception.app.screen
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
