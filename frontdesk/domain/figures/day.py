"""The figures of one day of the store: who came, how long it took, what was over a limit, what was done about it."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from frontdesk.domain.values.clock import DAY, MINUTE, Millis, to_datetime, to_millis

QUARTER: Millis = 15 * MINUTE
QUARTERS = 96
HOURS = 24


class DaySpan(NamedTuple):
    """When a day of the store's calendar begins and ends."""

    day: date
    zone: ZoneInfo
    begins: Millis
    ends: Millis

    @classmethod
    @lru_cache(maxsize=64)
    def of(cls, day: date, zone: ZoneInfo) -> "DaySpan":
        """Return the span of a day; where clocks are changed for summer it is no 24 hours long."""
        begins, ends = (datetime.combine(each, time(), zone) for each in (day, day + timedelta(days=1)))
        return cls(day, zone, to_millis(begins), to_millis(ends))

    def quarter(self, at: Millis) -> int:
        """Return the quarter of an hour of the day an instant falls into; 0 begins at midnight."""
        if self.ends - self.begins == DAY:
            return (at - self.begins) // QUARTER
        moment = to_datetime(at, self.zone)
        return moment.hour * 4 + moment.minute // 15

    def next_quarter(self, at: Millis) -> Millis:
        """Return when the next quarter of an hour begins."""
        return self.begins + ((at - self.begins) // QUARTER + 1) * QUARTER


@dataclass(frozen=True, slots=True)
class Over:
    """What was over a limit on a day: how often that began, and how long it was so within the day."""

    count: int = 0
    ended: Millis = 0
    """How long, what still stands left out."""
    running: tuple[Millis, ...] = ()
    """Since when what still stands has been over."""

    def length(self, now: Millis) -> Millis:
        """Return how long in all, as of now."""
        return self.ended + sum(max(0, now - since) for since in self.running)


class Decided(NamedTuple):
    """What one person decided on of the day's crowding, and how fast."""

    who: str
    times: int
    total: Millis
    """From each crossing to its decision, added up."""
    longest: Millis


@dataclass(frozen=True, slots=True)
class DayFigures:
    """One day in figures. A visit belongs to the day it began; what is over a limit, to the day it was over."""

    arrived: tuple[Millis, ...] = ()
    """When each car came, those turned away left out."""
    by_hour: tuple[int, ...] = (0,) * HOURS
    """How many came in each hour."""
    peaks: tuple[int, ...] = (0,) * QUARTERS
    """The most cars that stood in the zone at once, in each quarter of an hour."""
    received: int = 0
    in_time: int = 0
    """How many were received within the limit (Z4a)."""
    unreceived: int = 0
    """How many of those who came left without having been received."""
    left_unreceived: int = 0
    """How many left that day without having been received."""
    turned_away: int = 0
    no_shows: int = 0
    zone_times: tuple[Millis, ...] = ()
    """How long each car was in the zone that is done with it, the shortest first (Z6)."""
    waits: tuple[Millis, ...] = ()
    """How long each customer waited for the hand-over, or until they left, the shortest first."""
    over_count: Over = field(default_factory=Over)
    over_stay: Over = field(default_factory=Over)
    """Each car counts once, however often it drives out and in."""
    decided: tuple[Decided, ...] = ()
    opened: int = 0
    closed: int = 0
    late: int = 0
    """How many cases missed a time limit that day."""
    booked: int = 0
    """For how many appointments of that day a customer was expected (Z9)."""
    missed: int = 0
    """For how many of those nobody came."""

    @property
    def hour_peaks(self) -> tuple[int, ...]:
        """The most cars at once in each hour."""
        return tuple(max(self.peaks[hour * 4 : hour * 4 + 4]) for hour in range(HOURS))

    @property
    def peak(self) -> int:
        """The most cars at once."""
        return max(self.peaks)
