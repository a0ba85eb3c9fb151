"""A decision touches cars that are promised and what is under way too, whatever it is that changes them (I7)."""

from dataclasses import replace

import pytest
from outage import begin_outage
from weathers import DAY, HOUR

from data import policy as policies
from frontdesk.desk import approvals, matters, policy, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.messages import telling
from frontdesk.desk.people import staff
from frontdesk.desk.progress import promises
from frontdesk.desk.weather import decisions, rows
from frontdesk.domain.messages.message import Channel, Purpose
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.progress.terms import Heard
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.weather.affected import Of, RowState
from frontdesk.domain.weather.decision import Choice, NewDecision, Service
from frontdesk.domain.weather.reasons import DecisionReason

CAR = Plate("苏BD8832")


@pytest.fixture
def promised(desk: Desk, clock: ManualClock) -> Desk:
    """A car in the workshop that is promised for tomorrow at 9:00; it is 10:00."""
    desk.actor = Actor("manager", "王芳")
    present = desk.read(policies.current)
    policy.change(desk, replace(present, progress="all"), present)
    staff.add(desk, "赵敏", Post.SUPERVISOR)
    desk.actor = Actor("reception", "张三")
    for act in (zone.arrive, zone.receive, zone.make_work_order, zone.hand_over):
        act(desk, CAR)
    promises.promise(desk, CAR, clock.at + 23 * HOUR, told=Heard.IN_PERSON)
    return desk


def decided(desk: Desk, clock: ManualClock, *services: Service) -> int:
    begins = clock.at + 22 * HOUR
    desk.actor = Actor("manager", "王芳")
    number = decisions.decide(desk, NewDecision(Choice.STOP, services, begins, begins + 6 * HOUR)).number
    desk.actor = Actor("manager", "李建国")
    approvals.sign(desk, number)
    desk.actor = Actor("reception", "张三")
    return number


def test_a_promised_car_is_told_and_leaves_the_list_with_another_promise(promised: Desk, clock: ManualClock) -> None:
    desk, number = promised, decided(promised, clock, Service.PICK_UP, Service.DELIVERY)
    (row,) = decisions.shown(desk, number).rows
    assert (row.of, row.plate, row.state) == (Of.REPAIR, CAR, RowState.OPEN)
    (message,) = [each for each in telling.listed(desk) if each.purpose is Purpose.WEATHER]
    assert message.channel == Channel.IN_PERSON
    assert "交车暂停" in message.text
    with pytest.raises(Refused) as refused:
        rows.move(desk, row.id, clock.at + 2 * DAY)
    assert refused.value.reason is DecisionReason.NO_BOOKING
    promises.promise(desk, CAR, clock.at + 24 * HOUR, why="天气", told=Heard.PHONE)
    (row,) = decisions.shown(desk, number).rows
    assert (row.at, row.state) == (clock.at + 24 * HOUR, RowState.OPEN)
    promises.promise(desk, CAR, clock.at + 2 * DAY, why="天气", told=Heard.PHONE)
    (row,) = decisions.shown(desk, number).rows
    assert (row.state, row.becomes) == (RowState.MOVED, clock.at + 2 * DAY)
    assert not [each for each in telling.listed(desk) if each.purpose is Purpose.WEATHER]


def test_what_is_promised_later_comes_onto_the_list(promised: Desk, clock: ManualClock) -> None:
    promises.promise(promised, CAR, clock.at + 2 * DAY, why="等配件", told=Heard.PHONE)
    number = decided(promised, clock, Service.PICK_UP)
    assert decisions.shown(promised, number).rows == ()
    promises.promise(promised, CAR, clock.at + 24 * HOUR, why="配件到了", told=Heard.PHONE)
    assert [row.state for row in decisions.shown(promised, number).rows] == [RowState.OPEN]


def test_what_is_under_way_is_told_to_whoever_began_it(desk: Desk, clock: ManualClock) -> None:
    desk.actor = Actor("manager", "王芳")
    run = begin_outage(desk)
    number = decided(desk, clock, Service.RESCUE)
    (row,) = decisions.shown(desk, number).rows
    assert (row.of, row.ref, row.name) == (Of.RUN, run, "王芳")
    (message,) = [each for each in telling.listed(desk) if each.purpose is Purpose.WEATHER]
    telling.told(desk, message.id)
    assert [each.state for each in decisions.shown(desk, number).rows] == [RowState.LATER]
    desk.actor = Actor("manager", "王芳")
    matters.close(desk, run, "结束")
    assert [each.state for each in decisions.shown(desk, number).rows] == [RowState.SERVED]
