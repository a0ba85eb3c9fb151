"""Rescues, orders and incidents have terms of their own; what happened stays, what was said of people goes (G2)."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from at_desk import refusal
from rescue_team import FORM, PEOPLE, PHONE

from data.proof.tables import compare
from frontdesk.desk import approvals, forgetting, matters, orders, retention
from frontdesk.desk.desk import Desk
from frontdesk.desk.incidents import commanding, reporting
from frontdesk.desk.people import staff
from frontdesk.desk.rescues import calls, rescues, road
from frontdesk.desk.roll_calls import counting, reading
from frontdesk.desk.runs import runs
from frontdesk.domain.forgetting.customer import GONE
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.orders.order import OrderForm
from frontdesk.domain.parts.part import Needed
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.rescues.terms import RescueOutcome
from frontdesk.domain.retention.reasons import RetentionReason
from frontdesk.domain.retention.terms import Held, RecordClass
from frontdesk.domain.roll_calls.roll_call import Mark, Subject
from frontdesk.domain.values.clock import DAY, ManualClock, to_datetime

VISITOR, HURT = "访客魏巍", "魏巍手臂擦伤"


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    opened = open_desk("manager", "王芳")
    for name, post in {**PEOPLE, "赵六": Post.DIRECTOR}.items():
        staff.add(opened, name, post)
    return opened


def held(desk: Desk, kind: RecordClass) -> Held:
    return next(each for each in retention.shown(desk) if each.kind is kind)


def purged(desk: Desk, kind: RecordClass, before: date) -> None:
    asked = retention.purge(desk, kind, before).number
    desk.actor = Actor("manager", "赵六")
    approvals.sign(desk, asked)
    desk.actor = Actor("manager", "王芳")
    retention.purge(desk, kind, before)


def past(desk: Desk, kind: RecordClass) -> date:
    return held(desk, kind).past_before


def test_a_rescue_and_an_order_go_when_their_own_term_is_over(desk: Desk, clock: ManualClock, store: Path) -> None:
    rescue = calls.take(desk, FORM, PHONE, "13900017777").number
    order = orders.take(desk, OrderForm("高先生", clock.at + DAY), PHONE, (Needed("雨刮"),)).number
    still = calls.take(desk, FORM._replace(customer="还在路上"), "13911112222").number
    road.result(desk, rescue, RescueOutcome.CANCELLED, "自己走了")
    orders.withdraw(desk, order, "自己买到了")
    closed = to_datetime(clock.at).date()
    assert refusal(lambda: retention.purge(desk, RecordClass.RESCUES, closed)) is RetentionReason.KEPT_UNTIL
    clock.at += 1097 * DAY
    found = held(desk, RecordClass.RESCUES)
    assert (found.past, found.matters, held(desk, RecordClass.CASES).matters) == (2, 2, 0)
    purged(desk, RecordClass.RESCUES, past(desk, RecordClass.RESCUES))
    gone = rescues.shown(desk, rescue)
    assert (gone.form.customer, gone.form.symptom, gone.phone, gone.second) == ("", GONE, "", "")
    assert (orders.shown(desk, order).form.customer, orders.shown(desk, order).phone) == ("", "")
    assert rescues.shown(desk, still).form.customer == "还在路上"
    assert held(desk, RecordClass.RESCUES).matters == 0
    assert forgetting.leave_no_trace(desk)
    kept = store.read_bytes()
    assert not any(each.encode() in kept for each in ("高先生", PHONE, "自己买到了"))
    assert not compare(desk.connection, lambda done, of: None).found


def test_words_about_people_and_visitors_names_leave_an_incident(desk: Desk, clock: ManualClock, store: Path) -> None:
    number = reporting.report(desk, IncidentKind.INJURY, "workshop", words=HURT).number
    commanding.take(desk, number)
    run = runs.of_matter(desk, number)[-1]
    runs.skip(desk, number, run.to_do()[0].step.key, HURT)
    counting.start(desk, number)
    counting.add(desk, number, Subject.VISITOR, VISITOR)
    entry = next(each.key for each in reading.last_of(desk, number).entries if each.name == VISITOR)
    counting.mark(desk, number, entry, Mark.HURT, words=HURT)
    matters.close(desk, number, "已处理")
    clock.at += 1097 * DAY
    assert held(desk, RecordClass.INCIDENTS).matters == 0
    clock.at += 731 * DAY
    found = held(desk, RecordClass.INCIDENTS)
    assert (found.past, found.matters) == (1, 1)
    purged(desk, RecordClass.INCIDENTS, found.past_before)
    counted = reading.last_of(desk, number).entries
    assert "王芳" in {each.name for each in counted} and VISITOR not in {each.name for each in counted}
    assert held(desk, RecordClass.INCIDENTS).matters == 0
    assert forgetting.leave_no_trace(desk)
    kept = store.read_bytes()
    assert not any(each.encode() in kept for each in (VISITOR, HURT))
    assert not compare(desk.connection, lambda done, of: None).found
