"""What can be done about a meeting, by how far it has come, and by when what is owed of it is done (Q6)."""

from collections.abc import Callable, Collection
from datetime import date, timedelta
from enum import StrEnum

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.meetings.meeting import Item, ItemKind, Meeting, MeetingKind, MeetingState, NewItem, NewMeeting
from frontdesk.domain.meetings.reasons import MeetingReason
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.values.clock import DAY, Millis
from frontdesk.domain.values.errors import Refused

FARTHEST: Millis = 366 * DAY
"""A meeting that is to be held later than in a year was mistyped; so was one held longer ago than a week."""
FARTHEST_BACK: Millis = 7 * DAY
_LOOKED_BACK = 31
"""So many days before a meeting a working day is looked for."""


class MeetingAct(StrEnum):
    """What can be done about a meeting."""

    MOVE = "move"
    CANCEL = "cancel"
    HOLD = "hold"
    MINUTES = "minutes"
    MATERIAL = "material"
    PROMISE = "promise"
    DECISION = "decision"
    FEEDBACK = "feedback"


_FROM = {
    MeetingAct.MOVE: {MeetingState.PLANNED},
    MeetingAct.CANCEL: {MeetingState.PLANNED},
    MeetingAct.HOLD: {MeetingState.PLANNED},
    MeetingAct.MINUTES: {MeetingState.HELD},
    MeetingAct.MATERIAL: {MeetingState.PLANNED},
    MeetingAct.PROMISE: {MeetingState.HELD, MeetingState.MINUTED},
    MeetingAct.DECISION: {MeetingState.HELD, MeetingState.MINUTED},
    MeetingAct.FEEDBACK: {MeetingState.HELD, MeetingState.MINUTED},
}
ADDS = {
    ItemKind.MATERIAL: MeetingAct.MATERIAL,
    ItemKind.PROMISE: MeetingAct.PROMISE,
    ItemKind.DECISION: MeetingAct.DECISION,
    ItemKind.FEEDBACK: MeetingAct.FEEDBACK,
}
"""What is done where an item is put on record."""
_FOR_CUSTOMERS = frozenset({MeetingAct.PROMISE, MeetingAct.FEEDBACK})


def possible_acts(meeting: Meeting) -> tuple[MeetingAct, ...]:
    """Return what can be done about a meeting now."""
    if not meeting.matter.is_open:
        return ()
    other = {MeetingAct.DECISION} if meeting.kind is not MeetingKind.GROUP else _FOR_CUSTOMERS
    return tuple(act for act in MeetingAct if meeting.state in _FROM[act] and act not in other)


def check_act(meeting: Meeting, act: MeetingAct) -> None:
    """Check that a meeting has come so far. Raises `Refused`: MEETING_STATE, NOT_OF_GROUP, ONLY_OF_GROUP."""
    if act in possible_acts(meeting):
        return
    if act in _FOR_CUSTOMERS and meeting.kind is MeetingKind.GROUP:
        raise Refused(MeetingReason.NOT_OF_GROUP, number=meeting.id)
    if act is MeetingAct.DECISION and meeting.kind is not MeetingKind.GROUP:
        raise Refused(MeetingReason.ONLY_OF_GROUP, number=meeting.id)
    raise Refused(MeetingReason.MEETING_STATE, number=meeting.id, state=meeting.state, act=act)


def check_new(new: NewMeeting, now: Millis) -> None:
    """Check a meeting that is planned. Raises `Refused`: MEETING_WHAT, MEETING_PAST, MEETING_FAR."""
    if not new.what:
        raise Refused(MeetingReason.MEETING_WHAT)
    check_ahead(new.at, now)


def check_ahead(at: Millis, now: Millis) -> None:
    """Check when a meeting is to be. Raises `Refused`: MEETING_PAST, MEETING_FAR."""
    if at < now:
        raise Refused(MeetingReason.MEETING_PAST, at=at, now=now)
    if at > now + FARTHEST:
        raise Refused(MeetingReason.MEETING_FAR, at=at)


