"""Holidays at a station: what comes, the plan's points, the notice written, signed, posted with a key each (S2, S5)."""

from datetime import date

import pytest

from frontdesk.desk import calendar
from frontdesk.desk.holidays import opening, reading
from frontdesk.domain.calendar.working_days import PublishedYear
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.runs.run import StepState

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


async def test_the_notice_is_written_signed_and_posted(at_station, published):
    plan = opening.open_by_hand(published, FIRST, LAST).number
    async with at_station("manager", size=(120, 40)) as manager:
        await open_holidays(manager)
        await manager.press("enter")
        await manager.dialog("HolidayDialog")
        await manager.later(700)
        await manager.press("f7")
        await manager.dialog("NoticeDialog")
        await manager.reads("No notice is written yet")
        await manager.later(700)
        await manager.press("f2")
        await manager.dialog("HolidayForm")
        await manager.later(700)
        await manager.reads("王五 13800138000")
        await manager.paste("0512-[b]66")
        await manager.press("tab", "tab")
        await manager.paste("6-20 closed")
        await manager.press("f10")
        await manager.reads(
            "version 1 by 王五", "not signed", "6月20日休息", "other hours than in the store's calendar"
        )
        await manager.later(700)
        await manager.press("f3")
        await manager.later(700)
        await manager.press("f4")
        await manager.dialog("SigningDialog")
        await manager.later(700)
        await manager.press("f2")
        await manager.dialog("NoticeDialog")
        await manager.reads("10:00, signed", "电话0512-[b]66")
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
