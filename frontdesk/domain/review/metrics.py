"""What the effect of a measure can be judged by; of each, less is better (Z7)."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.review.day import DayKind, ReviewDay
from frontdesk.domain.review.percentiles import percentile
from frontdesk.domain.values.clock import MINUTE, Millis


class Metric(StrEnum):
    """The figures of a day that a measure can be meant to change."""

    OVER_STAYS_PER_100 = "over_stays_per_100"
    OVER_COUNTS_PER_DAY = "over_counts_per_day"
    MINUTES_ABOVE_PER_DAY = "minutes_above_per_day"
    LATE_PER_100 = "late_per_100"
    NO_SHOWS_PER_100 = "no_shows_per_100"
    P90_ZONE_TIME = "p90_zone_time"


COUNTED = frozenset(
    {Metric.OVER_STAYS_PER_100, Metric.OVER_COUNTS_PER_DAY, Metric.LATE_PER_100, Metric.NO_SHOWS_PER_100}
)
"""Those that count events: by pure chance they would scatter as the Poisson law says."""

PER_100 = frozenset({Metric.OVER_STAYS_PER_100, Metric.LATE_PER_100, Metric.NO_SHOWS_PER_100})


class Measured(NamedTuple):
    """One day by one metric: so much of so much."""

    day: date
    kind: DayKind
    events: float
    """Over-stays, late receptions, minutes …; for a zone time the number of cars."""
    exposure: float
    """Visits, tickets; 1 where it is by the day."""
    times: tuple[Millis, ...] = ()
    """Each car's time in the zone, for the metric that is a percentile of them."""


def measured(metric: Metric, days: Iterable[ReviewDay], kind_of: Callable[[date], DayKind]) -> tuple[Measured, ...]:
    """Return some days by a metric; a day on which there was nothing to count is left out."""
    found = []
    for day in days:
        events, exposure = _OF[metric](day)
        if exposure:
            times = day.figures.zone_times if metric is Metric.P90_ZONE_TIME else ()
            found.append(Measured(day.day, kind_of(day.day), events, exposure, times))
    return tuple(found)


def rate(metric: Metric, days: Sequence[Measured]) -> float:
    """Return a metric over some days, as it is said: per 100, per day, in minutes. Raises `ValueError` for no days."""
    if not days:
        raise ValueError(metric)
    if metric is Metric.P90_ZONE_TIME:
        return percentile([time for day in days for time in day.times], 90) / MINUTE
    per = 100 if metric in PER_100 else 1
    return per * sum(day.events for day in days) / sum(day.exposure for day in days)


def _over_stays(day: ReviewDay) -> tuple[float, float]:
    return day.figures.over_stay.count, len(day.figures.arrived)


def _over_counts(day: ReviewDay) -> tuple[float, float]:
    return day.figures.over_count.count, 1


def _minutes_above(day: ReviewDay) -> tuple[float, float]:
    return day.figures.over_count.ended / MINUTE, 1


def _late(day: ReviewDay) -> tuple[float, float]:
    known = day.figures.received + day.figures.unreceived
    return known - day.figures.in_time, known


def _no_shows(day: ReviewDay) -> tuple[float, float]:
    return day.missed, day.tickets


def _zone_times(day: ReviewDay) -> tuple[float, float]:
    return len(day.figures.zone_times), len(day.figures.zone_times)


_OF: dict[Metric, Callable[[ReviewDay], tuple[float, float]]] = {
    Metric.OVER_STAYS_PER_100: _over_stays,
    Metric.OVER_COUNTS_PER_DAY: _over_counts,
    Metric.MINUTES_ABOVE_PER_DAY: _minutes_above,
    Metric.LATE_PER_100: _late,
    Metric.NO_SHOWS_PER_100: _no_shows,
    Metric.P90_ZONE_TIME: _zone_times,
}
