"""How likely it is that the zone reaches its limit within a half hour, by what usually happens there (Z5, Z9)."""

import math
from collections.abc import Mapping
from itertools import takewhile
from typing import NamedTuple, Protocol

from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.outlook.booked import Booked
from frontdesk.domain.outlook.habits import HALF_HOUR, HALF_HOURS, Habits
from frontdesk.domain.outlook.outlook import risk_of_half_hour

HALF_HOUR_S = 1_800
FEWEST_DAYS = 28
"""A store with fewer days on file has only a rough rule."""
_MOST = 60
"""How many appointments a half hour takes at most, however empty the store is."""


class Risk(Protocol):
    """How likely it is that the zone reaches its limit within a half hour with so many appointments in it."""

    @property
    def is_rough(self) -> bool:
        """Whether it comes from a rough rule, because too little is on file."""

    def __call__(self, half_hour: int, bookings: float) -> float:
        """Return the probability; `half_hour` is counted from midnight."""

    def capacity(self, half_hour: int, target: float) -> int:
        """Return the most appointments that leave the probability at a target or below; at least one."""


class Usual(NamedTuple):
    """What usually happens in a store."""

    walk_ins: tuple[float, ...] = (0.0,) * HALF_HOURS
    """Per half hour of the day, so many cars come without an appointment."""
    zone_s: float = 0.0
    """How long a car is in the zone; 0 where none is on file."""
    shows: float = 0.8
    """How many of those who booked come."""


class RoughRisk:
    """A rough rule, by usual rates alone: as many cars are there as come while one of them stays, as chance has it."""

    is_rough = True

    def __init__(self, usual: Usual, *, limit: int, bays: int, zone_s: float) -> None:
        """`zone_s`: how long a car is in the zone where nothing is on file."""
        self._usual, self._limit, self._bays = usual, limit, bays
        self._zone_s = usual.zone_s or zone_s

    def __call__(self, half_hour: int, bookings: float) -> float:
        """Too full at its beginning, or by one more car later on; crossings that come in a row count once."""
        cars = self._usual.walk_ins[half_hour] + bookings * self._usual.shows
        chances = _chances(self._limit, cars * self._zone_s / HALF_HOUR_S)
        below, last = sum(chances), chances[-1]
        if below <= 0 or not cars:
            return 1 - below
        leave = (self._limit - 1) * HALF_HOUR_S / self._zone_s
        alone = leave / (cars + leave) if leave else 1.0
        return 1 - below * math.exp(-cars * last / below * alone)

    def capacity(self, half_hour: int, target: float) -> int:
        """Return what the bays can take, less those who come without an appointment."""
        through = math.floor(self._bays * HALF_HOUR_S / self._zone_s)
        return max(1, math.floor(through - self._usual.walk_ins[half_hour]))


class KnownRisk:
    """The risk by what days of the class were like: the model that the next hour is told by."""

    is_rough = False

    def __init__(self, habits: Habits, limit: int, shows: float) -> None:
        self._habits, self._limit, self._shows = habits, limit, shows
        self._reckoned: dict[tuple[int, ...], float] = {}

    def on(self, span: DaySpan, booked: Mapping[int, int]) -> "KnownDay":
        """Return the risk of a day's half hours; `booked`: how many are booked in each."""
        return KnownDay(self, span, booked)

    def of(self, span: DaySpan, half_hour: int, counts: tuple[int, ...]) -> float:
        """Return the risk of a half hour; `counts`: of appointments in it, and in those before it, backwards."""
        key = (span.begins, half_hour, *counts)
        if key not in self._reckoned:
            begins = span.begins + half_hour * HALF_HOUR
            booked = [
                Booked(self._shows, begins - back * HALF_HOUR, begins - (back - 1) * HALF_HOUR)
                for back, count in enumerate(counts)
                for _each in range(count)
            ]
            self._reckoned[key] = risk_of_half_hour(self._habits, span, begins, self._limit, booked)
        return self._reckoned[key]


class KnownDay(NamedTuple):
    """The risk of the half hours of a day."""

    known: KnownRisk
    span: DaySpan
    booked: Mapping[int, int]

    @property
    def is_rough(self) -> bool:
        """It is not."""
        return False

    def __call__(self, half_hour: int, bookings: float) -> float:
        """Whoever came in the hour before may be in the zone still."""
        before = (self.booked.get(half_hour - back, 0) for back in (1, 2))
        return self.known.of(self.span, half_hour, (round(bookings), *before))

    def capacity(self, half_hour: int, target: float) -> int:
        """Return the most appointments that leave the probability at a target or below; at least one."""
        return largest(self, half_hour, target)


def largest(risk: Risk, half_hour: int, target: float) -> int:
    """Return the most appointments that leave the probability at a target or below; at least one."""
    within = takewhile(lambda bookings: risk(half_hour, bookings) <= target, range(1, _MOST + 1))
    return max(within, default=1)


def _chances(limit: int, mean: float) -> list[float]:
    """Return how likely 0, 1 … are there at once, up to one below a limit, by the Poisson law."""
    found = [math.exp(-mean)]
    for count in range(1, limit):
        found.append(found[-1] * mean / count)
    return found
