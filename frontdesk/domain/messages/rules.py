"""What may be done with a message, by how far it has come."""

from enum import StrEnum

from frontdesk.domain.messages.message import TROUBLED, WAITING, Channel, Message, MessageState
from frontdesk.domain.messages.reasons import MessageReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused


class MessageAct(StrEnum):
    """What a person can do with a message."""

    RELEASE = "release"
    TOLD = "told"
    NO_ANSWER = "no_answer"
    REFUSED = "refused"
    WRONG_NUMBER = "wrong_number"
    AGAIN = "again"
    NOT_REACHED = "not_reached"
    WITHDRAW = "withdraw"


_FROM = {
    MessageAct.RELEASE: {MessageState.DRAFTED},
    MessageAct.TOLD: WAITING | TROUBLED,
    MessageAct.NO_ANSWER: WAITING,
    MessageAct.REFUSED: WAITING | TROUBLED,
    MessageAct.WRONG_NUMBER: WAITING,
    MessageAct.AGAIN: TROUBLED | {MessageState.DRAFTED},
    MessageAct.NOT_REACHED: TROUBLED,
    MessageAct.WITHDRAW: WAITING | TROUBLED,
}


def possible_acts(message: Message) -> tuple[MessageAct, ...]:
    """Return what a person can do with a message now."""
    return tuple(act for act, states in _FROM.items() if message.is_open and message.state in states)


def check_act(message: Message, act: MessageAct) -> None:
    """Check that this can be done with a message. Raises `Refused`: MESSAGE_ENDED, BEING_SENT, MESSAGE_STATE."""
    if act in possible_acts(message):
        return
    if message.ended_at is not None:
        raise Refused(
            MessageReason.MESSAGE_ENDED,
            number=message.id, state=message.state, who=message.ended_by, when=message.ended_at,
        )  # fmt: skip
    if message.state is MessageState.SENDING:
        raise Refused(MessageReason.BEING_SENT, number=message.id)
    raise Refused(MessageReason.MESSAGE_STATE, number=message.id, state=message.state, act=act)


def check_release(message: Message, now: Millis, *, no_texts: bool) -> None:
    """Check that a draft may go out. Raises `Refused`: as `check_act`, MESSAGE_EXPIRED, NUMBERLESS, NO_TEXTS_WANTED."""
    check_act(message, MessageAct.RELEASE)
    check_in_time(message.id, message.expires_at, now)
    if not message.phone:
        raise Refused(MessageReason.NUMBERLESS)
    if no_texts and message.channel not in {Channel.PHONE, Channel.IN_PERSON}:
        raise Refused(MessageReason.NO_TEXTS_WANTED, number=message.id, name=message.name)


def check_in_time(number: int, expires_at: Millis | None, now: Millis) -> None:
    """Raise `Refused(MESSAGE_EXPIRED)` for a message whose time is over; at the very instant it is."""
    if expires_at is not None and expires_at <= now:
        raise Refused(MessageReason.MESSAGE_EXPIRED, number=number, when=expires_at)
