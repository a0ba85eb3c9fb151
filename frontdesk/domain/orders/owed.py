"""What is owed to a customer who ordered something: an answer the same day, word of any other time, the goods (I10)."""

from collections.abc import Iterator

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.owed import Moves, Owed
from frontdesk.domain.orders.order import Order, OrderOutcome, OrderStage

DUES = (DueName.ORDER_ANSWER, DueName.ORDER_TOLD, DueName.ORDER_SUPPLY)


def owed(order: Order, hours: OpeningHours) -> Iterator[Owed]:
    """Return everything that is owed for an order as it stands.

    An answer is owed before the store closes that day, and before the goods are needed.
    """
    if order.stage is OrderStage.OVER:
        return
    known, answer = order.known, order.answer
    if known is None:
        by = min(hours.same_day(order.called_at), order.form.until)
        yield Owed(DueName.ORDER_ANSWER, by, order.taken_by)
    elif answer is not None and answer.told_at is None:
        # Another time is told before the one they wait for passes.
        by = hours.same_day(answer.at)
        by = by if known.becomes is None else min(by, known.becomes)
        yield Owed(DueName.ORDER_TOLD, by, order.taken_by, Moves.SOONER)
    if known is not None and known.becomes is not None:
        yield Owed(DueName.ORDER_SUPPLY, known.becomes, order.taken_by, Moves.PUT_OFF)


def done(order: Order) -> frozenset[DueName]:
    """Return what of it is done; what else is owed no more was given up."""
    is_supplied = order.outcome is OrderOutcome.SUPPLIED
    is_told = order.answer is not None and order.answer.told_at is not None
    so = {
        DueName.ORDER_ANSWER: is_supplied or order.known is not None,
        DueName.ORDER_TOLD: is_told,
        DueName.ORDER_SUPPLY: is_supplied,
    }
    return frozenset(name for name, is_so in so.items() if is_so)
