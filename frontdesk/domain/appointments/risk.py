"""How likely it is that the zone reaches its limit within a half hour, by what usually happens there (Z5, Z9)."""

import math
from typing import NamedTuple, Protocol

HALF_HOUR_S = 1_800
HALF_HOURS = 48
"""How many a day has."""
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
    """What usually happens in a store on days of a kind."""

    days: int = 0
    """How many days are on file."""
    walk_ins: tuple[float, ...] = (0.0,) * HALF_HOURS
    """Per half hour of the day, so many cars come without an appointment."""
    zone_s: float = 0.0
    """How long a car is in the zone; 0 where none is on file."""
    shows: float = 0.8
    """How many of those who booked come."""


class UsualRisk:
    """The risk by usual rates: as many cars are in the zone as come while one of them is there, and they come as chance
    has it."""

    def __init__(self, usual: Usual, *, limit: int, bays: int, zone_s: float) -> None:
        """`zone_s`: how long a car is in the zone where nothing is on file."""
        self._usual, self._limit, self._bays = usual, limit, bays
        self._zone_s = usual.zone_s or zone_s

    @property
    def is_rough(self) -> bool:
        """Whether too little is on file."""
        return self._usual.days < FEWEST_DAYS

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
        """Under 28 days on file: what the bays can take, less those who come without an appointment."""
        if self.is_rough:
            through = math.floor(self._bays * HALF_HOUR_S / self._zone_s)
            return max(1, math.floor(through - self._usual.walk_ins[half_hour]))
        return largest(self, half_hour, target)


def largest(risk: Risk, half_hour: int, target: float) -> int:
    """Return the most appointments that leave the probability at a target or below; at least one."""
    return max((bookings for bookings in range(1, _MOST + 1) if risk(half_hour, bookings) <= target), default=1)


def _chances(limit: int, mean: float) -> list[float]:
    """Return how likely 0, 1 … are there at once, up to one below a limit, by the Poisson law."""
    found = [math.exp(-mean)]
    for count in range(1, limit):
        found.append(found[-1] * mean / count)
    return found
