"""Three stations at a meeting in the same instant: one of them does it, the others hear that it is done (Q6)."""

import pytest

from frontdesk.desk.desk import Desk
from frontdesk.desk.meetings import items, meetings
from frontdesk.desk.people import staff
from frontdesk.domain.meetings.meeting import ItemKind, MeetingKind, MeetingState, NewItem, NewMeeting
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.clock import HOUR, ManualClock

ROUNDS = 6


@pytest.fixture
def team(advisor: Desk) -> Desk:
    """All three who race work at the desk."""
    staff.add(advisor, "张三", Post.ADVISOR)
    return advisor


def test_two_keep_a_promise_that_a_third_agrees_anew(team: Desk, racers, clock: ManualClock) -> None:  # type: ignore[no-untyped-def]
    for _ in range(ROUNDS):
        number = meetings.plan(team, NewMeeting(MeetingKind.CUSTOMER, "车主座谈", clock.at)).number
        meetings.hold(team, number, "陈静")
        items.put(team, number, NewItem(ItemKind.PROMISE, "送脚垫", "李四", clock.at + HOUR))
        (item,) = meetings.shown(team, number).items
        answers = racers.race(
            ("meeting_done", number, "张三已送", item.id),
            ("meeting_done", number, "李四已送", item.id),
            ("meeting_again", number, clock.at + 2 * HOUR, "缺货", item.id),
        )
        (item,) = meetings.shown(team, number).items
        kept = [answer for answer in answers[:2] if "answer" in answer]
        assert len(kept) == 1
        (late,) = (answer for answer in answers[:2] if "refused" in answer)
        # Whoever came second hears what the first one said.
        assert late["refused"] == "item_done"
        assert late["facts"]["text"] == item.answer
        assert not item.is_open
        # Agreed anew it was before it was kept, or not at all.
        assert item.due is not None
        agreed = "answer" in answers[2]
        assert len(item.due.changes) == agreed
        assert agreed or answers[2]["refused"] == "item_done"


def test_held_cancelled_and_prepared_at_once(team: Desk, racers, clock: ManualClock) -> None:  # type: ignore[no-untyped-def]
    for _ in range(ROUNDS):
        number = meetings.plan(team, NewMeeting(MeetingKind.CUSTOMER, "车主座谈", clock.at)).number
        items.put(team, number, NewItem(ItemKind.MATERIAL, "油耗对比", "李四"))
        (item,) = meetings.shown(team, number).items
        held, cancelled, prepared = racers.race(
            ("meeting_hold", number, "陈静"),
            ("meeting_cancel", number, "客户没空"),
            ("meeting_done", number, "已打印", item.id),
        )
        found = meetings.shown(team, number)
        assert ("answer" in held) is not ("answer" in cancelled)
        assert (cancelled if "answer" in held else held)["refused"] == "meeting_state"
        assert found.state is (MeetingState.HELD if "answer" in held else MeetingState.CANCELLED)
        # What is prepared for a meeting that was cancelled before is owed no more.
        assert "answer" in prepared or prepared["refused"] == "item_gone"
        assert "answer" in prepared or found.state is MeetingState.CANCELLED
        assert found.items[0].is_open is False
