"""An emergency order: goods a customer needs of a sudden, what they were answered, and what came of it (I10)."""

from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.matters.moved import FARTHEST
from frontdesk.domain.orders.reasons import OrderReason
from frontdesk.domain.parts.part import PartOrder
from frontdesk.domain.values.clock import MINUTE, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import NO_PLATE, Plate

NOT_SAID: Millis = 0
"""By when, where that was not said."""


class OrderStage(StrEnum):
    """How far an order is; it follows from what was done and is never typed."""

    ANSWER = "order_answer"
    """The customer waits for an answer."""
    TELL = "order_tell"
    """There is an answer that the customer does not know yet."""
    FETCH = "order_fetch"
    """The customer knows when it comes."""
    OVER = "order_over"


class OrderOutcome(StrEnum):
    """How an order ended."""

    SUPPLIED = "order_supplied"
    DECLINED = "order_declined"
    """The customer was told why it cannot be supplied."""
    WITHDRAWN = "order_withdrawn"


class OrderForm(NamedTuple):
    """Who needs it, for which car where there is one, by when, and what for."""

    customer: str
    until: Millis
    plate: Plate = NO_PLATE
    why: str = ""


class Answer(NamedTuple):
    """What the customer is answered: when it comes, or why it does not."""

    id: int
    at: Millis
    who: str
    becomes: Millis | None
    """When it is theirs; None: it cannot be supplied."""
    words: str
    told_at: Millis | None


class Order(NamedTuple):
    """One order; the goods are parts that are fetched for its matter."""

    matter: Matter
    form: OrderForm
    called_at: Millis
    taken_by: str
    phone_id: int | None
    phone: str
    """Masked."""
    ended_at: Millis | None
    outcome: OrderOutcome | None
    result_words: str
    answers: tuple[Answer, ...]
    goods: tuple[PartOrder, ...]

    @property
    def id(self) -> int:
        """Its number, that of the matter."""
        return self.matter.id

    @property
    def answer(self) -> Answer | None:
        """What they are answered, as it was said last."""
        return self.answers[-1] if self.answers else None

    @property
    def known(self) -> Answer | None:
        """The last answer that the customer knows."""
        return next((each for each in reversed(self.answers) if each.told_at is not None), None)

    @property
    def missing(self) -> tuple[PartOrder, ...]:
        """The goods that were not handed out."""
        return tuple(part for part in self.goods if part.is_open)

    @property
    def late(self) -> tuple[PartOrder, ...]:
        """The goods that come after the time that was answered last."""
        becomes = self.answer.becomes if self.answer else None
        return tuple(part for part in self.missing if becomes is not None and part.eta and part.eta > becomes)

    @property
    def stage(self) -> OrderStage:
        """How far it is."""
        if self.outcome is not None or not self.matter.is_open:
            return OrderStage.OVER
        if self.answer is None:
            return OrderStage.ANSWER
        return OrderStage.TELL if self.answer.told_at is None else OrderStage.FETCH


def check_form(form: OrderForm, now: Millis, goods: Collection[object], *, has_phone: bool) -> None:
    """Check that an order says who, which number, what, and by when. Raises `Refused`: ORDER_FIELD, ORDER_UNTIL."""
    for field, is_said in {"customer": form.customer, "phone": has_phone, "goods": goods, "until": form.until}.items():
        if not is_said:
            raise Refused(OrderReason.ORDER_FIELD, field=field)
    if not now < form.until <= now + FARTHEST:
        raise Refused(OrderReason.ORDER_UNTIL, at=form.until, now=now)


def check_open(order: Order) -> None:
    """Check that it is not over. Raises `Refused(ORDER_OVER)`."""
    if order.stage is OrderStage.OVER:
        raise Refused(OrderReason.ORDER_OVER, number=order.id)


def check_promise(order: Order, at: Millis, now: Millis, why: str) -> None:
    """Check a time to promise; another one than the customer waits for says why.

    Raises `Refused`: ORDER_PROMISE, ORDER_SAME, ORDER_WHY.
    """
    if not now < at <= now + FARTHEST:
        raise Refused(OrderReason.ORDER_PROMISE, at=at, now=now)
    said = order.answer.becomes if order.answer else None
    if said is not None and said // MINUTE == at // MINUTE:
        raise Refused(OrderReason.ORDER_SAME, at=at)
    known = order.known
    if known is not None and known.becomes is not None and at > known.becomes and not why:
        raise Refused(OrderReason.ORDER_WHY)
