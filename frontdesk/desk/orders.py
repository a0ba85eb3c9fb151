"""A customer's sudden need of goods: taken, answered with a time or a no, told, supplied (I10)."""

from collections.abc import Callable
from dataclasses import replace

from data import orders, parts
from data import policy as policies
from data.engine.transaction import Row, Transaction
from data.matters import matters
from data.people import phones
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings
from frontdesk.desk.owing import owe, withdraw_about
from frontdesk.desk.people.duty import check_at_desk
from frontdesk.desk.standing_dues import bring_to
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.messages.message import Message, Purpose, ToTell
from frontdesk.domain.orders import owed as rules
from frontdesk.domain.orders.events import OrderEvent
from frontdesk.domain.orders.order import (
    Order,
    OrderForm,
    OrderOutcome,
    check_form,
    check_open,
    check_promise,
)
from frontdesk.domain.orders.reasons import OrderReason
from frontdesk.domain.parts.part import Needed, PartState, Source, check_step, check_what
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.phones import parse_phone
from frontdesk.domain.values.text import clean_line, whole_line, whole_words

ABOUT = "order:{}"
"""What the word to the customer is about."""
Change = Callable[[Transaction, Order], Result]


def newest(desk: Desk) -> tuple[Order, ...]:
    """Return the newest orders, newest first."""
    return desk.read(orders.newest)


def shown(desk: Desk, number: int) -> Order:
    """Return one order. Raises `Refused(NO_ORDER)`."""
    return desk.read(lambda connection: orders.get(connection, number))


def show_phone(desk: Desk, number: int, operation: str | None = None) -> str:
    """Return the customer's number in full, and record the request and who made it (I10, C10).

    Raises `Refused(NO_ORDER)`.
    """

    def body(transaction: Transaction) -> Result:
        return Result(OrderEvent.SHOW_PHONE, orders.get(transaction.connection, number).form.plate, number=number)

    desk.do(body, operation)
    return desk.read(lambda connection: phones.in_full(connection, orders.get(connection, number).phone_id))


def take(
    desk: Desk, form: OrderForm, phone: str, goods: tuple[Needed, ...], operation: str | None = None
) -> Result:  # fmt: skip
    """Put an order on record; the customer is owed an answer the same day.

    Raises `Refused`: ORDER_FIELD, ORDER_UNTIL, BAD_PHONE, PART_NAME.
    """
    said, number = _clean(form), parse_phone(phone)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        check_form(said, transaction.now, goods, has_phone=bool(number))
        for each in goods:
            check_what(each.name, each.quantity)
        title = clean_line(", ".join(f"{each.name} ×{each.quantity}" for each in goods))
        row: Row = {"called_at": transaction.now, "taken_by": transaction.actor.who}
        row["phone_id"] = phones.keep(transaction.connection, number)
        opened = orders.open_one(transaction, title, said, row)
        for each in goods:
            parts.ask(transaction, opened, {"name": each.name, "quantity": each.quantity, "source": Source.STOCK})
        _settle(transaction, opened)
        return Result(OrderEvent.TAKE, said.plate, number=opened)

    return desk.do(body, operation)


def change(desk: Desk, number: int, form: OrderForm, phone: str = "", operation: str | None = None) -> Result:
    """Put right what was written down; a number that is not typed stays. Raises `Refused` as `take`, and ORDER_OVER."""
    said, typed = _clean(form), parse_phone(phone)

    def body(transaction: Transaction, order: Order) -> Result:
        is_same = said.until == order.form.until
        check_form(said, order.called_at if is_same else transaction.now, order.goods, has_phone=True)
        row: Row = dict(said._asdict())
        if typed:
            row["phone_id"] = phones.keep(transaction.connection, typed)
        orders.change(transaction, order, row)
        return Result(OrderEvent.CHANGE)

    return _on_order(desk, number, body, operation)


def promise(
    desk: Desk, number: int, becomes: Millis, tell: str, *,
    words: str = "", is_told: bool = False, operation: str | None = None,
) -> Result:  # fmt: skip
    """Answer the customer when it is theirs, or that it is so at another time.

    `is_told`: they heard it just now; otherwise they are owed the words `tell`. Raises `Refused` as `check_promise`.
    """
    said = whole_words(words)

    def body(transaction: Transaction, order: Order) -> Result:
        check_promise(order, becomes, transaction.now, said)
        _answer(transaction, order, becomes, said, "" if is_told else tell)
        return Result(OrderEvent.PROMISE, facts={"eta": becomes})

    return _on_order(desk, number, body, operation)


