"""An emergency order from the call to the goods: what is owed, refused, told anew, undone and forgotten (I10)."""

from collections.abc import Callable
from pathlib import Path

import pytest
from at_desk import MINUTE, refusal

from data.proof.tables import compare
from frontdesk.desk import forgetting, matters, orders, parts
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.messages import telling
from frontdesk.desk.people import staff
from frontdesk.desk.undo import undo
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.forgetting.customer import Customer
from frontdesk.domain.forgetting.reasons import ForgetReason
from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.messages.message import MessageState
from frontdesk.domain.orders.order import OrderForm, OrderOutcome, OrderStage
from frontdesk.domain.orders.reasons import OrderReason
from frontdesk.domain.parts.part import Needed, PartState
from frontdesk.domain.parts.reasons import PartReason
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.values.clock import DAY, HOUR, ManualClock
from frontdesk.domain.values.errors import Reason
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.reasons import ValueReason

PHONE = "13900018000"
GOODS = (Needed("雨刮", 2), Needed("机油"))


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    opened = open_desk("reception", "王芳")
    staff.add(opened, "王芳", Post.MANAGER, "")
    staff.add(opened, "陈静", Post.ADVISOR, "")
    opened.actor = Actor("reception", "陈静")
    return opened


def taken(desk: Desk, **other: object) -> int:
    form = OrderForm("高先生", desk.now() + DAY, Plate("苏E7K521"), "明天出车")._replace(**other)  # type: ignore[arg-type]
    return orders.take(desk, form, PHONE, GOODS).number


