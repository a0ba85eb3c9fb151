"""The complaint queue at a station: it counts down, scrolls, and leaves the entry box its keys."""

import pytest
from textual import events

from frontdesk.desk.cases import register as complaints
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.words import i18n
from frontdesk.words.i18n import _

MINUTE = 60_000


@pytest.fixture
def complain(staffed):
    """Register a complaint through the guard's desk; return its number."""

    def register(words="等得太久了", severity=Severity.ORDINARY, customer="陈先生", plate="苏A12345"):
        return complaints.register(staffed, NewCase(
            channel=Channel.PHONE, kind=CaseKind.WAITING, severity=severity, customer=customer,
            phone="13812348000", plate=plate, words=words,
        )).number  # fmt: skip

    return register


async def test_the_queue_counts_down_and_shows_what_is_overdue(at_station, complain, clock):
    complain("刹车失灵", Severity.MAJOR)
    async with at_station("reception", size=(90, 24)) as reception:
        await reception.reads("陈先生   head informed in 30:00", "due 10:30")
        await reception.later(MINUTE)
        await reception.reads("head informed in 29:00")
        await reception.later(29 * MINUTE)
        await reception.reads("head informed in 0:00, soon")
        assert "complaint_due" not in reception.prompts()
        await reception.later(1)
        await reception.until(lambda: "complaint_due" in reception.prompts())
        await reception.reads("OVERDUE 0:00", "complaint overdue", "F8 open the case")
        await reception.later(MINUTE)
        await reception.reads("OVERDUE 1:00", "overdue since 10:30")


async def test_f8_on_an_overdue_complaint_opens_it_and_informing_the_head_ends_the_prompt(at_station, complain, clock):
    number = complain("刹车失灵", Severity.MAJOR)
    async with at_station("manager") as manager:
        await manager.later(31 * MINUTE)
        await manager.until(lambda: manager.prompts() == ["complaint_due"])
        await manager.later(700)
        await manager.press("f8")
        await manager.dialog("CaseDialog")
        await manager.reads("head informed", "OVERDUE")
        await manager.later(700)
        await manager.press("f8")
        await manager.dialog("StepForm")
        await manager.later(700)
        await manager.paste("陈总")
        await manager.press("f10")
        await manager.until(lambda: "met 10:31" in manager.text)
        await manager.press("escape")
        await manager.closed()
        await manager.until(lambda: manager.prompts() == [])
        assert number == 1


async def test_a_phone_number_is_shown_in_full_only_on_a_recorded_request(at_station, complain, desk):
    complain()
    async with at_station("reception") as reception:
        await reception.press("tab", "enter")
        await reception.dialog("CaseDialog")
        assert "13812348000" not in await reception.reads("138****8000")
        await reception.press("f12")
        await reception.reads("13812348000")
        kind, who = desk.connection.execute("select kind, who from events order by seq desc limit 1").fetchone()
        assert (kind, who) == ("show_phone", "李四")
        await reception.press("escape")
        await reception.closed()
        await reception.press("enter")
        await reception.dialog("CaseDialog")
        await reception.reads("138****8000")


async def test_the_queue_scrolls_with_the_mark_and_a_touch_opens_a_case(at_station, complain):
    for n in range(30):
        complain(f"第{n}件", customer=f"客户{n:02}")
    async with at_station("manager") as manager:
        await manager.reads("complaints 30")
        await manager.press("tab", "pagedown", "pagedown", "down")
        await manager.reads("客户21")
        await manager.press("enter")
        await manager.dialog("CaseDialog")
        await manager.reads("客户21")
        await manager.press("escape")
        await manager.closed()
        await manager.touch("客户20")
        await manager.dialog("CaseDialog")
        await manager.reads("客户20")


async def test_the_entry_box_is_ready_again_after_a_look_at_the_queue(at_station, complain):
    complain()
    async with at_station("reception") as reception:
        await reception.press("tab", "shift+tab", *"b12345", "f2")
        await reception.cars("苏B12345")


async def test_a_plate_typed_while_the_queue_has_the_focus_goes_into_the_box(at_station, arrive, complain):
    arrive("苏A12345", "苏A77777")
    complain("漏油")
    async with at_station("reception") as reception:
        await reception.press("tab", *"777", "f6")
        await reception.picture(lambda snapshot: snapshot.floor.car("苏A77777").received_at)


async def test_a_plate_pasted_while_the_queue_has_the_focus_goes_into_the_box(at_station, arrive, complain):
    arrive("苏A12345", "苏A77777")
    complain("漏油")
    async with at_station("reception") as reception:
        await reception.press("tab")
        await reception.until(lambda: reception.screen.query_one("CaseQueue").has_focus)
        await reception.paste("")
        assert reception.screen.query_one("CaseQueue").has_focus
        await reception.paste("苏A777\nB77")
        await reception.until(lambda: reception.entry == "苏A777")
        await reception.press("7", "f6")
        await reception.picture(lambda snapshot: snapshot.floor.car("苏A77777").received_at)


async def test_the_mark_stays_while_another_window_is_looked_at(at_station, complain):
    for n in range(1, 4):
        complain("漏油", plate=f"苏B0000{n}")
    async with at_station("reception", size=(120, 40)) as reception:
        await reception.press("tab", "down", "down")
        await reception.until(lambda: reception.screen.query_one("CaseQueue").index == 2)
        for event in (events.AppBlur(), events.AppFocus()):
            reception.app.post_message(event)
            await reception.pilot.pause()
        await reception.until(lambda: reception.screen.query_one("CaseQueue").has_focus)
        await reception.press("enter")
        await reception.dialog("CaseDialog")
        assert reception.app.screen.query_one("CaseText").page.case.plate == "苏B00003"


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_queue_shows_what_is_due_next_as_soon_as_it_has_not_the_focus(
    at_station, complain, arrive, clock, language
):
    i18n.use(language)
    arrive("苏A00001", "苏A00002", "苏A00003", "苏A00004")
    for n in range(1, 6):
        complain("漏油", plate=f"苏B0000{n}")
    clock.at += 21 * MINUTE
    async with at_station("reception") as person:
        await person.until(lambda: len(person.prompts()) > 1)
        in_view = person.screen.query_one("CaseQueue").size.height - 2
        assert in_view < 5
        more = _("… {count} more: Ctrl+F for all").format(count=5 - in_view)
        await person.reads("苏B·00001", more)
        await person.press("tab", *["down"] * 4)
        await person.until(lambda: "▸" in person.show("#queue") and "苏B·00005" in person.show("#queue"))
        await person.press("tab")
        await person.until(lambda: person.screen.query_one("#plate").has_focus)
        await person.until(lambda: "苏B·00001" in person.show("#queue"))
        assert more in person.show("#queue")
        await person.touch("苏B·00001")
        await person.dialog("CaseDialog")
        assert person.app.screen.query_one("CaseText").page.case.plate == "苏B00001"
        await person.press("escape")
        await person.closed()
        assert "苏B·00001" in person.show("#queue")
