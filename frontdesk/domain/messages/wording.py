"""The words of a message, with placeholders; which there are is checked when a template is saved."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from frontdesk.domain.messages.reasons import MessageReason
from frontdesk.domain.values.errors import Refused

PLACES = ("customer", "plate", "store", "time", "place", "what", "who", "phone")
"""What may stand in braces. `phone` is that of whoever of the staff is named: a customer's stands in no text."""

_PLACE = re.compile(r"\{([^{}]*)\}")
_LEFT_OVER = re.compile(r"[ \u3000]+(?=[，。：；]|$)|(?<=[，。：；])(?:[ \u3000]+|：)")


def check_places(words: str) -> None:
    """Check what stands in braces. Raises `Refused(NO_PLACEHOLDER)`, also for a brace that is alone."""
    for found in _PLACE.finditer(words):
        if found[1] not in PLACES:
            raise Refused(MessageReason.NO_PLACEHOLDER, text=found[0], choices=_choices())
    alone = re.search(r"[{}]", _PLACE.sub("", words))
    if alone is not None:
        raise Refused(MessageReason.NO_PLACEHOLDER, text=alone[0], choices=_choices())


def _choices() -> tuple[str, ...]:
    return tuple(f"{{{place}}}" for place in PLACES)


def filled(words: str, facts: Mapping[str, str]) -> str:
    """Return a template filled in; of what is not known nothing is left but tidy blanks."""
    said = _PLACE.sub(lambda place: facts.get(place[1], "") if place[1] in PLACES else place[0], words)
    return _LEFT_OVER.sub("", " ".join(said.split(" "))).strip()


def moment(at: datetime, today: date) -> str:
    """Return an instant as a customer is told: 今天 17:00, 明天 9:30, 6月3日 9:30."""
    ahead = (at.date() - today).days
    day = {0: "今天", 1: "明天"}.get(ahead, f"{at.month}月{at.day}日")
    return f"{day} {at.hour}:{at.minute:02}"
