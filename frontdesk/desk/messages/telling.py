"""Telling: what a person says came of a message, one command for each answer (P2, P4, S5)."""

from data import policy as policies
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.messages import messages, routes, wishes
from data.people import phones
from frontdesk.desk import what_follows
from frontdesk.desk.desk import Desk
from frontdesk.desk.owing import is_text, owe, quiet_hours
from frontdesk.desk.people.duty import check_at_desk, check_manages
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.events import MessageEvent
from frontdesk.domain.messages.message import Audience, Channel, Message, MessageState, ToTell, TryResult
from frontdesk.domain.messages.reasons import MessageReason
from frontdesk.domain.messages.rules import MessageAct, check_act, check_in_time, check_release
from frontdesk.domain.messages.times import after_no_answer, first_try
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.phones import parse_phone
from frontdesk.domain.values.text import whole_words


def listed(desk: Desk, *, only_open: bool = True) -> tuple[Message, ...]:
    """Return the messages that somebody still has to be told, in that order; or all of them, the newest first."""
    return desk.read(lambda connection: messages.listed(connection, only_open=only_open))


def every(desk: Desk) -> tuple[Message, ...]:
    """Return the messages that are still to be told, in that order, then the others, the newest first."""

    def question(connection: Connection) -> tuple[Message, ...]:
        ended = (each for each in messages.listed(connection, only_open=False) if not each.is_open)
        return (*messages.listed(connection, only_open=True), *ended)

    return desk.read(question)


def shown(desk: Desk, number: int) -> Message:
    """Return one message with its tries. Raises `Refused(NO_MESSAGE)`."""
    return desk.read(lambda connection: messages.get(connection, number))


def of_matter(desk: Desk, matter: int) -> tuple[Message, ...]:
    """Return the messages of a matter with their tries, oldest first."""
    return desk.read(lambda connection: messages.of_matter(connection, matter))


def add(desk: Desk, said: ToTell, operation: str | None = None) -> Result:
    """Owe somebody a word that no other command owes. Raises `Refused`: TO_NOBODY, NUMBERLESS, and as `owe`."""

    def body(transaction: Transaction) -> Result:
        return _result(MessageEvent.OWE, messages.get(transaction.connection, put(transaction, said)))

    return desk.do(body, operation)


def put(transaction: Transaction, said: ToTell) -> int:
    """Owe a word as whoever stands at the desk; return its number. Raises `Refused` as `add`."""
    check_at_desk(transaction)
    has_number = bool(said.phone.strip() or said.phone_id)
    if not (has_number or said.name.strip() or said.plate or said.matter):
        raise Refused(MessageReason.TO_NOBODY)
    if is_text(said.channel) and not has_number:
        raise Refused(MessageReason.NUMBERLESS)
    return owe(transaction, said)


def release(desk: Desk, number: int, operation: str | None = None) -> Result:
    """Let a drafted text go out. Raises `Refused`: NO_MESSAGE, MESSAGE_EXPIRED, NUMBERLESS, NO_TEXTS_WANTED, state."""

    def body(transaction: Transaction) -> Result:
        connection, now = transaction.connection, transaction.now
        message = messages.get(connection, number)
        check_at_desk(transaction)
        check_release(message, now, no_texts=wishes.of_phone(connection, message.phone_id).no_texts)
        at = first_try(now, message.not_before, quiet_hours(connection), is_urgent=message.is_urgent)
        messages.change(transaction, message, {"state": MessageState.OWED, "try_at": at})
        return _result(MessageEvent.RELEASE, message)

    return desk.do(body, operation)


def told(desk: Desk, number: int, words: str = "", operation: str | None = None) -> Result:
    """Somebody heard it. Raises `Refused`: NO_MESSAGE, and by its state."""
    return _ended(desk, number, MessageAct.TOLD, words, operation)


def refused(desk: Desk, number: int, words: str = "", operation: str | None = None) -> Result:
    """Whoever was to be told does not want to hear it. Raises `Refused`: NO_MESSAGE, and by its state."""
    return _ended(desk, number, MessageAct.REFUSED, words, operation)


def withdraw(desk: Desk, number: int, why: str, operation: str | None = None) -> Result:
    """It is not told any more; say why. Raises `Refused`: NO_MESSAGE, MESSAGE_WHY, and by its state."""
    return _ended(desk, number, MessageAct.WITHDRAW, why, operation)


def not_reached(desk: Desk, number: int, why: str, operation: str | None = None) -> Result:
    """Leave it at that, as whoever runs the service. Raises `Refused`: NO_MESSAGE, MESSAGE_WHY, and by its state."""
    return _ended(desk, number, MessageAct.NOT_REACHED, why, operation)


def no_answer(desk: Desk, number: int, words: str = "", operation: str | None = None) -> Result:
    """Nobody answered: it is tried again later, and after the third time it goes to the manager."""
    said = whole_words(words)

    def body(transaction: Transaction) -> Result:
        message = messages.get(transaction.connection, number)
        check_at_desk(transaction)
        check_act(message, MessageAct.NO_ANSWER)
        check_in_time(number, message.expires_at, transaction.now)
        messages.add_try(transaction, message, TryResult.NO_ANSWER, said)
        tries, policy = message.count_tries + 1, policies.current(transaction.connection)
        quiet = quiet_hours(transaction.connection)
        again = after_no_answer(tries, transaction.now, policy, quiet, is_urgent=message.is_urgent)
        values: Row = {"tries": tries, "try_at": transaction.now if again is None else again}
        values["state"] = MessageState.NOT_REACHED if again is None else MessageState.OWED
        messages.change(transaction, message, values)
        return _result(MessageEvent.NO_ANSWER, message)

    return desk.do(body, operation)


