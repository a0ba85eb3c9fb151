"""Deciding because of the weather: in force once signed; each is told, moved, served or declined by name (I7, I11)."""

from threading import Barrier, Thread

import pytest
from weathers import DAY, HOUR, MINUTE

from frontdesk.desk import approvals, matters, undo
from frontdesk.desk.appointments import booking, reading
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.messages import telling
from frontdesk.desk.weather import decisions, rows
from frontdesk.domain.appointments.appointment import State
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Obstacle
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.messages.message import Message, MessageState, Purpose
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.weather.affected import Affected, RowState
from frontdesk.domain.weather.decision import Choice, DecisionState, NewDecision, Service
from frontdesk.domain.weather.reasons import DecisionReason

TOMORROW: Millis = 22 * HOUR
"""It is 10:00 of a Friday: 8:00 tomorrow."""


def by(desk: Desk, who: str) -> Desk:
    desk.actor = Actor("manager", who)
    return desk


def book(desk: Desk, at: Millis, plate: str = "苏A12345") -> int:
    return booking.book(desk, NewAppointment(at, Plate(plate), "王女士", "13800138000", work="保养")).number


def stop(clock: ManualClock, hours: int = 6, choice: Choice = Choice.STOP, place: str = "") -> NewDecision:
    begins = clock.at + TOMORROW
    return NewDecision(choice, (Service.APPOINTMENTS,), begins, begins + hours * HOUR, place=place, why="暴雨")


def decide(desk: Desk, new: NewDecision) -> int:
    """Written at the desk, signed by manager and director."""
    number = decisions.decide(by(desk, "张三"), new).number
    sign(desk, number)
    return number


def sign(desk: Desk, number: int) -> None:
    for who in ("王芳", "李建国"):
        approvals.sign(by(desk, who), number)
    by(desk, "张三")


def listed(desk: Desk, number: int) -> list[tuple[int, RowState]]:
    return [(row.ref, row.state) for row in decisions.shown(desk, number).rows]


def owed(desk: Desk) -> list[Message]:
    return [each for each in telling.listed(desk) if each.purpose is Purpose.WEATHER]


def only(desk: Desk, number: int) -> Affected:
    (row,) = decisions.shown(desk, number).rows
    return row


def test_nothing_is_in_force_before_both_have_signed(desk: Desk, clock: ManualClock) -> None:
    booked = book(desk, clock.at + 23 * HOUR)
    book(desk, clock.at + 29 * HOUR, "苏A12346")
    number = decisions.decide(desk, stop(clock)).number
    due = decisions.shown(desk, number).matter.next_due
    assert due is not None
    assert due.due_at == clock.at + TOMORROW
    assert listed(desk, number) == []
    book(desk, clock.at + 24 * HOUR, "苏A12347")
    approvals.sign(by(desk, "王芳"), number)
    assert owed(desk) == []
    approvals.sign(by(desk, "李建国"), number)
    found = decisions.shown(desk, number)
    assert found.decision.state is DecisionState.IN_FORCE
    assert [row.state for row in found.rows] == [RowState.OPEN, RowState.OPEN]
    assert found.rows[0].ref == booked
    assert found.rows[0].phone == "138****8000"
    (first, _second) = owed(desk)
    assert "因天气原因" in first.text
    assert "明天 9:00" in first.text
    assert "138" not in first.text


def test_who_decides_has_said_so_and_the_other_signs(desk: Desk, clock: ManualClock) -> None:
    number = decisions.decide(by(desk, "王芳"), stop(clock)).number
    approvals.sign(by(desk, "李建国"), number)
    assert decisions.shown(desk, number).decision.state is DecisionState.IN_FORCE


def test_by_phone_it_counts_at_once_and_a_dispute_ends_it(desk: Desk, clock: ManualClock) -> None:
    book(desk, clock.at + 23 * HOUR)
    number = decisions.decide(by(desk, "王芳"), stop(clock)).number
    approvals.sign(by(desk, "张三"), number, by_phone="李建国", words="停吧")
    assert len(listed(desk, number)) == 1
    approvals.reject(by(desk, "李建国"), number, "我没说过")
    found = decisions.shown(desk, number)
    assert found.decision.state is DecisionState.OVER
    assert [row.state for row in found.rows] == [RowState.KEPT]
    assert owed(desk) == []
    assert not found.matter.is_open


def test_a_rejected_one_comes_to_nothing(desk: Desk, clock: ManualClock) -> None:
    number = decisions.decide(desk, stop(clock)).number
    approvals.reject(by(desk, "王芳"), number, "不用停")
    found = decisions.shown(desk, number)
    assert found.decision.state is DecisionState.REJECTED
    assert not found.matter.is_open


