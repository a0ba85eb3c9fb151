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
        """After about the time that a car stays the zone is another one: it has that many chances in a half hour."""
        cars = self._usual.walk_ins[half_hour] + bookings * self._usual.shows
        at_once = _at_least(self._limit, cars * self._zone_s / HALF_HOUR_S)
        chances = max(1.0, HALF_HOUR_S / self._zone_s)
        return 1 - math.pow(1 - at_once, chances)

    def capacity(self, half_hour: int, target: float) -> int:
        """Under 28 days on file: what the bays can take, less those who come without an appointment."""
        if self.is_rough:
            through = math.floor(self._bays * HALF_HOUR_S / self._zone_s)
            return max(1, math.floor(through - self._usual.walk_ins[half_hour]))
        return largest(self, half_hour, target)


def largest(risk: Risk, half_hour: int, target: float) -> int:
    """Return the most appointments that leave the probability at a target or below; at least one."""
    return max((bookings for bookings in range(1, _MOST + 1) if risk(half_hour, bookings) <= target), default=1)


def _at_least(limit: int, mean: float) -> float:
    """Return the probability that at least so many are there at once, by the Poisson law."""
    term = math.exp(-mean)
    below = 0.0
    for count in range(limit):
        below += term
        term *= mean / (count + 1)
    return max(0.0, 1 - below)
