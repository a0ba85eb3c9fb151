"""What customers are told of a holiday: drafted, edited, signed, sent, posted; wrong hours are noticed (S5)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from at_desk import refusal
from case_work import register
from holidays_support import FIRST, LAST, missing, roster_of, state
from store_checks import assert_whole

from data.messages import messages, routes
from frontdesk.desk import approvals, policy, undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.holidays import notices, reading
from frontdesk.desk.holidays.notices import Edit
from frontdesk.desk.messages import wishes
from frontdesk.documents import filing
from frontdesk.domain.approvals.reasons import ApprovalReason
from frontdesk.domain.holidays.notice import Notice, NoticeChannel
from frontdesk.domain.holidays.points import Lack, Point
from frontdesk.domain.holidays.reasons import HolidayReason
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.messages.message import Channel, Message, MessageState, Purpose
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.runs.run import StepState
from frontdesk.domain.values.clock import DAY, ManualClock
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.reasons import ValueReason


def notice(desk: Desk, plan: int) -> Notice:
    found = reading.shown(desk, plan).notice
    assert found is not None
    return found


def close_on(desk: Desk, *days: date) -> None:
    now = desk.snapshot().policy
    policy.change(desk, replace(now, closed_dates=tuple(map(str, days))), now)


@pytest.fixture
def signed(plan: int, manager: Desk) -> int:
    """A notice that the manager wrote and signed."""
    notices.write(manager, plan, Edit(contact="0512-66668888", words="祝您安康！"))
    notices.submit(manager, plan)
    approvals.sign(manager, plan)
    return plan


def customers(desk: Desk, count: int) -> None:
    for place in range(count):
        plate = Plate(f"苏A1000{place}")
        zone.arrive(desk, plate)
        register(desk, plate=plate, phone=f"1380000000{place}", customer=f"客户{place}")
        zone.leave(desk, plate)


def sent(desk: Desk, plan: int) -> list[Message]:
    return [each for each in messages.of_matter(desk.connection, plan) if each.purpose is Purpose.HOLIDAY]


def test_the_first_draft_says_what_the_store_has(plan: int, manager: Desk) -> None:
    roster_of(manager, FIRST, LAST, "王五")
    close_on(manager, FIRST)
    draft = reading.shown(manager, plan).draft
    assert [hours for _day, hours in draft.hours] == ["", "08:30-18:00", "08:30-18:00"]
    assert draft.emergency.startswith("王五 1")
    assert draft.contact == ""
    notices.write(manager, plan, Edit())
    assert refusal(lambda: notices.submit(manager, plan)) is HolidayReason.NOTICE_INCOMPLETE
    assert refusal(lambda: notices.write(manager, plan, Edit())) is HolidayReason.NOTICE_SAME
    notices.write(manager, plan, Edit(contact="0512-66668888", hours="6-20 9:00-15:00"))
    found = notice(manager, plan)
    assert (found.version, found.said.hours[1][1], found.differing()) == (2, "09:00-15:00", (date(2026, 6, 20),))
    undo.undo(manager)
    assert notice(manager, plan).version == 1


@pytest.mark.parametrize(
    ("edit", "right"),
    [
        (Edit(contact="0512-66668888"), True), (Edit(contact="400 888 8888"), True),
        (Edit(contact="1380000123"), False), (Edit(contact="王五"), False), (Edit(contact="", emergency=""), True),
        (Edit(emergency="王五"), False), (Edit(emergency="王五 1380013800"), False),
        (Edit(emergency="王五 138 0013 8000"), True), (Edit(emergency="王五 13800138000 0512-66668888"), True),
        (Edit(emergency="24 小时 95500"), True),
    ],
)  # fmt: skip
def test_what_customers_ring_is_a_number(plan: int, manager: Desk, edit: Edit, right: bool) -> None:
    if right:
        notices.write(manager, plan, edit)
    else:
        assert refusal(lambda: notices.write(manager, plan, edit)) is ValueReason.BAD_PHONE


def test_only_what_is_signed_goes_out_and_a_changed_text_is_signed_anew(plan: int, manager: Desk, desk_of: Any) -> None:
    assert refusal(lambda: notices.post(manager, plan, NoticeChannel.DOOR)) is HolidayReason.NO_HOLIDAY_NOTICE
    advisor = desk_of("赵敏")
    notices.write(advisor, plan, Edit(contact="0512-66668888"))
    assert refusal(lambda: notices.post(advisor, plan, NoticeChannel.DOOR)) is HolidayReason.NOTICE_UNSIGNED
    notices.submit(advisor, plan)
    assert refusal(lambda: approvals.sign(advisor, plan)) is ApprovalReason.NOT_THE_ROLE
    approvals.sign(manager, plan)
    notices.post(advisor, plan, NoticeChannel.DOOR, "大门和休息室")
    assert refusal(lambda: notices.post(manager, plan, NoticeChannel.DOOR)) is HolidayReason.POSTED_ALREADY
    notices.write(advisor, plan, Edit(words="提供上门取车"))
    assert (notice(manager, plan).is_signed, notice(manager, plan).posts) == (False, ())
    assert refusal(lambda: notices.post(advisor, plan, NoticeChannel.WEBSITE)) is HolidayReason.NOTICE_UNSIGNED
    assert refusal(lambda: notices.write(desk_of("老周"), plan, Edit())) is PeopleReason.NOT_YOUR_POST
    assert_whole(manager.connection)


def test_all_channels_close_the_point_and_a_changed_calendar_opens_it(signed: int, manager: Desk) -> None:
    notices.send(manager, signed)
    for channel in (NoticeChannel.PHONE, NoticeChannel.WEBSITE, NoticeChannel.SOCIAL):
        notices.post(manager, signed, channel)
    assert missing(manager, signed, Point.NOTICES) == {Lack.UNPOSTED: ("door",)}
    notices.post(manager, signed, NoticeChannel.DOOR)
    assert (state(manager, signed, "notices"), missing(manager, signed, Point.NOTICES)) == (StepState.DONE, {})
    undo.undo(manager)
    assert state(manager, signed, "notices") is StepState.OPEN
    notices.post(manager, signed, NoticeChannel.DOOR)
    close_on(manager, LAST)
    assert missing(manager, signed, Point.NOTICES) == {Lack.STALE: ()}
    assert state(manager, signed, "notices") is StepState.OPEN, "hours that are wrong by now are said anew"
    assert refusal(lambda: notices.submit(manager, signed)) is HolidayReason.NOTICE_STALE
    notices.write(manager, signed, Edit())
    found = notice(manager, signed)
    assert (found.said.hours[-1][1], found.said.words, found.is_signed) == ("", "祝您安康！", False)


def test_texts_go_to_those_who_were_here_where_something_sends_them(
    signed: int, manager: Desk, clock: ManualClock
) -> None:
    customers(manager, 3)
    clock.at += DAY
    routes.put(manager.connection, {Channel.SMS: ("folder",)})
    wishes.note(manager, "13800000002", no_texts=True)
    going = notices.to_send(manager, signed)
    assert ({each.name for each in going.people}, going.by_text) == ({"客户0", "客户1"}, True)
    assert notices.send(manager, signed).facts["people"] == 2
    found = sent(manager, signed)
    assert {(each.name, each.channel, each.state) for each in found} == {
        ("客户0", Channel.SMS, MessageState.OWED), ("客户1", Channel.SMS, MessageState.OWED),
    }  # fmt: skip
    assert all("端午节" in each.text and "0512-66668888" in each.text for each in found)
    assert refusal(lambda: undo.undo(manager)) is JournalReason.CANNOT_BE_UNDONE


def test_without_texts_only_those_the_holiday_touches_are_rung_up(signed: int, manager: Desk) -> None:
    customers(manager, 2)
    zone.arrive(manager, Plate("苏A10000"))
    assert notices.send(manager, signed).facts["people"] == 1
    assert [(each.name, each.channel) for each in sent(manager, signed)] == [("客户0", Channel.PHONE)]


def test_the_page_for_the_door_says_that_its_hours_may_be_wrong(signed: int, manager: Desk) -> None:
    assert "不要张贴" not in filing.of_notice(manager, signed).page
    close_on(manager, LAST)
    assert "营业日历改过，时间可能不对，不要张贴" in filing.of_notice(manager, signed).page


def test_the_page_for_the_door_says_that_it_is_a_draft(plan: int, manager: Desk) -> None:
    assert refusal(lambda: filing.of_notice(manager, plan)) is HolidayReason.NO_HOLIDAY_NOTICE
    notices.write(manager, plan, Edit(words="<b>0512</b>"))
    page = filing.of_notice(manager, plan).page
    assert "端午节营业安排" in page
    assert "草稿" in page
    assert "&lt;b&gt;0512" in page