def owed(desk: Desk, number: int) -> dict[DueName, int]:
    """What is owed now, each with how many minutes are left."""
    dues = (due for due in matters.shown(desk, number).dues if due.is_running)
    return {due.name: (due.due_at - desk.now()) // MINUTE for due in dues}


def due(desk: Desk, number: int, name: DueName) -> Due:
    return next(each for each in matters.shown(desk, number).dues if each.name is name)


def call(desk: Desk, number: int) -> int:
    """The word that is still owed to the customer."""
    (said,) = [each for each in telling.of_matter(desk, number) if each.is_open]
    return said.id


def test_from_the_call_to_the_goods(desk: Desk, clock: ManualClock) -> None:
    number = taken(desk, until=clock.at + 3 * HOUR)
    assert (matters.shown(desk, number).title, owed(desk, number)) == ("雨刮 ×2, 机油 ×1", {DueName.ORDER_ANSWER: 180})
    orders.promise(desk, number, clock.at + 2 * HOUR, "两小时后")
    # The customer waits for that time only once they have heard it.
    assert (orders.shown(desk, number).stage, owed(desk, number)) == (OrderStage.TELL, {DueName.ORDER_ANSWER: 180})
    telling.told(desk, call(desk, number))
    assert (orders.shown(desk, number).stage, owed(desk, number)) == (OrderStage.FETCH, {DueName.ORDER_SUPPLY: 120})
    clock.at += HOUR
    orders.promise(desk, number, clock.at + 90 * MINUTE, "再等半小时", words="堵车")
    assert owed(desk, number) == {DueName.ORDER_TOLD: 60, DueName.ORDER_SUPPLY: 60}
    orders.promise(desk, number, clock.at + 2 * HOUR, "再等一小时", words="还堵")
    assert [each.state for each in telling.of_matter(desk, number)][1:] == [MessageState.WITHDRAWN, MessageState.OWED]
    telling.told(desk, call(desk, number))
    assert owed(desk, number) == {DueName.ORDER_SUPPLY: 120}
    clock.at += 30 * MINUTE
    orders.supply(desk, number)
    order = orders.shown(desk, number)
    assert (order.stage, order.outcome, order.matter.is_open) == (OrderStage.OVER, OrderOutcome.SUPPLIED, False)
    assert {part.state for part in order.goods} == {PartState.HANDED}
    assert not due(desk, number, DueName.ORDER_SUPPLY).is_missed(clock.at)
    assert due(desk, number, DueName.ORDER_SUPPLY).met_by == "陈静"


def test_it_is_answered_the_same_day(desk: Desk, clock: ManualClock) -> None:
    number = taken(desk)
    closes = clock.at + owed(desk, number)[DueName.ORDER_ANSWER] * MINUTE
    assert clock.at < closes < clock.at + DAY
    clock.at = closes + MINUTE
    handling.evaluate(desk)
    (prompt,) = desk.snapshot().escalations
    assert (prompt.kind, str(prompt.plan.stages[0].roles[0])) == (Kind.DUE_MISSED, "advisor")


@pytest.mark.parametrize(("told_after", "is_missed"), [(HOUR, False), (HOUR + 1, True)])
def test_another_time_is_told_before_the_old_one_passes(
    desk: Desk, clock: ManualClock, told_after: int, is_missed: bool
) -> None:
    number = taken(desk)
    orders.promise(desk, number, clock.at + HOUR, "", is_told=True)
    orders.promise(desk, number, clock.at + 3 * HOUR, "改到三小时后", words="堵车")
    clock.at += told_after
    telling.told(desk, call(desk, number))
    assert due(desk, number, DueName.ORDER_SUPPLY).is_missed(clock.at) is is_missed


def test_a_no_ends_it_once_the_customer_knows(desk: Desk, clock: ManualClock) -> None:
    number = taken(desk)
    orders.decline(desk, number, "没有货", words="停产")
    assert orders.shown(desk, number).stage is OrderStage.TELL
    telling.told(desk, call(desk, number))
    order = orders.shown(desk, number)
    assert (order.outcome, order.matter.is_open) == (OrderOutcome.DECLINED, False)
    assert {part.state for part in order.goods} == {PartState.CANCELLED}
    assert due(desk, number, DueName.ORDER_ANSWER).met_at == clock.at
    undo(desk)
    assert orders.shown(desk, number).stage is OrderStage.TELL
    orders.withdraw(desk, number, "自己买到了")
    assert not telling.of_matter(desk, number)[-1].is_open


Step = Callable[[Desk, int], object]


@pytest.mark.parametrize(
    ("step", "reason"),
    [
        (lambda d, _: taken(d, customer=" "), OrderReason.ORDER_FIELD),
        (lambda d, _: orders.take(d, OrderForm("高", d.now() + 1), "", GOODS), OrderReason.ORDER_FIELD),
        (lambda d, _: orders.take(d, OrderForm("高", d.now() + 1), PHONE, ()), OrderReason.ORDER_FIELD),
        (lambda d, _: orders.take(d, OrderForm("高", d.now() + 1), "12", GOODS), ValueReason.BAD_PHONE),
        (lambda d, _: orders.take(d, OrderForm("高", d.now() + 1), PHONE, (Needed("x", 0),)), PartReason.PART_NAME),
        (lambda d, _: taken(d, until=d.now()), OrderReason.ORDER_UNTIL),
        (lambda d, _: taken(d, until=d.now() + 367 * DAY), OrderReason.ORDER_UNTIL),
        (lambda d, n: orders.promise(d, n, d.now(), "x"), OrderReason.ORDER_PROMISE),
        (lambda d, n: orders.promise(d, n, d.now() + 367 * DAY, "x"), OrderReason.ORDER_PROMISE),
        (lambda d, n: orders.promise(d, n, d.now() + HOUR, "x", words="还是"), OrderReason.ORDER_SAME),
        (lambda d, n: orders.promise(d, n, d.now() + 2 * HOUR, "x"), OrderReason.ORDER_WHY),
        (lambda d, n: orders.decline(d, n, "x", words=" "), OrderReason.ORDER_WHY),
        (lambda d, n: orders.shown(d, n + 1), OrderReason.NO_ORDER),
    ],
)
def test_what_is_refused(desk: Desk, step: Step, reason: Reason) -> None:
    number = taken(desk)
    orders.promise(desk, number, desk.now() + HOUR, "", is_told=True)
    assert refusal(lambda: step(desk, number)) is reason


def test_what_its_maker_did_not_approve_is_not_supplied(desk: Desk, clock: ManualClock) -> None:
    number = taken(desk)
    part = orders.shown(desk, number).goods[0].id
    parts.order(desk, part, {"monitored": True, "eta": clock.at + 2 * HOUR})
    orders.promise(desk, number, clock.at + HOUR, "", is_told=True)
    assert [each.id for each in orders.shown(desk, number).late] == [part]
    assert refusal(lambda: orders.supply(desk, number)) is PartReason.NOT_RELEASED
    parts.order(desk, part, {"monitored": False})
    orders.supply(desk, number, operation="s1")
    assert orders.supply(desk, number, operation="s1").number == number
    assert refusal(lambda: orders.withdraw(desk, number)) is OrderReason.ORDER_OVER


def test_it_is_put_right_and_its_customer_is_forgotten(desk: Desk, store: Path) -> None:
    number = taken(desk)
    form = orders.shown(desk, number).form._replace(customer="高明")
    orders.change(desk, number, form, "13900019111")
    assert (orders.shown(desk, number).form.customer, orders.shown(desk, number).phone) == ("高明", "139****9111")
    orders.promise(desk, number, desk.now() + HOUR, "", words="给高明留着", is_told=True)
    desk.actor = Actor("reception", "王芳")
    customer = Customer(phone="13900019111")
    assert refusal(lambda: forgetting.forget(desk, customer)) is ForgetReason.MATTERS_OPEN
    orders.supply(desk, number, "高明取走")
    forgetting.forget(desk, customer)
    order = orders.shown(desk, number)
    assert (order.form.customer, order.phone, order.matter.title) == ("", "", "雨刮 ×2, 机油 ×1")
    assert forgetting.leave_no_trace(desk)
    assert "高明".encode() not in store.read_bytes()
    assert not compare(desk.connection, lambda done, of: None).found
