"""How many people a shift needs, from past figures or set by hand, each with its arithmetic (S8)."""

import math
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.shift import A_DAY, Shift
from frontdesk.domain.values.clock import MINUTE, Millis
from frontdesk.domain.values.errors import Refused

MOST = 99
BUSY = 0.8
"""So much of their time whoever receives customers is busy with them at most; else the line only grows."""
_HOURS = 24


class Basis(StrEnum):
    """Where a need comes from."""

    HAND = "hand"
    HOLIDAY = "holiday"
    """The same day of the same holiday a year before."""
    CLASS = "class"
    """The latest days of the same class."""
    ALWAYS = "always"
    """Somebody of the post is there whenever the store is open."""


class Need(NamedTuple):
    """How many people of a post a shift needs on a day, at least."""

    day: date
    shift: str
    post: Post
    least: int
    basis: Basis = Basis.ALWAYS
    why: str = ""
    """In the words of whoever set it by hand; else the first of the days it is told from."""
    peak: float = 0.0
    """How many cars came in the busiest hour of the shift, on average."""
    minutes: float = 0.0
    """How long a customer is looked after, on average."""
    certificate: str = ""
    """The certificate whoever works it has to have (S12); empty for none."""
    id: int = 0


class PastDay(NamedTuple):
    """A day that is over: when cars came, by the minute of the day, and how long each customer was looked after."""

    day: date
    came: Sequence[int]
    minutes: Sequence[float]


class Past(NamedTuple):
    """The days that a need is told from."""

    basis: Basis
    days: Sequence[PastDay]

    def peak(self, shift: Shift) -> float:
        """Return how many cars came in the busiest hour by the clock that a shift has a part in, on average."""
        by_hour = [0] * _HOURS
        for day in self.days:
            for minute in day.came:
                by_hour[minute // 60 % _HOURS] += 1
        hours = {minute // 60 % _HOURS for minute in range(shift.begins, shift.ends)}
        return max((by_hour[hour] for hour in hours), default=0) / max(1, len(self.days))

    @property
    def mean(self) -> float:
        """How long a customer is looked after on average, in minutes."""
        found = [each for day in self.days for each in day.minutes]
        return sum(found) / len(found) if found else 0.0


def least_for(peak: float, minutes: float) -> int:
    """Return how many people so many customers an hour need who are looked after so long each."""
    # What is a whole number but for the last bit of a float is that number.
    return math.ceil(round(peak * minutes / 60 / BUSY, 9))


def from_past(day: date, shift: Shift, past: Past) -> Need:
    """Return how many advisors a shift needs by past days; at least one."""
    peak, mean = past.peak(shift), past.mean
    least = max(1, min(MOST, least_for(peak, mean)))
    first = min((each.day for each in past.days), default=day)
    return Need(day, shift.key, Post.ADVISOR, least, past.basis, first.isoformat(), peak, mean)


def minutes_open(day: date, hours: OpeningHours) -> tuple[int, int] | None:
    """Return from which minute of a day until which the store is open; None where it stays closed."""
    times = hours.of_day(day)
    if times is None:
        return None
    opens, closes = times
    return opens.hour * 60 + opens.minute, A_DAY if closes.date() > day else closes.hour * 60 + closes.minute


def always(day: date, shifts: Iterable[Shift], hours: tuple[int, int], posts: Iterable[Post]) -> tuple[Need, ...]:
    """Return what a day the store is open needs whoever comes: each of these posts in every shift then.

    A manager is needed in one of them, the one with most of the opening hours: they are reachable beyond it.
    """
    open_then = [shift for shift in shifts if shift.overlap(*hours)]
    needs = []
    for post in posts:
        wanted = open_then
        if post is Post.MANAGER:
            wanted = sorted(open_then, key=lambda shift: (-shift.overlap(*hours), shift.begins, shift.id))[:1]
        needs += [Need(day, shift.key, post, 1) for shift in wanted]
    return tuple(needs)


def minute_of(at: Millis, midnight: Millis) -> int:
    """Return how many minutes after midnight an instant was."""
    return (at - midnight) // MINUTE


def check_need(least: int, why: str) -> None:
    """Check a need that is set by hand. Raises `Refused(BAD_NEED)`."""
    if not 0 <= least <= MOST or not why:
        raise Refused(RosterReason.BAD_NEED, count=least, most=MOST)
