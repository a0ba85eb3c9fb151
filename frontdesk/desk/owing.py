"""Owing a message: written in the transaction that owes it, so that none is lost and none is made up (P2, P4, S5)."""

from zoneinfo import ZoneInfo

from data import policy as policies
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.matters import matters
from data.messages import calls, messages, routes, wishes
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.messages.message import (
    TEXT_LIMIT,
    Audience,
    Channel,
    MessageState,
    Purpose,
    ToTell,
)
from frontdesk.domain.messages.reasons import MessageReason
from frontdesk.domain.messages.times import Quiet, first_try
from frontdesk.domain.people.roles import Role
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.phones import parse_phone
from frontdesk.domain.values.plates import NO_PLATE
from frontdesk.domain.values.text import whole_line, whole_words

LEVEL = "level:"
"""What a call is about: at which level of the chain it was made."""


def owe(transaction: Transaction, said: ToTell) -> int:
    """Owe a message; one of the same purpose about the same that is not yet told is replaced. Return its number.

    Where no texts are wanted, or nothing works the channel, it is told by phone; without a number, always in person. A
    text to a customer waits for somebody to release it, unless it `is_automatic`. Raises `Refused`: MESSAGE_EMPTY,
    TEXT_TOO_LONG, BAD_PHONE, EXPIRES_BEFORE.
    """
    said = _clean(said)
    if not said.text:
        raise Refused(MessageReason.MESSAGE_EMPTY)
    connection = transaction.connection
    said = said._replace(channel=_channel(connection, said))
    if _only_rehearsed(connection, said):
        return messages.put_ended(transaction, said, MessageState.DRILL)
    starts = max(transaction.now, said.not_before or 0)
    if said.expires_at is not None and said.expires_at <= starts:
        raise Refused(MessageReason.EXPIRES_BEFORE, when=said.expires_at)
    quiet = quiet_hours(connection)
    waits = is_text(said.channel) and said.audience is not Audience.STAFF and not said.is_automatic
    replaced = messages.outdated(connection, said)
    for message in replaced:
        messages.end(transaction, message, MessageState.REPLACED)
    return messages.put(
        transaction,
        said,
        state=MessageState.DRAFTED if waits else MessageState.OWED,
        # A draft is released by a person, who may do that at any time.
        try_at=starts if waits else first_try(transaction.now, said.not_before, quiet, is_urgent=said.is_urgent),
        replaces=replaced[-1].id if replaced else None,
    )


def owe_calls(transaction: Transaction, escalation: Escalation, role: Role, level: int) -> None:
    """Call a role outside the stations too, wherever the settings say; what it says is made when it goes out."""
    channels = routes.of(transaction.connection, role)
    plate = calls.about(transaction.connection, escalation).plate if channels else NO_PLATE
    for channel in channels:
        said = ToTell(Purpose.CALL, str(escalation.kind), Audience.STAFF, plate=plate, channel=channel)
        owe(
            transaction,
            said._replace(escalation=escalation.id, role=role, about=f"{LEVEL}{level}", is_urgent=True),
        )


def withdraw_about(transaction: Transaction, about: str) -> int:
    """Nothing more is to be told about something: a booking was cancelled, a car has left. Return how many it was.

    What a program is at goes out.
    """
    found = messages.of_about(transaction.connection, about)
    stopped = [each for each in found if each.is_open and each.state is not MessageState.SENDING]
    for message in stopped:
        messages.end(transaction, message, MessageState.WITHDRAWN)
    return len(stopped)


def _only_rehearsed(connection: Connection, said: ToTell) -> bool:
    """Whether it belongs to a drill and would leave the house: no program sends it, and nobody outside hears it.

    The one place that holds it: whatever is told to anybody is owed here. Colleagues are told by people, as they
    would be.
    """
    leaves = is_text(said.channel) or said.audience is not Audience.STAFF
    return leaves and matters.is_of_drill(connection, said.matter, said.escalation)


def is_text(channel: str) -> bool:
    """Whether a program works a channel."""
    return channel not in {Channel.PHONE, Channel.IN_PERSON}


def quiet_hours(connection: Connection) -> Quiet:
    """Return the hours in which nobody is rung up or texted."""
    policy = policies.current(connection)
    return Quiet.of(policy, ZoneInfo(policy.time_zone))


def _channel(connection: Connection, said: ToTell) -> str:
    """Return how it is told: as was asked, where that is possible and wanted."""
    channel = said.channel
    if said.audience is Audience.STAFF:
        return channel
    has_number = bool(said.phone or said.phone_id)
    if not has_number:
        return Channel.IN_PERSON
    if is_text(channel):
        kept = wishes.of_phone(connection, said.phone_id)
        if kept.no_texts or wishes.of_number(connection, said.phone).no_texts or not routes.of(connection, channel):
            channel = Channel.PHONE
    return channel


def _clean(said: ToTell) -> ToTell:
    return said._replace(
        text=whole_words(said.text, TEXT_LIMIT), name=whole_line(said.name, NAME_LIMIT), phone=parse_phone(said.phone)
    )
