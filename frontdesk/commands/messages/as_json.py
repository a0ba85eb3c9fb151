"""A message as JSON: times ISO 8601 in the store's zone, every phone number masked."""

from zoneinfo import ZoneInfo

from frontdesk.domain.messages.message import Message
from frontdesk.domain.picture import outgoing
from frontdesk.words.times import iso_time

Json = dict[str, object]


def as_json(message: Message, zone: ZoneInfo) -> Json:
    """Return a message with its tries, as far as they were read."""
    message = outgoing.of_message(message)
    return {
        "number": message.id,
        "matter": message.matter,
        "escalation": message.escalation,
        "about": message.about or None,
        "purpose": message.purpose,
        "audience": message.audience,
        "name": message.name,
        "plate": message.plate or None,
        "role": message.role or None,
        "phone": message.phone or None,
        "channel": message.channel,
        "text": message.text,
        "urgent": message.is_urgent,
        "state": message.state,
        "open": message.is_open,
        "made_at": iso_time(message.made_at, zone),
        "made_by": message.made_by,
        "not_before": iso_time(message.not_before, zone),
        "expires_at": iso_time(message.expires_at, zone),
        "next_try_at": iso_time(message.try_at, zone) if message.is_open else None,
        "count_tries": message.count_tries,
        "ended_at": iso_time(message.ended_at, zone),
        "ended_by": message.ended_by or None,
        "replaces": message.replaces,
        "tries": [
            {
                "at": iso_time(each.at, zone),
                "who": each.who,
                "channel": each.channel,
                "result": each.result,
                "words": each.words,
                "receipt": each.receipt or None,
            }
            for each in message.tries
        ],
    }
