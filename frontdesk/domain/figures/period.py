"""The figures of several days taken together: a day by its hours, a month by its days."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import chain, groupby
from zoneinfo import ZoneInfo

from frontdesk.domain.figures.day import HOURS, DayFigures, DaySpan, Decided
from frontdesk.domain.figures.limits import InForce, Limits
from frontdesk.domain.values.clock import HOUR, Millis, to_millis

_TENTHS = 9
"""The share of all, in tenths, that took no longer than what is called the 90th percentile."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How a length of time was spread: the mean, and what nine of ten did not exceed. None where there was none."""

    count: int
    mean: Millis | None
    p90: Millis | None

    @classmethod
    def of(cls, runs: Iterable[Sequence[Millis]]) -> "Spread":
        """Return the spread of times that come in runs, each the shortest first."""
        lived = [run for run in runs if run]
        count = sum(map(len, lived))
        if not count:
            return cls(0, None, None)
        # The runs are in order: how many took no longer than a time is looked up, and nothing is sorted again.
        times = range(min(run[0] for run in lived), max(run[-1] for run in lived) + 1)
        wanted = -(-count * _TENTHS // 10)
        at = bisect_left(times, wanted, key=lambda time: sum(bisect_right(run, time) for run in lived))
        return cls(count, sum(map(sum, lived)) // count, times[at])


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one day or of several, as of an instant."""

    arrivals: int
    received: int
    in_time: int
    reception_known: int
    """How many were received, or left without."""
    zone_time: Spread
    wait: Spread
    over_counts: int
    over_count_length: Millis
    over_stays: int
    over_stay_length: Millis
    decided: tuple[Decided, ...]
    no_shows: int
    turned_away: int
    left_unreceived: int
    opened: int
    closed: int
    late: int
    booked: int
    missed: int
    by_hour: tuple[int, ...]
    hour_peaks: tuple[int, ...]

    @property
    def peak(self) -> int:
        """The most cars at once."""
        return max(self.hour_peaks)

    @property
    def share(self) -> float | None:
        """The share that was received in time, of whom that is known; None where it is of nobody (Z4a)."""
        return self.in_time / self.reception_known if self.reception_known else None


def taken_together(days: Sequence[DayFigures], now: Millis) -> Figures:
    """Return the figures of some days."""
    return Figures(
        arrivals=sum(len(day.arrived) for day in days),
        received=sum(day.received for day in days),
        in_time=sum(day.in_time for day in days),
        reception_known=sum(day.received + day.unreceived for day in days),
        zone_time=Spread.of(day.zone_times for day in days),
        wait=Spread.of(day.waits for day in days),
        over_counts=sum(day.over_count.count for day in days),
        over_count_length=sum(day.over_count.length(now) for day in days),
        over_stays=sum(day.over_stay.count for day in days),
        over_stay_length=sum(day.over_stay.length(now) for day in days),
        decided=_decided(chain.from_iterable(day.decided for day in days)),
        no_shows=sum(day.no_shows for day in days),
        turned_away=sum(day.turned_away for day in days),
        left_unreceived=sum(day.left_unreceived for day in days),
        opened=sum(day.opened for day in days),
        closed=sum(day.closed for day in days),
        late=sum(day.late for day in days),
        booked=sum(day.booked for day in days),
        missed=sum(day.missed for day in days),
        by_hour=tuple(map(sum, zip(*(day.by_hour for day in days), strict=True))),
        hour_peaks=tuple(map(max, zip(*(day.hour_peaks for day in days), strict=True))),
    )


def _decided(each: Iterable[Decided]) -> tuple[Decided, ...]:
    """Return what each person decided, who decided most first."""
    found: dict[str, Decided] = {}
    for one in each:
        had = found.get(one.who, Decided(one.who, 0, 0, 0))
        found[one.who] = Decided(one.who, had.times + one.times, had.total + one.total, max(had.longest, one.longest))
    return tuple(sorted(found.values(), key=lambda one: (-one.times, one.who)))


@dataclass(frozen=True, slots=True)
class Report:
    """A day or a month in figures, with the days it is made of, up to the present one."""

    first: date
    last: date
    is_month: bool
    is_running: bool
    """Whether it is not over yet."""
    days: tuple[tuple[date, DayFigures], ...]
    now: Millis
    zone: ZoneInfo
    limits: Limits

    @property
    def figures(self) -> Figures:
        """All of it taken together."""
        return taken_together([figures for _, figures in self.days] or [DayFigures()], self.now)

    @property
    def over_count_limits(self) -> tuple[int, ...]:
        """How many cars were too many, each in turn where that was changed (Z5)."""
        return tuple(limit for limit, _ in groupby(each.numbers.over_count for each in self._in_force))

    @property
    def reception_limits(self) -> tuple[Millis, ...]:
        """After how long a reception was late, each in turn where that was changed (Z4a)."""
        return tuple(limit for limit, _ in groupby(each.numbers.late_reception for each in self._in_force))

    @property
    def _in_force(self) -> tuple[InForce, ...]:
        begins, ends = (DaySpan.of(day, self.zone) for day in (self.first, self.last))
        return self.limits.between(begins.begins, min(ends.ends, max(begins.begins, self.now) + 1))

    @property
    def title(self) -> str:
        """The day or the month: 2026-11-27, 2026-11."""
        return self.first.isoformat()[:7] if self.is_month else self.first.isoformat()

    @property
    def bars(self) -> tuple["Bar", ...]:
        """What is drawn: the hours of a day, the days of a month."""
        if self.is_month:
            spans = [DaySpan.of(day, self.zone) for day, _ in self.days]
            return tuple(
                Bar(f"{day.day:02}", len(each.arrived), each.peak, self._limit(span.begins, span.ends))
                for (day, each), span in zip(self.days, spans, strict=True)
            )
        found = self.figures
        hours = [to_millis(datetime.combine(self.first, time(hour), self.zone)) for hour in range(HOURS)]
        return tuple(
            Bar(f"{hour:02}:00", found.by_hour[hour], found.hour_peaks[hour], self._limit(begins, begins + HOUR))
            for hour, begins in enumerate(hours)
        )

    def _limit(self, begins: Millis, ends: Millis) -> int:
        """Return the lowest limit that was in force from one instant until before another."""
        return min(each.numbers.over_count for each in self.limits.between(begins, ends))

    @property
    def lively(self) -> tuple["Bar", ...]:
        """The bars from the first to the last with anything in them."""
        bars = self.bars
        filled = [number for number, bar in enumerate(bars) if bar.arrivals or bar.peak]
        return bars[filled[0] : filled[-1] + 1] if filled else ()


@dataclass(frozen=True, slots=True)
class Bar:
    """An hour of a day, or a day of a month: how many came, how many stood in the zone at once."""

    name: str
    arrivals: int
    peak: int
    limit: int
    """How many were too many."""

    @property
    def is_over(self) -> bool:
        """Whether too many stood there."""
        return self.peak >= self.limit