def check_held(meeting: Meeting, present: str, held_at: Millis, now: Millis, hours: OpeningHours) -> None:
    """Check that a meeting was held: who was there, and when.

    From its day on it may have been brought forward; before that day it is moved first, except the emergency group,
    which meets at once (C14). Raises `Refused`: as `check_act`, NOBODY_PRESENT, HELD_WHEN, HELD_EARLY.
    """
    check_act(meeting, MeetingAct.HOLD)
    if not present:
        raise Refused(MeetingReason.NOBODY_PRESENT, number=meeting.id)
    if not max(meeting.matter.opened_at, now - FARTHEST_BACK) <= held_at <= now:
        raise Refused(MeetingReason.HELD_WHEN, number=meeting.id, at=held_at, now=now)
    if meeting.kind is not MeetingKind.GROUP and hours.day_of(now) < hours.day_of(meeting.at):
        raise Refused(MeetingReason.HELD_EARLY, number=meeting.id, when=meeting.at)


def check_item(meeting: Meeting, new: NewItem, staff: Collection[str], now: Millis) -> None:
    """Check what is put on record as owed: what, who sees to it, by when.

    Material is due before the meeting, feedback as quality answers; of a decision the department stands for the person.
    Raises `Refused`: as `check_act`, ITEM_WHAT, ITEM_THERE, ITEM_WHO, UNKNOWN_PERSON, ITEM_UNTIL.
    """
    kind, until = new.kind, new.until
    check_act(meeting, ADDS[kind])
    if not new.what:
        raise Refused(MeetingReason.ITEM_WHAT, number=meeting.id, item=kind)
    if any(each.is_open and (each.kind, each.what) == (kind, new.what) for each in meeting.items):
        raise Refused(MeetingReason.ITEM_THERE, number=meeting.id, item=kind)
    if not new.person and kind is not ItemKind.FEEDBACK:
        raise Refused(MeetingReason.ITEM_WHO, number=meeting.id, item=kind)
    if new.person and kind in {ItemKind.MATERIAL, ItemKind.PROMISE} and new.person not in staff:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=new.person)
    if kind in {ItemKind.PROMISE, ItemKind.DECISION} and (until is None or not now < until <= now + FARTHEST):
        raise Refused(MeetingReason.ITEM_UNTIL, number=meeting.id, item=kind)


def open_item(meeting: Meeting, number: int | None) -> Item:
    """Return what is meant of what is still owed: where only one thing is, that.

    A promise in a case is kept there. Raises `Refused`: NO_ITEM, NOTHING_OWED, ITEM_DONE, ITEM_GONE, OF_THE_CASE.
    """
    open_ones = [each for each in meeting.items if each.is_open and each.clock is None]
    named = next((each for each in meeting.items if each.id == number), None)
    if named is not None and named.clock is not None:
        raise Refused(MeetingReason.OF_THE_CASE, number=meeting.case)
    if named is not None and not named.is_open:
        if named.due is not None and named.due.lifted_at is not None:
            raise Refused(MeetingReason.ITEM_GONE, number=meeting.id, item=named.kind, state=meeting.state)
        raise Refused(MeetingReason.ITEM_DONE, number=meeting.id, item=named.kind, text=named.answer)
    if named is None and (number is not None or len(open_ones) != 1):
        if not open_ones:
            raise Refused(MeetingReason.NOTHING_OWED, number=meeting.id)
        numbers = tuple(f"{each.id} ({each.what})" for each in open_ones)
        raise Refused(MeetingReason.NO_ITEM, number=meeting.id, choices=numbers)
    return named or open_ones[0]


def prepared_by(at: Millis, hours: OpeningHours, works: Callable[[date], bool]) -> Millis:
    """Return by when material for a meeting is there: close of business one working day before (Q6)."""
    day = hours.day_of(at)
    for back in range(1, _LOOKED_BACK):
        before = day - timedelta(days=back)
        if works(before) and hours.is_open_on(before):
            return hours.closing_from(before, works)
    return at
