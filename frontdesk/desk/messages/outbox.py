"""What programs send: a try is claimed before it is made and written down after it; in between it is uncertain."""

from typing import NamedTuple

from data import policy as policies
from data.engine.transaction import Row, Transaction
from data.escalations import escalations
from data.messages import calls, messages, outbox, routes, wishes
from data.people import phones
from frontdesk.desk.desk import Desk
from frontdesk.desk.owing import LEVEL, quiet_hours
from frontdesk.domain.escalations.terms import Kind, State
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.call import Call
from frontdesk.domain.messages.delivery import JOINED_WITHIN, MOST_AN_HOUR, Answer, Delivery
from frontdesk.domain.messages.events import MessageEvent
from frontdesk.domain.messages.message import Audience, Channel, Message, MessageState, TryResult
from frontdesk.domain.messages.times import LEASE, after_failure
from frontdesk.domain.values.clock import HOUR, Millis


class Claimed(NamedTuple):
    """What one sender has taken on: the messages that go out as one text, with what is read at this very moment."""

    route: str
    """The channel as the settings name it: `wecom:store`, `folder:/srv/sms`."""
    messages: tuple[Message, ...]
    calls: tuple[Call, ...]
    """Of calls: what they are about, in the same order."""
    phone: str
    store: str
    at: Millis


def waiting(desk: Desk) -> tuple[str, ...]:
    """Return the channels for which something is due now, each as a message names it."""
    now = desk.now()
    return desk.read(lambda connection: outbox.channels_due(connection, now))


def next_at(desk: Desk) -> Millis | None:
    """Return when the next text is due."""
    return desk.read(messages.sends_at)


def set_routes(desk: Desk, said: routes.Routes) -> bool:
    """Keep what goes where, for those who owe messages; return whether that is new."""
    return routes.put(desk.connection, said)


def last_try(desk: Desk, channel: str) -> tuple[Millis, TryResult, str] | None:
    """Return when a channel, or a kind of text, was tried last, what came of it, and what was answered."""
    found = desk.read(lambda connection: outbox.last_try(connection, channel))
    return None if found is None else (found[0], TryResult(found[1]), found[2])


def claim(desk: Desk, channel: str) -> Claimed | None:
    """Take on what is due for a channel: one text to a customer, or all calls that are due within some seconds.

    None where nothing is due any more, because somebody else was first, or it is not wanted any more.
    """
    taken: list[Claimed] = []

    def body(transaction: Transaction) -> Result | None:
        due = outbox.due(transaction.connection, channel, transaction.now, JOINED_WITHIN)
        wanted = tuple(message for message in due if _is_wanted(transaction, message))
        if not wanted:
            return Result(MessageEvent.PASSED, number=len(due)) if due else None
        staff = wanted[0].audience is Audience.STAFF
        # Nobody waits to hear of an incident because much was sent before.
        waits = staff and not any(message.text == Kind.INCIDENT for message in wanted)
        if waits and outbox.sent_since(transaction.connection, channel, transaction.now - HOUR) >= MOST_AN_HOUR:
            for message in wanted:
                # It is looked at again in a minute, together with whatever has come by then.
                messages.change(transaction, message, {"try_at": transaction.now + LEASE})
            return Result(MessageEvent.PASSED, number=len(wanted))
        # Calls go out as one text, which is made of them; whatever has words of its own goes alone.
        are_calls = staff and wanted[0].escalation is not None
        batch = tuple(each for each in wanted if each.escalation is not None) if are_calls else wanted[:1]
        for message in batch:
            values: Row = {"state": MessageState.SENDING, "try_at": transaction.now + LEASE}
            messages.change(transaction, message, values)
        taken.append(_claimed(transaction, channel, batch))
        return Result(MessageEvent.CLAIM, number=batch[0].id, facts={"count": len(batch)})

    desk.do_if(body)
    return taken[-1] if taken else None