def test_one_that_nobody_signs_can_be_dropped_and_decided_anew(desk: Desk, clock: ManualClock) -> None:
    number = decisions.decide(desk, stop(clock)).number
    with pytest.raises(Refused) as refused:
        decisions.decide(desk, stop(clock))
    assert refused.value.reason is DecisionReason.DECIDED_ALREADY
    matters.close(by(desk, "王芳"), number, "写错了")
    assert decide(desk, stop(clock)) > number


def test_what_cannot_be_decided(desk: Desk, clock: ManualClock) -> None:
    right = stop(clock)
    wrong = {
        DecisionReason.NO_SERVICE_NAMED: right._replace(services=()),
        DecisionReason.ENDS_BEFORE: right._replace(ends_at=right.starts_at),
        DecisionReason.WINDOW_PAST: right._replace(starts_at=clock.at - 2, ends_at=clock.at),
        DecisionReason.WINDOW_LONG: right._replace(ends_at=right.starts_at + 40 * DAY),
        DecisionReason.NO_CHANGE: right._replace(choice=Choice.CHANGE),
    }
    for reason, new in wrong.items():
        with pytest.raises(Refused) as refused:
            decisions.decide(desk, new)
        assert refused.value.reason is reason


def test_of_two_who_decide_at_once_the_second_hears_who_was_first(desk: Desk, clock: ManualClock) -> None:
    said: list[object] = []
    ready = Barrier(2)

    def one(who: str) -> None:
        with Desk.open(desk.path, Actor("reception", who), clock, create=False) as other:
            ready.wait()
            try:
                said.append(decisions.decide(other, stop(clock)).number)
            except Refused as refused:
                said.append(refused.facts["who"])

    threads = [Thread(target=one, args=(who,)) for who in ("张三", "王芳")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {type(each) for each in said} == {int, str}


def test_nobody_is_booked_into_a_stop_and_a_change_warns(desk: Desk, clock: ManualClock) -> None:
    other = book(desk, clock.at + 30 * HOUR, "苏A12346")
    decide(desk, stop(clock))
    for act in (lambda: book(desk, clock.at + 24 * HOUR), lambda: booking.move(desk, other, clock.at + 24 * HOUR)):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.reason is DecisionReason.WEATHER_STOPS
        assert refused.value.facts["who"] == "张三"
    book(desk, clock.at + TOMORROW + 6 * HOUR)


def test_what_is_booked_later_into_a_change_is_told_too(desk: Desk, clock: ManualClock) -> None:
    number = decide(desk, stop(clock, choice=Choice.CHANGE, place="城南店"))
    done = booking.book(desk, NewAppointment(clock.at + 24 * HOUR, Plate("苏A12345"), "王女士", "13800138000"))
    assert done.warnings
    (message,) = owed(desk)
    assert "改为：城南店" in message.text
    row = only(desk, number)
    telling.told(desk, message.id)
    assert only(desk, number).is_told
    assert reading.shown(desk, row.ref).state is State.BOOKED
    booking.move(desk, row.ref, clock.at + 25 * HOUR)
    (message,) = owed(desk)
    booking.move(desk, row.ref, clock.at + 30 * HOUR)
    assert listed(desk, number) == [(row.ref, RowState.MOVED)]
    assert owed(desk) == []


def test_told_that_it_stops_the_booking_leaves_the_book_and_is_made_up_for(desk: Desk, clock: ManualClock) -> None:
    booked = book(desk, clock.at + 23 * HOUR)
    number = decide(desk, stop(clock))
    (message,) = owed(desk)
    telling.no_answer(desk, message.id)
    assert only(desk, number).tries == 1
    telling.told(desk, message.id)
    assert reading.shown(desk, booked).state is State.CANCELLED
    row = only(desk, number)
    assert row.state is RowState.LATER
    with pytest.raises(Refused) as refused:
        rows.serve(desk, row.id)
    assert refused.value.reason is DecisionReason.NOT_OVER
    clock.at += TOMORROW + 6 * HOUR
    handling.evaluate(desk)
    found = decisions.shown(desk, number)
    assert found.decision.state is DecisionState.OVER
    assert [each.id for each in found.make_up] == [row.id]
    assert [due.name for due in found.matter.dues if due.is_running] == [DueName.MAKE_UP]
    with pytest.raises(Refused) as hard:
        matters.close(by(desk, "王芳"), number, "算了")
    assert hard.value.reason is MatterReason.MATTER_OPEN
    assert Obstacle.MAKE_UP in hard.value.facts["obstacles"]  # type: ignore[operator]
    rows.serve(by(desk, "张三"), row.id)
    found = decisions.shown(desk, number)
    assert not found.matter.is_open
    assert (found.rows[0].state, found.rows[0].ended_by) == (RowState.SERVED, "张三")


def test_another_time_is_agreed_on_the_phone(desk: Desk, clock: ManualClock) -> None:
    booked = book(desk, clock.at + 23 * HOUR)
    number = decide(desk, stop(clock))
    row = only(desk, number)
    with pytest.raises(Refused) as refused:
        rows.move(desk, row.id, clock.at + 24 * HOUR)
    assert refused.value.reason is DecisionReason.WEATHER_STOPS
    rows.move(desk, row.id, clock.at + 30 * HOUR)
    moved = reading.shown(desk, booked)
    assert moved.at == clock.at + 30 * HOUR
    assert moved.confirmed_by == "张三"
    row = only(desk, number)
    assert (row.state, row.becomes, row.is_told) == (RowState.MOVED, clock.at + 30 * HOUR, True)
    assert telling.listed(desk) == ()
    undo.undo(desk)
    assert reading.shown(desk, booked).at == clock.at + 23 * HOUR
    assert only(desk, number).state is RowState.OPEN
    assert owed(desk)[0].state is MessageState.OWED


def test_who_was_called_off_is_booked_anew(desk: Desk, clock: ManualClock) -> None:
    book(desk, clock.at + 23 * HOUR)
    number = decide(desk, stop(clock))
    rows.later(desk, only(desk, number).id)
    rows.move(desk, only(desk, number).id, clock.at + 30 * HOUR)
    assert only(desk, number).state is RowState.MOVED
    again = reading.shown(desk, 2)
    assert (again.plate, again.customer, again.phone, again.work) == ("苏A12345", "王女士", "138****8000", "保养")


def test_a_booking_called_off_is_not_on_the_list_any_more(desk: Desk, clock: ManualClock) -> None:
    booked = book(desk, clock.at + 23 * HOUR)
    number = decide(desk, stop(clock))
    booking.cancel(desk, booked)
    assert listed(desk, number) == [(booked, RowState.DECLINED)]
    assert owed(desk) == []
    undo.undo(desk)
    assert listed(desk, number) == [(booked, RowState.OPEN)]
    assert len(owed(desk)) == 1


def test_it_goes_on_once_that_is_signed(desk: Desk, clock: ManualClock) -> None:
    """Whoever was told is made up for; whoever was not, comes as booked."""
    told, untold = book(desk, clock.at + 23 * HOUR), book(desk, clock.at + 24 * HOUR, "苏A12346")
    number = decide(desk, stop(clock))
    telling.told(desk, owed(desk)[0].id)
    decisions.resume(desk, number)
    with pytest.raises(Refused):
        decisions.resume(desk, number)
    assert decisions.shown(desk, number).decision.state is DecisionState.RESUMING
    with pytest.raises(Refused):
        book(desk, clock.at + 25 * HOUR, "苏A12347")
    sign(desk, number)
    assert listed(desk, number) == [(told, RowState.LATER), (untold, RowState.KEPT)]
    assert owed(desk) == []
    book(desk, clock.at + 25 * HOUR, "苏A12347")
    assert len(listed(desk, number)) == 2
    rows.decline(desk, decisions.shown(desk, number).make_up[0].id)
    assert not decisions.shown(desk, number).matter.is_open


def test_going_on_later_shortens_it_and_a_rejection_leaves_it(desk: Desk, clock: ManualClock) -> None:
    early, late = book(desk, clock.at + 23 * HOUR), book(desk, clock.at + 27 * HOUR, "苏A12346")
    number = decide(desk, stop(clock))
    decisions.resume(desk, number, clock.at + 25 * HOUR)
    approvals.reject(by(desk, "王芳"), number, "还在下")
    assert decisions.shown(desk, number).decision.state is DecisionState.IN_FORCE
    decisions.resume(by(desk, "张三"), number, clock.at + 25 * HOUR)
    sign(desk, number)
    found = decisions.shown(desk, number).decision
    assert (found.state, found.ends_at) == (DecisionState.IN_FORCE, clock.at + 25 * HOUR)
    assert listed(desk, number) == [(early, RowState.OPEN), (late, RowState.KEPT)]


def test_nobody_touched_it_ends_by_itself(desk: Desk, clock: ManualClock) -> None:
    number = decide(desk, stop(clock))
    clock.at += TOMORROW + 6 * HOUR - 1
    handling.evaluate(desk)
    assert decisions.shown(desk, number).decision.state is DecisionState.IN_FORCE
    clock.at += 1
    handling.evaluate(desk)
    assert decisions.shown(desk, number).decision.state is DecisionState.OVER
    assert not decisions.shown(desk, number).matter.is_open


def test_signed_too_late_it_is_over_at_once(desk: Desk, clock: ManualClock) -> None:
    number = decisions.decide(desk, stop(clock)).number
    clock.at += 2 * DAY + MINUTE
    sign(desk, number)
    found = decisions.shown(desk, number)
    assert found.decision.state is DecisionState.OVER
    assert not found.matter.is_open
