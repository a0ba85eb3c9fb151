"""Messages in words: how each stands, what came of each try."""

from datetime import tzinfo

from frontdesk.domain.messages.message import Channel, Message, MessageState, Try
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.phones import mask_in
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word, word_of
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import long_time, rough_duration


def channel_word(channel: str) -> str:
    """Return what a channel is called; where a call goes is called as the settings say."""
    return word_of(Channel, channel) if channel in set(Channel) else channel


def when(message: Message, now: Millis) -> str:
    """Return when a message is told: now, or in a while; which try that is."""
    waits = message.try_at - now
    told = _("in about {time}").format(time=rough_duration(waits)) if waits > 0 else _("now")
    again = " " + _("(try {count})").format(count=message.count_tries + 1) if message.count_tries else ""
    return f"{channel_word(message.channel)} {told}{again}"


def to_whom(message: Message) -> str:
    """Return who is told, with the car and the masked number."""
    role = word_of_role(message.role) if message.role else ""
    parts = (clean_line(message.name), role, show_plate(message.plate), message.phone)
    return " · ".join(filter(None, parts)) or word(message.audience)


def word_of_role(role: str) -> str:
    """Return what a role is called."""
    from frontdesk.domain.people.roles import Role  # noqa: PLC0415 - only of calls

    return word_of(Role, role)


def message_line(message: Message, zone: tzinfo, now: Millis) -> str:
    """Return one message as a line of a list."""
    state = word(message.state)
    if message.state is MessageState.OWED:
        state = f"{state} · {when(message, now)}"
    else:
        state = f"{state} · {channel_word(message.channel)}"
    at = long_time(message.ended_at or message.try_at, zone)
    parts = (word(message.purpose), to_whom(message), state, at, mask_in(clean_line(message.text)))
    return f"{case_number(message.id)} " + " · ".join(filter(None, parts))


def try_line(tried: Try, zone: tzinfo) -> str:
    """Return what came of one try."""
    said = " · ".join(filter(None, (tried.who, channel_word(tried.channel), clean_line(tried.words), tried.receipt)))
    return labelled(f"{long_time(tried.at, zone)} {word(tried.result)}", said)


def heading(message: Message, zone: tzinfo, now: Millis) -> str:
    """Return what a message is for, to whom, and how it stands."""
    state = when(message, now) if message.state is MessageState.OWED else word(message.state)
    expires = ""
    if message.expires_at is not None and message.is_open:
        expires = _("until {time}").format(time=long_time(message.expires_at, zone))
    parts = (word(message.purpose), to_whom(message), state, expires)
    return f"{case_number(message.id)} " + " · ".join(filter(None, parts))
