"""What a month would have been with another limit, from its own rows (Z7)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from frontdesk.domain.figures.day import DayFigures, DaySpan
from frontdesk.domain.figures.limits import Limits
from frontdesk.domain.figures.sweep import VisitTimes, swept
from frontdesk.domain.policy.zone import ZoneNumbers
from frontdesk.domain.values.clock import MINUTE, SECOND, Millis

DayVisits = tuple[DaySpan, Sequence[VisitTimes]]
"""A day, with the visits that began on it or stood in the zone then."""


class Trial(NamedTuple):
    """Limits to try; None: the one in force."""

    over_stay: Millis | None = None
    over_count: int | None = None


TRIALS = (Trial(over_stay=18 * MINUTE), Trial(over_stay=22 * MINUTE), Trial(over_count=5))


class Tried(NamedTuple):
    """What there would have been with the limits of a trial."""

    trial: Trial
    over_counts: int
    over_count_length: Millis
    over_stays: int
    over_stay_length: Millis


def tried(days: Iterable[DayVisits], limits: Limits, trial: Trial, now: Millis) -> Tried:
    """Return what some days would have been with the limits of a trial; all others as they were in force."""
    changed = Limits(
        _with(limits.first, trial), tuple(each._replace(numbers=_with(each.numbers, trial)) for each in limits.later)
    )
    found: list[DayFigures] = [swept(span, visits, changed, now) for span, visits in days]
    return Tried(
        trial,
        sum(day.over_count.count for day in found),
        sum(day.over_count.length(now) for day in found),
        sum(day.over_stay.count for day in found),
        sum(day.over_stay.length(now) for day in found),
    )


def _with(numbers: ZoneNumbers, trial: Trial) -> ZoneNumbers:
    over_stay_s = numbers.over_stay_s if trial.over_stay is None else trial.over_stay // SECOND
    over_count = numbers.over_count if trial.over_count is None else trial.over_count
    return replace(numbers, over_stay_s=over_stay_s, over_count=over_count)
