"""Looking through the cases: which of them, in which order, and how many there are (C12, Q4, Q5, C5, C8)."""

import re
import unicodedata
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from frontdesk.domain.cases.case import Case
from frontdesk.domain.cases.search_terms import needle
from frontdesk.domain.values.clock import Millis, to_datetime, to_millis

WORDS_USED = 6
"""How many of the typed words are searched for; all of them must be found."""
_SAID = r"\s*号(?:投诉|争议|咨询|案件)?"
_NUMBER = rf"(?:no\.?|#|第)\s*(?P<number>[0-9]+)(?:{_SAID})?(?!\S)|(?P<said>[0-9]+){_SAID}(?!\S)"
"""A case's number as the screens write it: No. 2, #2, 2 号投诉."""
_GROUPS = r"(?P<phone>\(?(?:1[3-9][0-9]|0[0-9]{2,3}|[48]00)\)?[\s\-]*[0-9]{3,8}(?:[\s\-]+[0-9]{3,4})?(?!\S))"
"""A phone number, or the beginning of one, as people write it: 138 0013 8000, (0512) 6280 0000, 400 820 8820."""
_TYPED = rf"(?i)(?<!\S)(?:{_NUMBER}|{_GROUPS})"
_COUNTRY = r"(?<!\S)(?:\+|00)86[\s\-]*(?=1[3-9])"
"""The country code before a mobile number; the stored number does not have it."""
_LONGEST_PHONE = 12
_PHONE = r"\+?[0-9]{7,}"


class Filter(StrEnum):
    """Which cases somebody looks through."""

    OPEN = "open"
    LATE = "late"
    TODAY = "today"
    """Due from now until the end of the store's day."""
    REPORTED = "reported"
    """Reported upward, with no definite answer yet (Q4)."""
    QUALITY = "quality"
    """Quality has answered, and nobody has passed it on (C5)."""
    WRITE_UP = "write_up"
    """A spoken answer is not written up and confirmed (Q5)."""
    FOLLOW_UP = "follow_up"
    """Closed, and the customer is to be asked today or should have been before (C8)."""
    CLOSED = "closed"
    ALL = "all"
    TO_READ = "to_read"
    """Closed, and the head has still to read the closing report (C9)."""


class CaseCounts(NamedTuple):
    """How many cases are open, and how many open or closed ones wait for something.

    Drills are left out; only `drills` counts them, the open ones.
    """

    open: int = 0
    late: int = 0
    today: int = 0
    reported: int = 0
    quality: int = 0
    write_up: int = 0
    follow_up: int = 0
    to_read: int = 0
    drills: int = 0

    def of(self, which: Filter) -> int | None:
        """Return how many cases match a filter, or None if that was not counted."""
        found: int | None = getattr(self, which.value, None)
        return found


class CasePart(NamedTuple):
    """Some consecutive cases out of all that were found. If `is_exact` is False, there are `total` or more."""

    cases: tuple[Case, ...] = ()
    first: int = 0
    """The position of the first of these cases, counted from 0."""
    total: int = 0
    is_exact: bool = True


def words_of(text: str) -> tuple[str, ...]:
    """Return the words that must be found, folded as the terms of the cases are.

    No. 2 and 2 号 mean 2; a phone number is one word, however it is grouped.
    """
    joined = re.sub(_TYPED, _in_one, re.sub(_COUNTRY, "", unicodedata.normalize("NFKC", text)))
    words = map(needle, joined.split())
    return tuple(dict.fromkeys(word for word in words if word))[:WORDS_USED]


def _in_one(typed: re.Match[str]) -> str:
    """Return a case number without its prefix or suffix, or a phone number without its separators."""
    digits = re.sub(r"[^0-9]", "", typed["phone"] or "")
    if typed["phone"]:
        return digits if len(digits) <= _LONGEST_PHONE else typed["phone"]
    return typed["number"] or typed["said"]


def is_phone(word: str) -> bool:
    """Whether a word may be the beginning of a full phone number; shorter ones would match too many (C10)."""
    return re.fullmatch(_PHONE, word) is not None


def end_of_day(at: Millis, zone: ZoneInfo) -> Millis:
    """Return the midnight that ends the store's day; what is due at that very instant belongs to the day."""
    day = to_datetime(at, zone).date() + timedelta(days=1)
    return to_millis(datetime.combine(day, time(), zone))
