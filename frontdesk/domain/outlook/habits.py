"""What the days of a class were like: how many cars come in each half hour, how long they are in the zone (Z9)."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.figures.limits import Stretch
from frontdesk.domain.outlook.day_class import DayClass
from frontdesk.domain.values.clock import MINUTE, Millis

HALF_HOUR: Millis = 30 * MINUTE
HALF_HOURS = 48

_LONGER = 0.25
"""A car that was there for longer than any before it leaves, on average, after this part of that time more."""
_ITS_SHARE = 1.0
"""Of how many known cars that guess counts as much."""


class PastDay(NamedTuple):
    """A day that is over: when each car drove into the zone without a booking, and how long each was in it."""

    span: DaySpan
    came: Sequence[Millis]
    lengths: Sequence[Millis]

    @classmethod
    def of(cls, span: DaySpan, in_zone: Iterable[Stretch], booked: frozenset[Millis] = frozenset()) -> "PastDay":
        """Return a day by when the zone was driven into and out of; `booked`: when those came who had a booking."""
        began = sorted(each for each in in_zone if span.begins <= each[0] < span.ends)
        return cls(
            span,
            [since for since, _ in began if since not in booked],
            [until - since for since, until in began if until is not None],
        )


class Habits(NamedTuple):
    """What is known from some days; a time in the zone is taken at the pace of the day it is asked for."""

    days: int
    per_half_hour: tuple[float, ...]
    """How many cars come in each half hour of a day, smoothed by its neighbours."""
    lengths: tuple[Millis, ...]
    """How long each car was in the zone, the shortest first."""

    @classmethod
    def of(cls, days: Sequence[PastDay]) -> "Habits":
        """Return what some days were like; of none, that nobody came."""
        came = [0] * HALF_HOURS
        for day in days:
            for at in day.came:
                came[half_hour(day.span, at)] += 1
        last = HALF_HOURS - 1
        smoothed = (came[max(0, at - 1)] + 2 * came[at] + came[min(last, at + 1)] for at in range(HALF_HOURS))
        lengths = sorted(length for day in days for length in day.lengths)
        return cls(len(days), tuple(each / 4 / max(1, len(days)) for each in smoothed), tuple(lengths))

    @property
    def mean(self) -> float:
        """How long a car is in the zone on average."""
        return sum(self.lengths) / max(1, len(self.lengths))

    def rate(self, span: DaySpan, at: Millis) -> float:
        """Return how many cars come in a millisecond at an instant; after midnight as on the same day's morning."""
        return self.per_half_hour[half_hour(span, at)] / HALF_HOUR

    def staying(self, pace: float, ages: Iterable[Millis]) -> list[float]:
        """Return which share of the cars that drive in is still there at each age."""
        known = max(1, len(self.lengths))
        return [self._longer(age / pace) / known for age in ages]

    def staying_on(self, pace: float, age: Millis, later: Iterable[Millis]) -> list[float]:
        """Return how likely a car that has been there for some time is still there after each time more."""
        known, guess = self._longer(age / pace), _LONGER * max(age, MINUTE)
        return [
            (self._longer((age + more) / pace) + _ITS_SHARE * math.exp(-more / guess)) / (known + _ITS_SHARE)
            for more in later
        ]

    def _longer(self, length: float) -> int:
        return len(self.lengths) - bisect_right(self.lengths, length)


class Basis(NamedTuple):
    """What decides which days the next hour is told from."""

    day: date
    of: DayClass
    most: int
    """Of more days of the class the latest so many."""


class Known(NamedTuple):
    """What the days before a day were like that are of its class."""

    basis: Basis
    habits: Habits


def half_hour(span: DaySpan, at: Millis) -> int:
    """Return the half hour of the day an instant falls into; 0 begins at midnight."""
    return span.quarter(at) // 2 % HALF_HOURS
