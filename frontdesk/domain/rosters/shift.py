"""The shifts of a store: from when until when, also over midnight (S2)."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.values.clock import Millis, to_millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code

A_DAY = 24 * 60
"""The minutes of a day."""
NAME_LIMIT = 12
_KEY = re.compile(r"[a-z][a-z0-9-]{0,11}")
_TIME = re.compile(r"([01]?\d|2[0-4])[:.点时]([0-5]\d)?分?")


class UsualShift(StrEnum):
    """The shifts that have a name of their own, whatever the language."""

    EARLY = "early"
    LATE = "late"
    NIGHT = "night"
    DAY = "day"


class Shift(NamedTuple):
    """A shift. Its times are minutes after the midnight its day begins with."""

    id: int
    key: str
    name: str
    """As the store calls it; empty for one that has its usual name."""
    begins: int
    ends: int
    """Over midnight more than a day's minutes."""

    @property
    def length(self) -> int:
        """How many minutes it lasts."""
        return self.ends - self.begins

    def span(self, day: date, zone: tzinfo) -> tuple[Millis, Millis]:
        """Return from when until when it goes on a day."""
        return instant(day, self.begins, zone), instant(day, self.ends, zone)

    def last_day(self, day: date) -> date:
        """Return the day on which it ends that begins on a day: the same one, or over midnight the next."""
        return day + timedelta(days=(self.ends - 1) // A_DAY)

    def overlap(self, begins: int, ends: int) -> int:
        """Return for how many minutes of a stretch of its day it goes."""
        return max(0, min(self.ends, ends) - max(self.begins, begins))


class TypedShift(NamedTuple):
    """A shift as somebody sets it."""

    key: str
    name: str
    begins: int
    ends: int


USUAL = (TypedShift(UsualShift.EARLY, "", 8 * 60, 16 * 60 + 30), TypedShift(UsualShift.LATE, "", 11 * 60, 19 * 60 + 30))
"""What a store begins with that has set none."""


def instant(day: date, minute: int, zone: tzinfo) -> Millis:
    """Return the instant so many minutes after the midnight a day begins with, by the clock on the wall."""
    days, left = divmod(minute, A_DAY)
    then = day + timedelta(days=days)
    return to_millis(datetime(then.year, then.month, then.day, left // 60, left % 60, tzinfo=zone))


def covered(shifts: Iterable[Shift], begins: int, ends: int) -> int:
    """Return in how many minutes of a stretch of a day some shift goes."""
    listed = tuple(shifts)
    return sum(any(shift.begins <= minute < shift.ends for shift in listed) for minute in range(begins, ends))


def clock_text(minute: int) -> str:
    """Return a minute of a day as its time: 07:30; one after midnight as that of the day after."""
    minute %= A_DAY
    return f"{minute // 60:02}:{minute % 60:02}"


def read_shift(key: str, name: str, begins: str, ends: str) -> TypedShift:
    """Return a shift as it was typed. Raises `Refused`: SHIFT_KEY, BAD_SHIFT_TIMES."""
    key = clean_code(key).lower()
    if _KEY.fullmatch(key) is None:
        raise Refused(RosterReason.SHIFT_KEY, text=key)
    starts, stops = (_minute(text) for text in (begins, ends))
    if starts is None or stops is None or starts in {A_DAY, stops}:
        raise Refused(RosterReason.BAD_SHIFT_TIMES, text=f"{clean_code(begins)} {clean_code(ends)}")
    return TypedShift(key, name, starts, stops if stops > starts else stops + A_DAY)


def _minute(text: str) -> int | None:
    found = _TIME.fullmatch(clean_code(text))
    minute = None if found is None else int(found[1]) * 60 + int(found[2] or 0)
    return minute if minute is not None and minute <= A_DAY else None


def check_some(shifts: tuple[Shift, ...]) -> None:
    """Check that there are shifts to put people down for. Raises `Refused(NO_SHIFTS)`."""
    if not shifts:
        raise Refused(RosterReason.NO_SHIFTS)


def the_shift(shifts: Iterable[Shift], key: str) -> Shift:
    """Return a shift by its key. Raises `Refused`: NO_SHIFTS, NO_SHIFT."""
    listed = tuple(shifts)
    check_some(listed)
    found = next((each for each in listed if each.key == key), None)
    if found is None:
        raise Refused(RosterReason.NO_SHIFT, text=key, choices=tuple(each.key for each in listed))
    return found
