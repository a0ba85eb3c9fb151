"""Who is booked for the next opening day is owed a word at the policy's time, once; told is confirmed (S5, Z9)."""

import pytest

from frontdesk.desk.appointments import booking, reading
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.messages import telling
from frontdesk.desk.people import staff
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.messages.message import Message, MessageState, Purpose
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
TOMORROW = 23 * HOUR
CAR = "苏A12345"


@pytest.fixture(autouse=True)
def at_work(desk: Desk) -> None:
    staff.add(desk, "张三", Post.ADVISOR)


def book(desk: Desk, clock: ManualClock, later: int = TOMORROW, plate: str = CAR, phone: str = "13800138000") -> int:
    return booking.book(desk, NewAppointment(clock.at + later, Plate(plate), "王女士", phone, work="保养")).number


def owed(desk: Desk) -> list[Message]:
    return [each for each in telling.listed(desk) if each.purpose is Purpose.REMINDER]


def at_four(desk: Desk, clock: ManualClock) -> list[Message]:
    """2026-05-29 16:00, a Friday; it is 10:00 when a test begins."""
    clock.at += 6 * HOUR
    handling.evaluate(desk)
    return owed(desk)


def test_a_word_is_owed_at_four_and_a_call_confirms(desk: Desk, clock: ManualClock) -> None:
    number = book(desk, clock)
    book(desk, clock, 2 * DAY, "苏A12346")
    book(desk, clock, TOMORROW, "苏A12347", "")
    clock.at += 6 * HOUR - 1
    handling.evaluate(desk)
    assert owed(desk) == []
    clock.at += 1
    handling.evaluate(desk)
    (message,) = owed(desk)
    assert message.name == "王女士"
    assert "明天 9:00" in message.text
    assert "138" not in message.text
    assert reading.shown(desk, number).confirmed_at is None
    telling.told(desk, message.id)
    assert reading.shown(desk, number).confirmed_by == "张三"
    booking.move(desk, number, reading.shown(desk, number).at + 2 * HOUR)
    assert reading.shown(desk, number).confirmed_at is None
    # The reminders of that day have come already: the word is owed at once.
    (anew,) = owed(desk)
    assert "明天 11:00" in anew.text
    booking.move(desk, number, reading.shown(desk, number).at + 3 * DAY)
    assert owed(desk) == []


def test_what_is_confirmed_or_called_off_is_told_no_more(desk: Desk, clock: ManualClock) -> None:
    one, other = book(desk, clock), book(desk, clock, TOMORROW, "苏A12346")
    sooner = book(desk, clock, TOMORROW, "苏A12347")
    booking.remind(desk, sooner)
    assert len(at_four(desk, clock)) == 2
    booking.remind(desk, one)
    booking.cancel(desk, other)
    assert owed(desk) == []
    ended = {each.state for each in telling.listed(desk, only_open=False)}
    assert ended == {MessageState.TOLD, MessageState.WITHDRAWN}


def test_a_day_on_which_nothing_ran_is_made_up_once(desk: Desk, clock: ManualClock) -> None:
    book(desk, clock, 3 * DAY)
    clock.at += 2 * DAY + 8 * HOUR
    handling.evaluate(desk)
    assert len(owed(desk)) == 1
    handling.evaluate(desk)
    assert len(owed(desk)) == 1
