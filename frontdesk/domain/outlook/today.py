"""How the present day goes beside what such days are like (Z9)."""

import math
from collections.abc import Iterable
from typing import NamedTuple

from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.figures.limits import Stretch
from frontdesk.domain.outlook.habits import HALF_HOUR, HALF_HOURS, Habits
from frontdesk.domain.values.clock import MINUTE, Millis

_FADES: Millis = 150 * MINUTE
"""What was longer ago than this says less of the next hour than what is later."""
_USUAL_CARS = 8
"""Of how many cars the usual number counts as much, beside those that came."""
_USUAL_LENGTHS = 10
_SLOWEST, _FASTEST = 1.5, 0.6


class SoFar(NamedTuple):
    """The day up to now: when the zone was driven into, by whom without a booking, and out of."""

    span: DaySpan
    now: Millis
    walked_in: tuple[Millis, ...]
    lengths: tuple[Millis, ...]
    """How long each car was in the zone that has left it."""
    ages: tuple[Millis, ...]
    """How long each car has been in the zone that stands in it."""

    @classmethod
    def of(
        cls, span: DaySpan, now: Millis, in_zone: Iterable[Stretch], booked: frozenset[Millis] = frozenset()
    ) -> "SoFar":
        """Return the day as its rows tell it; what they tell of later than now is not known yet."""
        known = sorted(each for each in in_zone if each[0] <= now)
        began = [each for each in known if span.begins <= each[0]]
        return cls(
            span,
            now,
            tuple(since for since, _ in began if since not in booked),
            tuple(until - since for since, until in began if until is not None and until <= now),
            tuple(now - since for since, until in known if until is None or until > now),
        )


def busier(habits: Habits, today: SoFar) -> float:
    """Return how many times as many cars come as usual; the last hours say most."""
    came = sum(math.exp((at - today.now) / _FADES) for at in today.walked_in)
    usual = sum(
        habits.per_half_hour[number] * math.exp((middle - today.now) / _FADES)
        for number in range(HALF_HOURS)
        if (middle := today.span.begins + number * HALF_HOUR + HALF_HOUR // 2) <= today.now
    )
    return (came + _USUAL_CARS) / (usual + _USUAL_CARS)


def slower(habits: Habits, today: SoFar) -> float:
    """Return how many times as long as usual cars are in the zone."""
    usual = habits.mean
    if not usual:
        return 1.0
    found = (sum(today.lengths) + _USUAL_LENGTHS * usual) / ((len(today.lengths) + _USUAL_LENGTHS) * usual)
    return min(_SLOWEST, max(_FASTEST, found))