def wrong_number(desk: Desk, number: int, words: str = "", operation: str | None = None) -> Result:
    """It is somebody else's number: whoever runs the service finds another way."""
    said = whole_words(words)

    def body(transaction: Transaction) -> Result:
        message = messages.get(transaction.connection, number)
        check_at_desk(transaction)
        check_act(message, MessageAct.WRONG_NUMBER)
        messages.add_try(transaction, message, TryResult.WRONG_NUMBER, said)
        values: Row = {"tries": message.count_tries + 1, "try_at": transaction.now}
        messages.change(transaction, message, {**values, "state": MessageState.NOT_REACHED})
        return _result(MessageEvent.WRONG_NUMBER, message)

    return desk.do(body, operation)


def again(
    desk: Desk, number: int, *, phone: str = "", channel: str = Channel.PHONE, operation: str | None = None
) -> Result:
    """Try another way: another number, another channel, or once more. Its tries begin anew.

    A draft that stays a text still waits for somebody to release it.

    Raises `Refused`: NO_MESSAGE, NO_PHONE, NO_TEXTS_WANTED, NO_ROUTE, and by its state.
    """
    typed = parse_phone(phone)

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        message = messages.get(connection, number)
        check_at_desk(transaction)
        check_act(message, MessageAct.AGAIN)
        phone_id = phones.keep(connection, typed) if typed else message.phone_id
        _check_way(transaction, message, phone_id, channel)
        at = first_try(transaction.now, None, quiet_hours(connection), is_urgent=message.is_urgent)
        still = message.state is MessageState.DRAFTED and is_text(channel)
        state = MessageState.DRAFTED if still else MessageState.OWED
        values: Row = {"state": state, "try_at": at, "tries": 0, "channel": channel, "phone_id": phone_id}
        if message.state is MessageState.EXPIRED:
            # Whoever tries again knows that it is late.
            values["expires_at"] = None
        messages.change(transaction, message, values)
        return _result(MessageEvent.AGAIN, message)

    return desk.do(body, operation)


def _check_way(transaction: Transaction, message: Message, phone_id: int | None, channel: str) -> None:
    if channel != Channel.IN_PERSON and phone_id is None and message.audience is not Audience.STAFF:
        raise Refused(MessageReason.NO_PHONE, number=message.id)
    if not is_text(channel):
        return
    if wishes.of_phone(transaction.connection, phone_id).no_texts:
        raise Refused(MessageReason.NO_TEXTS_WANTED, number=message.id, name=message.name)
    if message.audience is not Audience.STAFF and not routes.of(transaction.connection, channel):
        raise Refused(MessageReason.NO_ROUTE, text=channel)


_ENDS = {
    MessageAct.TOLD: (MessageState.TOLD, TryResult.TOLD, MessageEvent.TOLD),
    MessageAct.REFUSED: (MessageState.REFUSED, TryResult.REFUSED, MessageEvent.REFUSED),
    MessageAct.WITHDRAW: (MessageState.WITHDRAWN, TryResult.WITHDRAWN, MessageEvent.WITHDRAW),
    MessageAct.NOT_REACHED: (MessageState.NOT_REACHED, TryResult.NOT_REACHED, MessageEvent.NOT_REACHED),
}


def _ended(desk: Desk, number: int, act: MessageAct, words: str, operation: str | None) -> Result:
    said = whole_words(words)
    state, result, event = _ENDS[act]

    def body(transaction: Transaction) -> Result:
        message = messages.get(transaction.connection, number)
        if act is MessageAct.NOT_REACHED:
            check_manages(transaction)
        else:
            check_at_desk(transaction)
        check_act(message, act)
        if act in {MessageAct.WITHDRAW, MessageAct.NOT_REACHED} and not said:
            raise Refused(MessageReason.MESSAGE_WHY, number=number)
        messages.add_try(transaction, message, result, said)
        messages.end(transaction, message, state)
        if act is MessageAct.TOLD:
            what_follows.told(transaction, message)
        return _result(event, message)

    return desk.do(body, operation)


def _result(event: MessageEvent, message: Message) -> Result:
    return Result(event, message.plate, number=message.id, facts={"purpose": message.purpose})


def show_phone(desk: Desk, number: int, operation: str | None = None) -> str:
    """Return the number in full that is to be rung up, and record the request and who made it (C10).

    Raises `Refused`: NO_MESSAGE, NO_PHONE.
    """

    def body(transaction: Transaction) -> Result:
        message = messages.get(transaction.connection, number)
        if not message.phone:
            raise Refused(MessageReason.NO_PHONE, number=number)
        return _result(MessageEvent.SHOW_PHONE, message)

    desk.do(body, operation)
    return desk.read(lambda connection: phones.in_full(connection, messages.get(connection, number).phone_id))
