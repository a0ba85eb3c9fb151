"""Messages in words: how each stands, what came of each try."""

from collections.abc import Iterable
from datetime import tzinfo

from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.messages.call import Call
from frontdesk.domain.messages.delivery import LINES
from frontdesk.domain.messages.message import Channel, Message, MessageState, Purpose, Try
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


def route_word(name: str) -> str:
    """Return what a role, or a kind of text, is called."""
    return channel_word(name) if name in set(Channel) else word_of_role(name)


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
    parts = (word(message.purpose), to_whom(message), state, at, mask_in(clean_line(text_of(message))))
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


def call_text(calls: Iterable[Call], store: str, now: Millis) -> str:
    """Return what a call outside the stations says: the store, what, the plate, since when, the number; no name."""
    # Who is called in two roles by one channel is told once.
    told = list({call.escalation.id: call for call in calls}.values())
    lines = [_call_line(call, now) for call in told[:LINES]]
    if len(told) > LINES:
        lines.append(_("and {count} more").format(count=len(told) - LINES))
    head = store or "Frontdesk"
    return f"{head}: {lines[0]}" if len(lines) == 1 else "\n".join((f"{head}:", *lines))


def _call_line(call: Call, now: Millis) -> str:
    since = rough_duration(max(0, now - call.escalation.crossed_at))
    # Which step of a run it is may be in somebody's own words, and those stay in the store.
    owed = word(call.owed.name) if call.owed else ""
    parts = (word(call.escalation.kind), owed, show_plate(call.plate), since, case_number(call.number))
    return " · ".join(filter(None, parts))


def text_of(message: Message) -> str:
    """Return what is told; of a call, and of one that was a mistake, the text is made when it goes out."""
    if message.purpose is Purpose.MISTAKE:
        from frontdesk.words.incidents import mistake_text  # noqa: PLC0415 - it seldom is one

        return mistake_text(message.matter or 0, message.text)
    return word_of(Kind, message.text) if message.purpose is Purpose.CALL else message.text
