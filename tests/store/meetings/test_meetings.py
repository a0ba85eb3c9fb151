"""Meetings at the desk: planned, held, written down, promises kept or agreed anew; the group of a major case (Q6)."""

from collections.abc import Callable

import pytest
from case_work import START, register, take
from store_checks import assert_whole, tables

from frontdesk.desk import forgetting, undo
from frontdesk.desk.cases import register as complaints
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.meetings import items, meetings, visiting
from frontdesk.domain.cases.case import Severity
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.forgetting.customer import GONE, Customer
from frontdesk.domain.forgetting.reasons import ForgetReason
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.meetings.meeting import ItemKind, Meeting, MeetingKind, MeetingState, NewItem, NewMeeting
from frontdesk.domain.meetings.reasons import MeetingReason
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, ManualClock
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.words.refusals.sentence import sentence

FRIDAY_CLOSE, MONDAY_CLOSE = START + 8 * HOUR, START + 3 * DAY + 8 * HOUR


def plan(desk: Desk, **said: object) -> int:
    usual: dict[str, object] = {"kind": MeetingKind.CUSTOMER, "what": "车主座谈", "at": START + 4 * DAY}
    return meetings.plan(desk, NewMeeting(**{**usual, **said})).number  # type: ignore[arg-type]


def owed(meeting: Meeting) -> dict[DueName, int]:
    return {due.name: due.due_at for due in meeting.matter.dues if due.is_running}


def refused(command: Callable[..., object], *given: object, **named: object) -> Reason:
    with pytest.raises(Refused) as refusal:
        command(*given, **named)
    return refusal.value.reason


def test_from_the_plan_to_the_last_promise(advisor: Desk, clock: ManualClock) -> None:
    number = plan(advisor)
    items.put(advisor, number, NewItem(ItemKind.MATERIAL, "油耗对比", "李四"))
    found = owed(meetings.shown(advisor, number))
    # The meeting is on Tuesday at ten: on record by its evening, the material by Monday's.
    assert found == {DueName.MEETING: START + 4 * DAY + 8 * HOUR, DueName.MEETING_MATERIAL: MONDAY_CLOSE}
    clock.at = START + 4 * DAY + HOUR
    items.done(advisor, number, "已打印")
    meetings.hold(advisor, number, "陈静 李四", held_at=START + 4 * DAY)
    assert owed(meetings.shown(advisor, number)) == {DueName.MINUTES: START + 5 * DAY + 8 * HOUR}
    items.put(advisor, number, NewItem(ItemKind.PROMISE, "送脚垫", "李四", START + 6 * DAY))
    items.put(advisor, number, NewItem(ItemKind.FEEDBACK, "座椅太硬"))
    # Quality answers it by the evening of the next working day (Q9).
    assert owed(meetings.shown(advisor, number))[DueName.FEEDBACK] == START + 5 * DAY + 8 * HOUR
    meetings.write_minutes(advisor, number, "谈了油耗和座椅")
    assert meetings.shown(advisor, number).matter.is_open
    promise = meetings.shown(advisor, number).items[1]
    items.again(advisor, number, START + 8 * DAY, "缺货", item=promise.id)
    clock.at = START + 8 * DAY
    items.done(advisor, number, "已送", item=promise.id)
    items.done(advisor, number, "下一款改软")
    found_again = meetings.shown(advisor, number)
    assert (found_again.state, found_again.matter.is_open) == (MeetingState.MINUTED, False)
    kept = found_again.items[1].due
    assert kept is not None and not kept.is_missed(clock.at) and len(kept.changes) == 1
    assert_whole(advisor.connection)


def test_a_promise_that_was_missed_stays_so_and_calls_the_advisor(advisor: Desk, clock: ManualClock) -> None:
    number = plan(advisor, at=START)
    meetings.hold(advisor, number, "陈静")
    items.put(advisor, number, NewItem(ItemKind.PROMISE, "送脚垫", "李四", START + HOUR))
    clock.at = START + HOUR
    handling.evaluate(advisor)
    assert advisor.snapshot().escalations == ()
    clock.at += 1
    handling.evaluate(advisor)
    assert [each.kind for each in advisor.snapshot().escalations] == [Kind.DUE_MISSED]
    items.again(advisor, number, START + DAY, "客户同意")
    due = meetings.shown(advisor, number).items[0].due
    assert due is not None and due.is_missed(clock.at)