def decline(
    desk: Desk, number: int, tell: str, *, words: str, is_told: bool = False, operation: str | None = None
) -> Result:
    """Answer that it cannot be supplied, and why; once they know, it is over. Raises `Refused(ORDER_WHY)`."""
    said = whole_words(words)

    def body(transaction: Transaction, order: Order) -> Result:
        if not said:
            raise Refused(OrderReason.ORDER_WHY)
        _answer(transaction, order, None, said, "" if is_told else tell)
        return Result(OrderEvent.DECLINE)

    return _on_order(desk, number, body, operation)


def supply(desk: Desk, number: int, words: str = "", operation: str | None = None) -> Result:
    """The customer has the goods: what was not handed out is now. Raises `Refused`: NOT_RELEASED (R9)."""
    said = whole_words(words)

    def body(transaction: Transaction, order: Order) -> Result:
        for part in order.missing:
            check_step(part, PartState.HANDED)
            parts.change(transaction, part, {"state": PartState.HANDED})
        _end(transaction, order, OrderOutcome.SUPPLIED, said)
        return Result(OrderEvent.SUPPLY)

    return _on_order(desk, number, body, operation)


def withdraw(desk: Desk, number: int, words: str = "", operation: str | None = None) -> Result:
    """The customer does not want it any more."""
    said = whole_words(words)

    def body(transaction: Transaction, order: Order) -> Result:
        _end(transaction, order, OrderOutcome.WITHDRAWN, said)
        return Result(OrderEvent.WITHDRAW)

    return _on_order(desk, number, body, operation)


def told(transaction: Transaction, message: Message) -> None:
    """The customer heard the answer: from now on they wait for that time, or know that it does not come."""
    if message.matter is not None and message.about == ABOUT.format(message.matter):
        _heard(transaction, message.matter)


def _answer(transaction: Transaction, order: Order, becomes: Millis | None, words: str, tell: str) -> None:
    orders.answer(transaction, order.id, becomes, words)
    withdraw_about(transaction, ABOUT.format(order.id))
    if not tell:
        _heard(transaction, order.id)
        return
    form = order.form
    said = ToTell(Purpose.ORDER, tell, name=form.customer, plate=form.plate, phone_id=order.phone_id, matter=order.id)
    owe(transaction, said._replace(about=ABOUT.format(order.id)))


def _heard(transaction: Transaction, number: int) -> None:
    order = orders.get(transaction.connection, number)
    if order.answer is None or order.answer.told_at is not None or order.outcome is not None:
        return
    orders.told(transaction, order.answer)
    _settle(transaction, number)
    if order.answer.becomes is None:
        _end(transaction, order, OrderOutcome.DECLINED, "")


def _end(transaction: Transaction, order: Order, outcome: OrderOutcome, words: str) -> None:
    """It ended so: nobody is told any more when it comes, and nothing is fetched for it."""
    orders.change(
        transaction, order, {"outcome": outcome, "ended_at": transaction.now, "result_words": words}
    )  # fmt: skip
    withdraw_about(transaction, ABOUT.format(order.id))
    for part in parts.of(transaction.connection, [order.id]).get(order.id, ()):
        if part.is_open:
            parts.change(transaction, part, {"state": PartState.CANCELLED})
    _settle(transaction, order.id)
    matters.close(transaction, order.id, Outcome.DONE)


def _settle(transaction: Transaction, number: int) -> None:
    order = orders.get(transaction.connection, number)
    hours = OpeningHours.of(policies.current(transaction.connection))
    bring_to(transaction, order.matter, rules.owed(order, hours), among=rules.DUES, done=rules.done(order))


def _on_order(desk: Desk, number: int, change: Change, operation: str | None) -> Result:
    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        crossings.note_crossings(transaction, transaction.now)
        order = orders.get(transaction.connection, number)
        check_open(order)
        result = change(transaction, order)
        after = orders.get(transaction.connection, number)
        if after.matter.is_open:
            _settle(transaction, number)
        crossings.note_ends(transaction, transaction.now)
        return replace(result, plate=after.form.plate, number=number)

    return desk.do(body, operation)


def _clean(form: OrderForm) -> OrderForm:
    return form._replace(customer=whole_line(form.customer, NAME_LIMIT), why=whole_words(form.why))
