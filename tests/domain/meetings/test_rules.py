"""Meetings: what can be done when, by when material is there, which of several things is meant (Q6, Q9, C14)."""

from datetime import date, datetime

import pytest

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.working_days import Calendar
from frontdesk.domain.cases.clocks import ClockName, DueClock
from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.matters.matter import Matter, MatterKind
from frontdesk.domain.meetings.meeting import Item, ItemKind, Meeting, MeetingKind, MeetingState, NewItem, title
from frontdesk.domain.meetings.reasons import MeetingReason
from frontdesk.domain.meetings.rules import (
    FARTHEST,
    MeetingAct,
    check_held,
    check_item,
    open_item,
    possible_acts,
    prepared_by,
)
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis, to_millis
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import NO_PLATE

NOW = 1_000_000
STAFF = frozenset({"李四"})
HOURS = OpeningHours.of(Policy())
HOLIDAY = Calendar({date(2026, 2, day): False for day in range(16, 21)} | {date(2026, 2, 14): True})


def item(number: int, *, kind: ItemKind = ItemKind.PROMISE, met: int | None = None, in_case: bool = False) -> Item:
    due = None if in_case else Due(number, 7, DueName.MEETING_PROMISE, "李四", 0, NOW + 5, met_at=met)
    clock = DueClock(number, ClockName.PROMISED, 0, NOW + 5, met) if in_case else None
    return Item(number, kind, f"第{number}件", "李四", due, clock)


def meeting(state: MeetingState, kind: MeetingKind = MeetingKind.CUSTOMER, *items: Item) -> Meeting:
    matter = Matter(7, MatterKind.MEETING, "customer", None, 0, "李四")
    return Meeting(matter, kind, state, "座谈", NOW, "", "", "", None, NO_PLATE, None, "", "", items=items)


@pytest.mark.parametrize(
    ("kind", "state", "acts"),
    [
        (MeetingKind.CUSTOMER, MeetingState.PLANNED, {"move", "cancel", "hold", "material"}),
        (MeetingKind.CUSTOMER, MeetingState.HELD, {"minutes", "promise", "feedback"}),
        (MeetingKind.VISIT, MeetingState.MINUTED, {"promise", "feedback"}),
        (MeetingKind.GROUP, MeetingState.HELD, {"minutes", "decision"}),
        (MeetingKind.GROUP, MeetingState.MINUTED, {"decision"}),
        (MeetingKind.GROUP, MeetingState.CANCELLED, set()),
    ],
)
def test_what_can_be_done(kind: MeetingKind, state: MeetingState, acts: set[str]) -> None:
    of = meeting(state, kind)
    assert {act.value for act in possible_acts(of)} == acts
    closed = of._replace(matter=of.matter._replace(closed_at=NOW))
    assert possible_acts(closed) == ()
    assert set(MeetingAct) >= set(possible_acts(of))


def millis(text: str) -> Millis:
    return to_millis(datetime.fromisoformat(text).replace(tzinfo=HOURS.zone))


@pytest.mark.parametrize(
    ("kind", "held", "now", "told"),
    [
        (MeetingKind.CUSTOMER, "2026-03-04T14:00", "2026-03-04T14:00", ""),
        (MeetingKind.CUSTOMER, "2026-03-04T13:59", "2026-03-04T13:59", "brought forward"),
        (MeetingKind.VISIT, "2026-03-04T00:00", "2026-03-04T00:00", "brought forward"),
        (MeetingKind.CUSTOMER, "2026-03-03T23:59", "2026-03-03T23:59", "refused"),
        (MeetingKind.VISIT, "2026-03-03T15:00", "2026-03-03T16:00", "refused"),
        (MeetingKind.CUSTOMER, "2026-03-03T15:00", "2026-03-05T09:00", "brought forward"),
        (MeetingKind.GROUP, "2026-03-03T15:00", "2026-03-03T15:00", ""),
    ],
)
def test_it_is_not_held_before_its_day(kind: MeetingKind, held: str, now: str, told: str) -> None:
    """Earlier on its day it was brought forward; the group of a major case meets at once (C14)."""
    of = meeting(MeetingState.PLANNED, kind)._replace(at=millis("2026-03-04T14:00"))
    if told == "refused":
        with pytest.raises(Refused) as refused:
            check_held(of, "陈静", millis(held), millis(now), HOURS)
        assert refused.value.reason is MeetingReason.HELD_EARLY
        return
    check_held(of, "陈静", millis(held), millis(now), HOURS)
    assert of._replace(held_at=millis(held)).was_brought_forward is (told == "brought forward")