def test_a_promise_about_a_case_is_the_cases_clock(advisor: Desk, manager: Desk, clock: ManualClock) -> None:
    case = register(advisor, customer="陈静")
    number = plan(advisor, case=case, at=START)
    assert meetings.shown(advisor, number).customer == "陈静"
    meetings.hold(advisor, number, "陈静")
    items.put(advisor, number, NewItem(ItemKind.PROMISE, "换油封", "李四", START + DAY))
    clocks = {each.name: each for each in complaints.get(advisor, case).running}
    assert (clocks[ClockName.PROMISED].due_at, clocks[ClockName.PROMISED].what) == (START + DAY, "换油封")
    assert complaints.get(advisor, case).next_due == clocks[ClockName.FIRST_ANSWER]
    (item,) = meetings.shown(advisor, number).items
    assert refused(items.done, advisor, number, "好了", item=item.id) is MeetingReason.OF_THE_CASE
    assert refused(items.done, advisor, number, "好了") is MeetingReason.NOTHING_OWED
    undo.undo(advisor)
    assert ClockName.PROMISED not in {each.name for each in complaints.get(advisor, case).running}
    items.put(advisor, number, NewItem(ItemKind.PROMISE, "换油封", "李四", START + DAY))
    meetings.write_minutes(advisor, number, "约好换油封")
    assert not meetings.shown(advisor, number).matter.is_open
    take(advisor, case, CaseStep.KEEP)
    assert not meetings.shown(advisor, number).items[0].is_open
    take(manager, case, CaseStep.CLOSE_ANYWAY)
    other = plan(advisor, case=case, at=START + HOUR)
    meetings.hold(advisor, other, "陈静")
    promise = NewItem(ItemKind.PROMISE, "换", "李四", START + DAY)
    assert refused(items.put, advisor, other, promise) is CaseReason.WRONG_STATE
    assert_whole(advisor.connection)


def test_the_emergency_group_meets_about_a_major_case(advisor: Desk, manager: Desk, clock: ManualClock) -> None:
    """At once, and each department has its part (C2, C14)."""
    case = register(advisor)
    assert meetings.open_ones(advisor) == ()
    take(advisor, case, CaseStep.JUDGE, severity=Severity.MAJOR)
    (group,) = meetings.open_ones(advisor)
    assert (group.kind, group.case, owed(group)) == (MeetingKind.GROUP, case, {DueName.MEETING: START + 2 * HOUR})
    take(manager, case, CaseStep.JUDGE, severity=Severity.ORDINARY)
    assert meetings.open_ones(advisor) == ()
    assert meetings.shown(advisor, group.id).state is MeetingState.CANCELLED
    take(advisor, case, CaseStep.JUDGE, severity=Severity.MAJOR)
    (again,) = meetings.open_ones(advisor)
    meetings.hold(manager, again.id, "王五 赵六")
    items.put(manager, again.id, NewItem(ItemKind.DECISION, "停用该批油封", "配件部", START + DAY))
    take(manager, case, CaseStep.JUDGE, severity=Severity.ORDINARY)
    assert meetings.shown(advisor, again.id).state is MeetingState.HELD
    clock.at += HOUR
    assert_whole(advisor.connection)


def test_moved_it_is_prepared_later_and_cancelled_nobody_is_invited(advisor: Desk, clock: ManualClock) -> None:
    new = NewMeeting(MeetingKind.VISIT, "回访", START + 4 * DAY, customer="陈静", phone="13812345678")
    number = meetings.plan(advisor, new, invitation="周二上门看您的车").number
    items.put(advisor, number, NewItem(ItemKind.MATERIAL, "维修记录", "李四"))
    assert len(advisor.snapshot().messages) == 1
    assert refused(meetings.move, advisor, number, START + 5 * DAY, "") is MeetingReason.MEETING_WHY
    assert refused(meetings.move, advisor, number, START - 1, "x") is MeetingReason.MEETING_PAST
    meetings.move(advisor, number, START + 5 * DAY, "客户没空")
    found = owed(meetings.shown(advisor, number))
    assert found[DueName.MEETING_MATERIAL] == START + 4 * DAY + 8 * HOUR
    assert meetings.shown(advisor, number).phone == "138****5678"
    meetings.cancel(advisor, number, "客户不要了")
    assert (advisor.snapshot().messages, meetings.open_ones(advisor)) == ((), ())
    assert refused(meetings.hold, advisor, number, "x") is MeetingReason.MEETING_STATE
    assert_whole(advisor.connection)


