"""The things a store keeps ready: supplies, equipment, vehicles, tools; how each stands is derived (S3).

Days are the store's own; the last day of use is a day of use to its very end (S9).
"""

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code, folded

NAME_LIMIT = 40
UNIT_LIMIT = 10
WORDS_LIMIT = 200
MOST = 1_000_000
"""More of anything was mistyped."""
MOST_THINGS = 5_000
EARLIEST = date(2000, 1, 1)
_FITTING = 5
YEARS_AHEAD = 30
"""What lasts longer was mistyped."""


class ThingKind(StrEnum):
    """The kinds of things."""

    SUPPLY = "supply"
    EQUIPMENT = "equipment"
    VEHICLE = "vehicle"
    TOOL = "tool"


class ThingState(StrEnum):
    """How a thing stands; of several that are so, the first in this order is told."""

    RETIRED = "retired"
    FAULTY = "faulty"
    OUT = "out"
    EXPIRED = "expired"
    LOW = "low"
    EXPIRING = "expiring"
    READY = "ready"


UNFIT = frozenset({ThingState.RETIRED, ThingState.FAULTY, ThingState.OUT, ThingState.EXPIRED})
"""What stands so may not be used."""


class ThingEntry(StrEnum):
    """What stands in a thing's history."""

    ADDED = "added"
    CHANGED = "changed"
    COUNTED = "counted"
    RENEWED = "renewed"
    FAULTY = "faulty"
    READY = "ready"
    OUT = "out"
    BACK = "back"
    CHECKED = "checked"
    RETIRED = "retired"
    AGAIN = "again"
    """It is used again after it was retired."""


class Described(NamedTuple):
    """What a thing is, as it is typed."""

    kind: ThingKind
    name: str
    area: str = ""
    """The key of its area; empty where nobody said."""
    quantity: int | None = None
    """None for what is not counted."""
    least: int | None = None
    """Fewer than this are too few."""
    unit: str = ""
    expires_on: date | None = None
    """The last day of use."""


class Fault(NamedTuple):
    """What is not in order."""

    words: str
    at: Millis
    who: str
    matter: int | None = None
    """The check or other matter that found it."""


class Outing(NamedTuple):
    """What a thing is away for."""

    at: Millis
    who: str
    matter: int | None = None
    why: str = ""


class Thing(NamedTuple):
    """One thing on the register."""

    id: int
    described: Described
    fault: Fault | None = None
    out: Outing | None = None
    checked_at: Millis | None = None
    retired_at: Millis | None = None

    @property
    def name(self) -> str:
        """What it is called."""
        return self.described.name

    @property
    def is_low(self) -> bool:
        """Whether there are too few of it."""
        quantity, least = self.described.quantity, self.described.least
        return quantity is not None and least is not None and quantity < least

    def days_left(self, today: date) -> int | None:
        """Return how many days of use are left after today, negative once it has expired; None for what does not."""
        ends = self.described.expires_on
        return None if ends is None else (ends - today).days

    def states(self, today: date, warning_days: int) -> tuple[ThingState, ...]:
        """Return all that is so of it, what weighs most first; what is retired is that and nothing else."""
        if self.retired_at is not None:
            return (ThingState.RETIRED,)
        left = self.days_left(today)
        so = {
            ThingState.FAULTY: self.fault is not None,
            ThingState.OUT: self.out is not None,
            ThingState.EXPIRED: left is not None and left < 0,
            ThingState.LOW: self.is_low,
            ThingState.EXPIRING: left is not None and 0 <= left <= warning_days,
        }
        return tuple(state for state, is_so in so.items() if is_so) or (ThingState.READY,)

    def state(self, today: date, warning_days: int) -> ThingState:
        """Return what weighs most of it."""
        return self.states(today, warning_days)[0]


class Entry(NamedTuple):
    """A line of a thing's history."""

    at: Millis
    who: str
    entry: ThingEntry
    value: str = ""
    words: str = ""


def found_by(text: str, things: Iterable[Thing]) -> Thing:
    """Return the thing meant by its name, by a part of it that fits no other, or by its number: No. 7, #7.

    The whole name goes before a part of it, what is in use before what is retired. Raises `Refused`: NO_THING,
    WHICH_THING.
    """
    typed, every = folded(text), sorted(things, key=lambda thing: thing.retired_at is not None)
    whole = [thing for thing in every if folded(thing.name) == typed]
    if whole:
        return whole[0]
    number = re.fullmatch(r"(?:no\.|#)?(\d{1,9})", typed)
    by_number = [thing for thing in every if number and thing.id == int(number[1])]
    fitting = by_number or [thing for thing in every if typed and typed in folded(thing.name)]
    in_use = [thing for thing in fitting if thing.retired_at is None] or fitting
    if len(in_use) == 1:
        return in_use[0]
    if not in_use:
        raise Refused(RegisterReason.NO_THING, text=clean_code(text))
    raise Refused(
        RegisterReason.WHICH_THING, text=clean_code(text), choices=tuple(thing.name for thing in in_use[:_FITTING])
    )


def read_count(text: str) -> int:
    """Return how many were typed. Raises `Refused(THING_NUMBER)`."""
    typed = clean_code(text)
    if not re.fullmatch(r"\d{1,7}", typed) or int(typed) > MOST:
        raise Refused(RegisterReason.THING_NUMBER, text=typed, right=MOST)
    return int(typed)


def check_described(said: Described, today: date) -> None:
    """Check what is said of a thing. Raises `Refused`: THING_NAME, THING_NUMBER, THING_LEAST, THING_DAY."""
    if not said.name:
        raise Refused(RegisterReason.THING_NAME, right=NAME_LIMIT)
    for number in (said.quantity, said.least):
        if number is not None and not 0 <= number <= MOST:
            raise Refused(RegisterReason.THING_NUMBER, text=str(number), right=MOST)
    if said.least is not None and said.quantity is None:
        raise Refused(RegisterReason.THING_LEAST, name=said.name)
    if said.expires_on is not None:
        check_day(said.expires_on, today)


def check_day(day: date, today: date, *, is_renewed: bool = False) -> None:
    """Check a last day of use; of what is renewed it is not over. Raises `Refused`: THING_DAY, RENEWED_PAST."""
    if not day >= EARLIEST or day.year > today.year + YEARS_AHEAD:
        raise Refused(RegisterReason.THING_DAY, day=day.isoformat(), years=YEARS_AHEAD)
    if is_renewed and day < today:
        raise Refused(RegisterReason.RENEWED_PAST, day=day.isoformat())


def check_fit(thing: Thing, today: date) -> None:
    """Check that a thing may be used. Raises `Refused(THING_FAULTY)` with how it stands, since when, who says so."""
    state = thing.state(today, 0)
    if state not in UNFIT:
        return
    fault, out, ends = thing.fault, thing.out, thing.described.expires_on
    facts: dict[str, object] = {"name": thing.name, "state": state}
    if state is ThingState.FAULTY and fault:
        facts |= {"why": fault.words, "who": fault.who, "when": fault.at, "number": fault.matter}
    elif state is ThingState.OUT and out:
        facts |= {"why": out.why, "who": out.who, "when": out.at, "number": out.matter}
    elif state is ThingState.EXPIRED and ends:
        facts["day"] = ends.isoformat()
    raise Refused(RegisterReason.THING_FAULTY, **facts)
