"""Handing a text to a channel: what is handed over, and what the channel made of it."""

from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.values.clock import Millis

JOINED_WITHIN: Millis = 10_000
"""Calls to one channel that fall due within this go out as one text."""
MOST_AN_HOUR = 20
"""So many texts of calls a channel gets in an hour; what is more waits, and goes out as one."""
LINES = 8
"""So many calls are told in one text; of more it says how many they are."""
RECEIPT_LIMIT = 120


class Answer(StrEnum):
    """What a channel made of a text."""

    SENT = "sent"
    """It said that it took it."""
    LATER = "later"
    """It did not take it, and may another time."""
    REFUSED = "refused"
    """It did not take it, and will not as things are."""
    UNCERTAIN = "uncertain"
    """It was handed over, or half so, and nothing that makes sense came back."""


class Delivery(NamedTuple):
    """What came of handing a text over. `receipt`: what was answered, without any secret."""

    answer: Answer
    receipt: str = ""


class Parcel(NamedTuple):
    """What is handed over: the numbers of the messages in it, the text, and for customers to whom."""

    numbers: tuple[int, ...]
    text: str
    phone: str = ""
    name: str = ""
    purpose: str = ""
    at: Millis = 0
