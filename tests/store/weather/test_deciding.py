"""Deciding because of the weather: in force once signed; each is told, moved, served or declined by name (I7, I11)."""

from threading import Barrier, Thread

import pytest
from weather_decisions import TOMORROW, book, by, decide, listed, only, owed, stop
from weathers import DAY, HOUR

from frontdesk.desk import approvals, matters
from frontdesk.desk.appointments import booking, reading
from frontdesk.desk.desk import Desk
from frontdesk.desk.messages import telling
from frontdesk.desk.weather import decisions
from frontdesk.domain.appointments.appointment import State
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.weather.affected import RowState
from frontdesk.domain.weather.decision import Choice, DecisionState
from frontdesk.domain.weather.reasons import DecisionReason


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