def _is_wanted(transaction: Transaction, message: Message) -> bool:
    """Whether a message is still to go out as a text; a call that is answered is not, nor a text that is unwanted."""
    if message.escalation is not None:
        if escalations.get(transaction.connection, message.escalation).cleared_at is None:
            return True
        messages.end(transaction, message, MessageState.WITHDRAWN)
        return False
    if message.audience is not Audience.STAFF and not message.phone:
        messages.change(transaction, message, {"channel": Channel.IN_PERSON})
        return False
    if wishes.of_phone(transaction.connection, message.phone_id).no_texts:
        messages.change(transaction, message, {"channel": Channel.PHONE})
        return False
    return True


def _claimed(transaction: Transaction, channel: str, batch: tuple[Message, ...]) -> Claimed:
    connection, first = transaction.connection, batch[0]
    of_text = first.audience is not Audience.STAFF
    route = next(iter(routes.of(connection, channel)), "") if of_text else channel
    numbers = (each.escalation for each in batch if each.escalation is not None)
    about = tuple(calls.about(connection, escalations.get(connection, number)) for number in numbers)
    phone = phones.in_full(connection, first.phone_id) if of_text else ""
    return Claimed(route, batch, about, phone, policies.current(connection).store_name, transaction.now)


def note(desk: Desk, claimed: Claimed, delivery: Delivery) -> Result:
    """Write down what came of a try. A call that is given up brings the next stage of the chain at once."""

    def body(transaction: Transaction) -> Result:
        for message in claimed.messages:
            _note(transaction, messages.get(transaction.connection, message.id), claimed, delivery)
        return Result(MessageEvent.TRIED, number=claimed.messages[0].id, facts={"answer": delivery.answer})

    return desk.do(body)


_RESULTS = {
    Answer.SENT: TryResult.SENT,
    Answer.LATER: TryResult.FAILED,
    Answer.REFUSED: TryResult.FAILED,
    Answer.UNCERTAIN: TryResult.UNCERTAIN,
}


def _note(transaction: Transaction, message: Message, claimed: Claimed, delivery: Delivery) -> None:
    is_ours = message.state is MessageState.SENDING and message.try_at == claimed.at + LEASE
    messages.add_try(transaction, message, _RESULTS[delivery.answer], receipt=delivery.receipt)
    if not message.is_open or not (is_ours or message.state in {MessageState.UNCERTAIN, MessageState.OWED}):
        return
    if delivery.answer is Answer.SENT:
        messages.end(transaction, message, MessageState.SENT)
    elif is_ours:
        _failed(transaction, message, delivery.answer)


def _failed(transaction: Transaction, message: Message, answer: Answer) -> None:
    """Try again later where that makes sense: a customer is rather asked than told twice."""
    tries, is_call = message.count_tries + 1, message.audience is Audience.STAFF
    again: Millis | None = None
    if answer is Answer.LATER or (answer is Answer.UNCERTAIN and is_call):
        again = after_failure(tries, transaction.now)
        if again is not None and not message.is_urgent and not is_call:
            again = quiet_hours(transaction.connection).over(again)
    values: Row = {"tries": tries, "try_at": transaction.now if again is None else again}
    if again is None:
        state = MessageState.UNCERTAIN if answer is Answer.UNCERTAIN else MessageState.FAILED
        messages.change(transaction, message, {**values, "state": state})
        if is_call:
            _next_stage(transaction, message)
    else:
        messages.change(transaction, message, {**values, "state": MessageState.OWED})


def _next_stage(transaction: Transaction, message: Message) -> None:
    """Whoever was called does not hear it: the next stage is due now, where the chain still stands at this one."""
    if message.escalation is None:
        return
    escalation = escalations.get(transaction.connection, message.escalation)
    level = escalation.level
    if escalation.state is not State.RAISED or message.about != f"{LEVEL}{level}" or level >= escalation.plan.top:
        return
    based_at = transaction.now - escalation.plan.stage(level + 1).after
    escalations.change(transaction, escalation, {"based_at": min(based_at, escalation.based_at)})
