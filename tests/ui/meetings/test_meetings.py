"""Meetings at a station: planned in a form, held, promises noted and kept, the group of a major case (C14)."""

from frontdesk.desk.meetings import meetings
from frontdesk.domain.cases.case import Severity
from frontdesk.domain.meetings.meeting import MeetingKind, MeetingState, NewMeeting
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import DAY
from screens.meetings.list_page import MeetingsDialog

LATER = 1_000


async def opened(person):
    person.screen.open(MeetingsDialog(person.screen))
    await person.dialog("MeetingsDialog")
    await person.later(LATER)


async def test_planned_held_and_kept(at_station, desk):
    async with at_station("reception") as reception:
        await opened(reception)
        await reception.reads("No meeting is planned yet: F2.")
        await reception.press("f2")
        await reception.dialog("MeetingForm")
        await reception.later(LATER)
        form = reception.app.screen
        form.query_one("#what").value = "[b]车主座谈[/b]"
        await reception.press("f10")
        await reception.reads("when")
        form.query_one("#at").value, form.query_one("#case").value = "3pm", "9"
        await reception.press("f10")
        await reception.reads("There is no complaint No. 9.")
        form.query_one("#case").value = ""
        await reception.press("f10")
        await reception.dialog("MeetingsDialog")
        await reception.later(LATER)
        await reception.reads("[b]车主座谈[/b]")
        await reception.press("enter")
        await reception.dialog("MeetingDialog")
        await reception.later(LATER)
        page = reception.app.screen
        await reception.press("f2")
        await reception.reads("Who was there?")
        await reception.until(lambda: reception.app.focused is page.query_one("#who"))
        page.query_one("#who").value = "陈静"
        await reception.press("f2")
        await reception.until(lambda: meetings.shown(desk, 1).state is MeetingState.HELD)
        await reception.later(LATER)
        await reception.reads("held: 2026-05-29 10:00 brought forward 陈静")
        await reception.press("f3")
        await reception.reads("The minutes need words.")
        await reception.until(lambda: reception.app.focused is page.query_one("#words"))
        for key, what in (("f4", "送脚垫"), ("f6", "座椅太硬"), ("f3", "谈得好")):
            page.query_one("#words").value = what
            page.query_one("#who").value = "李四" if key == "f4" else ""
            page.query_one("#until").value = "3 days" if key == "f4" else ""
            await reception.press(key)
            await reception.until(lambda: page.query_one("#words").value == "")
            await reception.later(LATER)
        await reception.reads("○ 1 promise to the customer · 送脚垫", "○ 2 feedback on the product")
        page.query_one("#words").value = "下一款改软"
        await reception.press("f7")
        await reception.dialog("ChooseDialog")
        await reception.later(LATER)
        await reception.press("2")
        await reception.dialog("MeetingDialog")
        await reception.reads("✓ 2 feedback")
        assert [item.is_open for item in meetings.shown(desk, 1).items] == [True, False]


async def test_before_its_day_it_is_moved_first(at_station, staffed, clock):
    staffed.actor = Actor("reception", "李四")
    new = NewMeeting(MeetingKind.VISIT, "回访", clock.now() + DAY)
    number = meetings.plan(staffed, new).number
    async with at_station("reception") as reception:
        await opened(reception)
        await reception.press("enter")
        await reception.dialog("MeetingDialog")
        await reception.later(LATER)
        page = reception.app.screen
        page.query_one("#who").value = "陈静"
        await reception.press("f2")
        await reception.reads("is only on 2026-05-30 10:00.", "(F10, with “when” and why)")
        page.query_one("#until").value, page.query_one("#words").value = "3pm", "陈静今天有空"
        await reception.press("f10")
        await reception.until(lambda: page.query_one("#until").value == "")
        await reception.later(LATER)
        page.query_one("#who").value = "陈静"
        await reception.press("f2")
        await reception.until(lambda: meetings.shown(staffed, number).state is MeetingState.HELD)


async def test_the_group_of_a_major_case_stands_in_the_queue(at_station, case, desk):
    case(Severity.MAJOR)
    async with at_station("manager") as manager:
        await manager.reads("hold the meeting 2h left", "emergency group: complaint…")
        (group,) = meetings.open_ones(desk)
        await opened(manager)
        await manager.reads("complaint No. 1 · hear the")
        await manager.press("f3")
        await manager.reads("F3 the meetings", "never visited")
        await manager.press("f3")
        await manager.reads("F3 due visits", "hear the")
        await manager.press("enter")
        await manager.dialog("MeetingDialog")
        await manager.later(LATER)
        page = manager.app.screen
        page.query_one("#who").value = "王五 赵六"
        await manager.press("f2")
        await manager.until(lambda: meetings.shown(desk, group.id).state is MeetingState.HELD)
        await manager.later(LATER)
        page.query_one("#words").value, page.query_one("#who").value = "停用该批", "配件部"
        page.query_one("#until").value = "1 days"
        await manager.press("f4")
        await manager.reads("decision · 停用该批 · 配件部")
