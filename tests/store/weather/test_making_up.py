"""What comes of each whom a decision touches: moved, made up for, kept as it was; then the matter closes (I7, I11)."""

import pytest
from weather_decisions import TOMORROW, book, by, decide, listed, only, owed, sign, stop
from weathers import DAY, HOUR, MINUTE

from frontdesk.desk import approvals, matters, undo
from frontdesk.desk.appointments import booking, reading
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.messages import telling
from frontdesk.desk.weather import decisions, rows
from frontdesk.domain.appointments.appointment import State
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Obstacle
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.messages.message import MessageState
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.weather.affected import RowState
from frontdesk.domain.weather.decision import DecisionState
from frontdesk.domain.weather.reasons import DecisionReason


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