def test_two_stations_at_once_and_the_same_again(advisor: Desk, manager: Desk) -> None:
    number = plan(advisor, at=START)
    first = meetings.hold(advisor, number, "陈静", operation="a")
    assert meetings.hold(advisor, number, "陈静", operation="a").seq == first.seq
    assert refused(meetings.hold, manager, number, "陈静") is MeetingReason.MEETING_STATE
    before = tables(advisor.connection)
    undo.undo(advisor)
    assert meetings.shown(advisor, number).state is MeetingState.PLANNED
    meetings.hold(advisor, number, "陈静")
    assert tables(advisor.connection)["meetings"] == before["meetings"]


def test_whom_a_visit_is_due_to(advisor: Desk, clock: ManualClock) -> None:
    """Whoever was not visited for so many days (Q9)."""
    register(advisor, customer="陈静", phone="13812345678", plate=Plate("苏A12345"))
    (due,) = visiting.due(advisor)
    assert (due.customer.name, due.last) == ("陈静", None)
    number = plan(advisor, kind=MeetingKind.VISIT, at=START, plate=Plate("苏A12345"))
    meetings.hold(advisor, number, "陈静")
    assert visiting.due(advisor) == ()
    clock.at += 180 * DAY
    assert visiting.due(advisor) == ()
    clock.at += 1
    assert [each.last for each in visiting.due(advisor)] == [START]


def test_a_promise_for_after_the_week_tells_the_customer_when(advisor: Desk, clock: ManualClock) -> None:
    """Made in a meeting it meets what one at the desk does (Q3)."""
    case = register(advisor)
    number = plan(advisor, at=START, case=case)
    meetings.hold(advisor, number, "陈静")
    items.put(advisor, number, NewItem(ItemKind.PROMISE, "换新", "李四", START + 9 * DAY))
    assert complaints.get(advisor, case).running_of(ClockName.AGREE_DATE) is None


def test_a_time_of_another_day_is_said_with_its_day(advisor: Desk) -> None:
    with pytest.raises(Refused) as refusal:
        plan(advisor, at=START + 400 * DAY)
    assert sentence(refusal.value).startswith("2027-07-03 10:00 is too far away.")


def test_who_is_forgotten_is_in_no_meeting(advisor: Desk, manager: Desk, clock: ManualClock) -> None:
    said = {"customer": "陈静", "phone": "13812345678", "what": "陈静的车"}
    number = plan(manager, kind=MeetingKind.VISIT, at=START, **said)
    assert refused(forgetting.forget, manager, Customer(phone="13812345678")) is ForgetReason.MATTERS_OPEN
    meetings.hold(manager, number, "陈静和她先生")
    items.put(manager, number, NewItem(ItemKind.PROMISE, "陈静要脚垫", "李四", START + HOUR))
    undo.undo(manager)
    items.put(manager, number, NewItem(ItemKind.PROMISE, "送脚垫给陈静", "李四", START + HOUR))
    items.again(manager, number, START + 2 * HOUR, "陈静出差")
    items.done(manager, number, "陈静收到了")
    meetings.write_minutes(manager, number, "陈静说座椅硬")
    clock.at += 3 * MINUTE
    forgetting.forget(manager, Customer(phone="13812345678"))
    found = meetings.shown(manager, number)
    assert (found.customer, found.phone, found.minutes) == ("", "", GONE)
    told = manager.connection.execute("select group_concat(changes), group_concat(answer) from events").fetchone()
    assert all("陈静" not in str(text) and "13812345678" not in str(text) for text in told)
