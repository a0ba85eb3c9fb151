"""How two sets of days differ, with an interval: the unit is the day, not the car (Z7)."""

import math
from collections.abc import Iterable, Sequence
from functools import partial
from random import Random
from statistics import stdev
from typing import NamedTuple

from frontdesk.domain.review import student
from frontdesk.domain.review.metrics import COUNTED, Measured, Metric, rate
from frontdesk.domain.review.permutation import permutation_p

ROUNDS = 4_999
_ROUNDS_OF_TIMES = 999
"""Sorting every car's time anew takes longer."""
_RESAMPLED = 400
_SEED = 16
_BY_CHANCE = 0.05
_COVERED, _POWER = 0.975, 0.8


class Comparison(NamedTuple):
    """The change from some days to others: -0.54 is 54 % less."""

    change: float
    low: float
    high: float
    """95 % of such intervals hold the true change."""
    dispersion: float | None
    """How many times as much as by pure chance the days differ, 1 at least; None for what is not counted."""
    p: float
    """In what share of rounds days dealt out by chance differ as much."""
    visible: float | None
    """The smallest decrease that four of five such comparisons would show; None where none is large enough."""

    @property
    def agrees(self) -> bool:
        """Whether interval and permutation both say that something changed."""
        return self.p < _BY_CHANCE and not self.low <= 0 <= self.high


def compared(
    metric: Metric, before: Sequence[Measured], after: Sequence[Measured], rounds: int = ROUNDS
) -> Comparison | None:
    """Compare two sets of days; None where neither had anything to count, so that nothing can be said."""
    if metric is Metric.P90_ZONE_TIME:
        return _of_times(before, after, min(rounds, _ROUNDS_OF_TIMES))
    totals = [sum(day.events for day in side) for side in (before, after)]
    if not any(totals):
        return None
    # With nothing on one side there is no ratio: half an event more on each makes one.
    more = 0.0 if all(totals) else 0.5
    had, has = (total + more for total in totals)
    exposed, exposes = (sum(day.exposure for day in side) for side in (before, after))
    freedom = len(before) + len(after) - 2
    spread = (_scatter(before) + _scatter(after)) / freedom
    if metric in COUNTED:
        spread = max(1.0, spread)
    return _told(
        math.log(has / exposes * exposed / had),
        math.sqrt(spread * (1 / had + 1 / has)),
        freedom,
        dispersion=spread if metric in COUNTED else None,
        p=permutation_p(before, after, partial(rate, metric), rounds),
        visible=_visible(had, exposes / exposed, spread, 1.0 if metric in COUNTED else 0.0, freedom),
    )


def share_of_scatter(days: Iterable[Measured]) -> tuple[tuple[float, Measured], ...]:
    """Return each day with the part of the scatter that is its own, the largest first."""
    listed = tuple(days)
    mean = sum(day.events for day in listed) / sum(day.exposure for day in listed)
    parts = [((day.events - mean * day.exposure) ** 2 / (mean * day.exposure) if mean else 0.0, day) for day in listed]
    return tuple(sorted(parts, key=lambda part: (-part[0], part[1].day)))


def _scatter(days: Sequence[Measured]) -> float:
    return sum(part for part, _ in share_of_scatter(days))


def _told(
    moved: float, error: float, freedom: int, *, dispersion: float | None, p: float, visible: float | None
) -> Comparison:
    reach = student.quantile(_COVERED, freedom) * error
    change, low, high = (math.expm1(each) for each in (moved, moved - reach, moved + reach))
    return Comparison(change, low, high, dispersion, p, visible)


def _visible(had: float, longer: float, spread: float, pure: float, freedom: int) -> float | None:
    """Return the smallest decrease, in whole percent, that is far enough from none given what it would leave to count.

    `longer`: how many times as much would be exposed after as before; `pure`: the part of the spread that is chance.
    """
    reach = student.quantile(_COVERED, freedom) + student.quantile(_POWER, freedom)
    for percent in range(1, 100):
        left = 1 - percent / 100
        # Fewer events scatter less: their days differ by chance as before, and by the rest in proportion.
        of_both = (spread + pure + left * (spread - pure)) / 2
        error = math.sqrt(of_both * (1 / had + 1 / (had * longer * left)))
        if -math.log(left) >= reach * error:
            return -percent / 100
    return None


def _of_times(before: Sequence[Measured], after: Sequence[Measured], rounds: int) -> Comparison:
    """Compare a percentile of times: how far it would be off is seen by drawing as many days again from the days."""
    of_times = partial(rate, Metric.P90_ZONE_TIME)
    freedom = len(before) + len(after) - 2
    error = math.hypot(_error_of_times(before), _error_of_times(after))
    reach = student.quantile(_COVERED, freedom) + student.quantile(_POWER, freedom)
    return _told(
        math.log(of_times(after) / of_times(before)),
        error,
        freedom,
        dispersion=None,
        p=permutation_p(before, after, of_times, rounds),
        visible=math.expm1(-reach * error),
    )


def _error_of_times(days: Sequence[Measured]) -> float:
    chance = Random(_SEED)
    drawn = (chance.choices(days, k=len(days)) for _ in range(_RESAMPLED))
    return stdev(math.log(rate(Metric.P90_ZONE_TIME, each)) for each in drawn)