@pytest.mark.parametrize(
    ("at", "by"),
    [
        ("2026-03-04T14:00", "2026-03-03T18:00"),
        ("2026-03-02T09:00", "2026-02-28T18:00"),  # published as a working day
        ("2026-02-23T09:00", "2026-02-14T18:00"),  # over the holidays
    ],
)
def test_material_is_there_one_working_day_before(at: str, by: str) -> None:
    known = Calendar({**HOLIDAY.days, date(2026, 2, 28): True})
    assert prepared_by(millis(at), HOURS, known.is_working) == millis(by)
    assert prepared_by(millis(at), HOURS, lambda day: False) == millis(at)


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        (NewItem(ItemKind.PROMISE, "", "李四", NOW + 1), MeetingReason.ITEM_WHAT),
        (NewItem(ItemKind.PROMISE, "第1件", "李四", NOW + 1), MeetingReason.ITEM_THERE),
        (NewItem(ItemKind.PROMISE, "洗车", "", NOW + 1), MeetingReason.ITEM_WHO),
        (NewItem(ItemKind.PROMISE, "洗车", "路人", NOW + 1), PeopleReason.UNKNOWN_PERSON),
        (NewItem(ItemKind.PROMISE, "洗车", "李四"), MeetingReason.ITEM_UNTIL),
        (NewItem(ItemKind.PROMISE, "洗车", "李四", NOW), MeetingReason.ITEM_UNTIL),
        (NewItem(ItemKind.PROMISE, "洗车", "李四", NOW + FARTHEST + 1), MeetingReason.ITEM_UNTIL),
        (NewItem(ItemKind.DECISION, "停售", "销售部", NOW + 1), MeetingReason.ONLY_OF_GROUP),
        (NewItem(ItemKind.MATERIAL, "资料", "李四"), MeetingReason.MEETING_STATE),
    ],
)
def test_what_is_owed_says_what_who_and_by_when(new: NewItem, reason: Reason) -> None:
    of = meeting(MeetingState.HELD, MeetingKind.CUSTOMER, item(1))
    with pytest.raises(Refused) as refused:
        check_item(of, new, STAFF, NOW)
    assert refused.value.reason is reason


def test_a_department_and_quality_are_no_people_of_the_list() -> None:
    check_item(
        meeting(MeetingState.HELD, MeetingKind.GROUP), NewItem(ItemKind.DECISION, "停售", "销售部", NOW + 1), STAFF, NOW
    )
    check_item(meeting(MeetingState.HELD), NewItem(ItemKind.FEEDBACK, "座椅太硬"), STAFF, NOW)
    check_item(meeting(MeetingState.HELD), NewItem(ItemKind.PROMISE, "洗车", "李四", NOW + FARTHEST), STAFF, NOW)
    group = meeting(MeetingState.HELD, MeetingKind.GROUP)
    with pytest.raises(Refused) as refused:
        check_item(group, NewItem(ItemKind.PROMISE, "洗车", "李四", NOW + 1), STAFF, NOW)
    assert refused.value.reason is MeetingReason.NOT_OF_GROUP


def test_of_several_things_it_is_said_which_is_meant() -> None:
    one, two, over, of_case = item(1), item(2), item(3, met=NOW), item(4, in_case=True)
    of = meeting(MeetingState.HELD, MeetingKind.CUSTOMER, one, over, of_case)
    assert open_item(of, None) == open_item(of, 1) == one
    both = meeting(MeetingState.HELD, MeetingKind.CUSTOMER, one, two, over, of_case)
    for number, reason in (
        (None, MeetingReason.NO_ITEM), (9, MeetingReason.NO_ITEM), (3, MeetingReason.ITEM_DONE),
        (4, MeetingReason.OF_THE_CASE),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            open_item(both, number)
        assert refused.value.reason is reason


def test_a_title_says_nothing_a_customer_said() -> None:
    assert title(MeetingKind.GROUP, "苏A12345", 12) == "group #12"
    assert title(MeetingKind.VISIT, "苏A12345", None) == "visit 苏A12345"
    assert title(MeetingKind.CUSTOMER, "", None) == "customer"
