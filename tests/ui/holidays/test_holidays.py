"""Holidays at a station: what comes, the plan's points, the notice written, signed, posted with a key each (S2, S5)."""

from datetime import date

import pytest

from frontdesk.desk import approvals, calendar, zone
from frontdesk.desk.holidays import notices, opening, reading
from frontdesk.desk.holidays.notices import Edit
from frontdesk.domain.calendar.working_days import PublishedYear
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.runs.run import StepState
from frontdesk.domain.values.plates import Plate
from screens.holidays.notice_page import NoticeDialog

FIRST, LAST = date(2026, 6, 19), date(2026, 6, 21)


@pytest.fixture
def published(staffed):
    staffed.actor = Actor("manager", "王五")
    calendar.load(staffed, PublishedYear(2026, {date(2026, 6, day): False for day in (19, 20, 21)}))
    return staffed


async def open_holidays(station):
    await station.press("ctrl+p")
    await station.paste("holiday plans")
    await station.press("enter")
    await station.dialog("HolidaysDialog")
    await station.later(700)


async def post_the_rest(station, channels):
    for _channel in range(channels):
        await station.later(700)
        await station.press("f6")
        await station.dialog("ChooseDialog")
        await station.later(700)
        await station.press("1")
        await station.dialog("NoticeDialog")
    await station.reads("✓ notice on the door")
    await station.later(700)
    await station.press("f6")
    await station.reads("It was posted in every channel already.")


async def test_what_comes_and_a_plan_that_is_opened_by_hand(at_station, published):
    async with at_station("manager", size=(120, 40)) as manager:
        await open_holidays(manager)
        await manager.reads("▸Dragon Boat Festival 2026-06-19 – 2026-06-21: in 21 days")
        await manager.reads("The holidays of 2027 are not known here", "frontdesk calendar import FILE")
        await manager.press("enter")
        await manager.reads("F2 opens it now")
        await manager.press("f2")
        await manager.dialog("HolidayForm")
        await manager.later(700)
        await manager.press("f10")
        await manager.dialog("HolidayDialog")
        await manager.reads(
            "1 roster: somebody on duty each day", "in no published roster: 2026-06-19, 2026-06-20, 2026-06-21"
        )
        await manager.later(700)
        await manager.press("enter")
        await manager.reads("done once the program sees it. Still missing: in no")
        await manager.press("down", "down")
        await manager.paste("机油滤芯 40 只已订")
        await manager.press("enter")
        await manager.reads("step done: 3 parts", "机油滤芯 40 只已订")
        await manager.press("f8")
        await manager.dialog("CallingDialog")
    (plan,) = [number for _holiday, number in reading.ahead(published).holidays if number]
    run = reading.shown(published, plan).run
    assert run is not None
    assert run.step("parts").state is StepState.DONE


@pytest.fixture
def signed(published, case):
    """The number of a plan whose notice is signed; one customer is here."""
    plan = opening.open_by_hand(published, FIRST, LAST).number
    notices.write(published, plan, Edit(contact="0512-66668888"))
    notices.submit(published, plan)
    approvals.sign(published, plan)
    zone.arrive(published, Plate("苏A10000"))
    case(plate=Plate("苏A10000"))
    return plan


async def test_customers_are_told_once_that_was_asked(at_station, signed, published):
    async with at_station("manager", size=(120, 40)) as manager:
        manager.screen.open(NoticeDialog(manager.screen, signed))
        await manager.dialog("NoticeDialog")
        for key, is_sent in (("escape", False), ("1", True)):
            await manager.later(700)
            await manager.press("f5", "f5")
            await manager.dialog("ChooseDialog")
            await manager.reads(
                "Send version 1 of the notice to 1 customers?", "a call is owed to each", "端午节营业时间"
            )
            await manager.later(700)
            await manager.press(key)
            await manager.dialog("NoticeDialog")
            await manager.until(lambda is_sent=is_sent: sent(published, signed) is is_sent)


def sent(desk, plan):
    notice = reading.shown(desk, plan).notice
    return notice is not None and bool(notice.posts)


async def test_the_notice_is_written_signed_and_posted(at_station, published):
    plan = opening.open_by_hand(published, FIRST, LAST).number
    async with at_station("manager", size=(120, 40)) as manager:
        await open_holidays(manager)
        await manager.press("enter")
        await manager.dialog("HolidayDialog")
        await manager.later(700)
        await manager.press("f7")
        await manager.dialog("NoticeDialog")
        shown = await manager.reads("No notice is written yet", "F2 write notice")
        assert "F5 send texts" not in shown
        await manager.later(700)
        await manager.press("f2")
        await manager.dialog("HolidayForm")
        await manager.later(700)
        await manager.reads("王五 13800138000", "6-19 closed, 6-20~6-21 9:00-16:00")
        await manager.paste("138001380")
        await manager.press("tab", "tab")
        await manager.paste("6-20 closed")
        await manager.press("tab")
        await manager.paste("[b]祝安康")
        await manager.press("f10")
        await manager.reads("“138001380” is not a phone number.")
        await manager.press("shift+tab", "shift+tab", "shift+tab", "end", *"00")
        await manager.press("f10")
        await manager.reads("version 1 by 王五", "not signed", "6月20日休息", "other hours than in the store's")
        await manager.later(700)
        await manager.press("f3")
        await manager.later(700)
        await manager.press("f4")
        await manager.dialog("SigningDialog")
        await manager.later(700)
        await manager.press("f2")
        await manager.dialog("NoticeDialog")
        await manager.reads("10:00, signed", "电话13800138000", "[b]祝安康")
        await manager.later(700)
        await manager.paste("官网首页")
        await manager.press("f6")
        await manager.dialog("ChooseDialog")
        await manager.later(700)
        await manager.press("3")
        await manager.reads("✓ website 王五 10:00 官网首页", "□ notice on the door")
        await manager.later(700)
        await manager.press("f5")
        await manager.reads("Nobody was texted: nobody fits")
        await post_the_rest(manager, 3)
    notice = reading.shown(published, plan).notice
    assert notice is not None
    assert ("website", "官网首页") in [(post.channel, post.words) for post in notice.posts]
    assert not notice.unposted
