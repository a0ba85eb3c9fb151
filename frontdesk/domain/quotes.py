"""Quotations: made from what the customer gives, kept, and corrected only by a newer one (Q8). Money in whole yuan."""

import re
from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.values.clock import DAY, Millis
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CASES, Need
from frontdesk.domain.values.plates import NO_PLATE, Plate
from frontdesk.domain.values.text import clean_code, clean_line

MOST_LINES = 40
WHAT_LIMIT = 100
MOST_YUAN = 10_000_000
"""What costs more was mistyped."""
LONGEST: Millis = 366 * DAY

_LINE = re.compile(r"(.*?\S(?=\s)|.*?[^\x00-\x7f])\s*(\d{1,8})(?:\s*[-–~]\s*(\d{1,8}))?")
"""After Chinese no blank is needed before what it costs."""


class QuoteEvent(Event):
    """What was done about quotations; one that was given is not taken back, a newer one takes its place."""

    ADD = "quote_add"

    @property
    def need(self) -> Need:
        """It is for whoever works at the desk."""
        return OF_CASES


class QuoteReason(Reason):
    """Why a quotation was not kept or found."""

    NO_QUOTE = "no_quote"
    QUOTE_FOR = "quote_for"
    QUOTE_ASKED = "quote_asked"
    QUOTE_LINE = "quote_line"
    QUOTE_LINES = "quote_lines"
    QUOTE_FREE = "quote_free"
    QUOTE_UNTIL = "quote_until"


class QuoteState(StrEnum):
    """Whether it still holds."""

    VALID = "valid"
    EXPIRED = "expired"
    REPLACED = "replaced"
    """A newer one was given for the same."""


class QuoteLine(NamedTuple):
    """What is done or supplied, and what that costs at least and at most."""

    what: str
    least: int
    most: int


class About(NamedTuple):
    """What a quotation is for: a matter, such as the repair of a car, or a case."""

    matter: int | None = None
    case: int | None = None


class Quote(NamedTuple):
    """One quotation."""

    id: int
    about: About
    at: Millis
    who: str
    asked: str
    """What the customer gave: what they want done, and what they said of it."""
    lines: tuple[QuoteLine, ...]
    valid_until: Millis
    newest: bool = True
    plate: Plate = NO_PLATE
    """Of the car in repair, or of the complaint; empty where there is none."""
    customer: str = ""
    """Who complained; empty for a car in repair."""

    @property
    def least(self) -> int:
        """What all of it costs at least."""
        return sum(line.least for line in self.lines)

    @property
    def most(self) -> int:
        """What all of it costs at most."""
        return sum(line.most for line in self.lines)

    def state(self, now: Millis) -> QuoteState:
        """Return whether it still holds; at the very instant it still does."""
        if not self.newest:
            return QuoteState.REPLACED
        return QuoteState.EXPIRED if now > self.valid_until else QuoteState.VALID


def read_line(text: str) -> QuoteLine:
    """Return `clutch cylinder 300-500` or `labour 200` as a line. Raises `Refused(QUOTE_LINE)`."""
    typed = clean_line(text, None)
    found = _LINE.fullmatch(clean_code(text)) if len(typed) <= 2 * WHAT_LIMIT else None
    if found is None:
        raise Refused(QuoteReason.QUOTE_LINE, text=typed)
    least, most = int(found[2]), int(found[3] or found[2])
    if len(found[1].strip()) > WHAT_LIMIT or not least <= most <= MOST_YUAN:
        raise Refused(QuoteReason.QUOTE_LINE, text=typed)
    return QuoteLine(found[1].strip(), least, most)


def check(about: About, asked: str, lines: Collection[QuoteLine], valid_until: Millis, now: Millis) -> None:
    """Check what a quotation says. Raises `Refused`: QUOTE_FOR, QUOTE_ASKED, QUOTE_LINES, QUOTE_FREE, QUOTE_UNTIL."""
    if (about.matter is None) == (about.case is None):
        raise Refused(QuoteReason.QUOTE_FOR)
    if not asked:
        raise Refused(QuoteReason.QUOTE_ASKED)
    if not 0 < len(lines) <= MOST_LINES:
        raise Refused(QuoteReason.QUOTE_LINES, right=MOST_LINES)
    if not sum(line.most for line in lines):
        raise Refused(QuoteReason.QUOTE_FREE)
    if not now < valid_until <= now + LONGEST:
        raise Refused(QuoteReason.QUOTE_UNTIL)
