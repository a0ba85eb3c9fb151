"""At which hours of which days of the week something began (Z7)."""

from collections.abc import Iterable
from typing import NamedTuple
from zoneinfo import ZoneInfo

from frontdesk.domain.figures.day import HOURS
from frontdesk.domain.values.clock import Millis, to_datetime

_DAYS = 7
_STRETCH = 3
"""How many hours the fullest time of the week is looked for in."""


class Fullest(NamedTuple):
    """The hours of one day of the week in which the most began: from one full hour until before another."""

    weekday: int
    first: int
    until: int
    times: int
    share: float


class Week(NamedTuple):
    """How often something began in each hour of each day of the week, Monday first."""

    table: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, moments: Iterable[Millis], zone: ZoneInfo) -> "Week":
        """Count moments by the store's clock."""
        counts = [[0] * HOURS for _ in range(_DAYS)]
        for at in moments:
            moment = to_datetime(at, zone)
            counts[moment.weekday()][moment.hour] += 1
        return cls(tuple(map(tuple, counts)))

    @property
    def by_hour(self) -> tuple[int, ...]:
        """How often in each hour, whatever the day."""
        return tuple(map(sum, zip(*self.table, strict=True)))

    @property
    def fullest(self) -> Fullest | None:
        """The three hours of a day with the most, the earliest where several have as many; None where there is none."""
        total = sum(self.by_hour)
        if not total:
            return None
        found = [
            Fullest(weekday, first, first + _STRETCH, times, times / total)
            for weekday, hours in enumerate(self.table)
            for first in range(HOURS - _STRETCH + 1)
            for times in (sum(hours[first : first + _STRETCH]),)
        ]
        return max(found, key=lambda each: (each.times, self.table[each.weekday][each.first] > 0))
