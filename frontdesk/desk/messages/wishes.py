"""What whoever has a number wishes: no texts, no surveys, when and how they like to be reached best."""

from data.engine.transaction import Row, Transaction
from data.messages import messages, wishes
from data.people import phones
from frontdesk.desk.desk import Desk
from frontdesk.desk.owing import quiet_hours
from frontdesk.desk.people.duty import check_at_desk
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.events import MessageEvent
from frontdesk.domain.messages.message import Channel, MessageState, Wishes
from frontdesk.domain.messages.reasons import MessageReason
from frontdesk.domain.messages.times import first_try
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.phones import parse_phone
from frontdesk.domain.values.text import whole_line


def of_number(desk: Desk, phone: str) -> Wishes:
    """Return what whoever has a number wishes."""
    number = parse_phone(phone)
    return desk.read(lambda connection: wishes.of_number(connection, number))


def no_texts(desk: Desk, number: int, operation: str | None = None) -> Result:
    """Note that whoever a message goes to wants no texts. Raises `Refused`: NO_MESSAGE, NO_PHONE."""

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        message = messages.get(transaction.connection, number)
        phone = phones.in_full(transaction.connection, message.phone_id)
        if not phone:
            raise Refused(MessageReason.NO_PHONE, number=number)
        wished = wishes.of_number(transaction.connection, phone)._replace(no_texts=True)
        _ring_up_instead(transaction, phone)
        return Result(MessageEvent.WISH, number=wishes.put(transaction, phone, wished))

    return desk.do(body, operation)


def note(
    desk: Desk, phone: str, operation: str | None = None, *,
    no_texts: bool | None = None, no_survey: bool | None = None, prefers: str | None = None,
) -> Result:  # fmt: skip
    """Note what whoever has a number wishes; what is not said stays. Raises `Refused`: NO_WISH, BAD_PHONE."""
    number = parse_phone(phone)
    said = None if prefers is None else whole_line(prefers)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        if not number or (no_texts is None and no_survey is None and said is None):
            raise Refused(MessageReason.NO_WISH)
        kept = wishes.of_number(transaction.connection, number)
        wished = Wishes(
            kept.no_texts if no_texts is None else no_texts,
            kept.no_survey if no_survey is None else no_survey,
            kept.prefers if said is None else said,
        )
        if no_texts:
            _ring_up_instead(transaction, number)
        return Result(MessageEvent.WISH, number=wishes.put(transaction, number, wished))

    return desk.do(body, operation)


def _ring_up_instead(transaction: Transaction, number: str) -> None:
    """What waits as a text for whoever has a number becomes a call, as a new one would."""
    quiet = quiet_hours(transaction.connection)
    for message in messages.texts_to(transaction.connection, number):
        at = first_try(transaction.now, message.not_before, quiet, is_urgent=message.is_urgent)
        values: Row = {"state": MessageState.OWED, "channel": Channel.PHONE, "try_at": at, "tries": 0}
        messages.change(transaction, message, values)
