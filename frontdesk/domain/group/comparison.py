"""Stores compared honestly: what happened for each hundred cars, how sure that is, and who really differs."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.intervals import Z_95, Z_998, poisson, wilson

FEWEST = 30
"""With fewer cars a month says too little of a store."""


class Measure(StrEnum):
    """What is compared."""

    OVER_COUNTS = "over_counts"
    OVER_STAYS = "over_stays"
    LATE_RECEPTIONS = "late_receptions"
    COMPLAINTS = "complaints"
    PENALTIES = "penalties"
    RESCUES = "rescues"
    INCIDENTS = "incidents"


OF_CARS = frozenset({Measure.OVER_STAYS, Measure.LATE_RECEPTIONS})
"""Those of which a car has one or none: a share. Of the others any number may happen: a rate."""


class Standing(StrEnum):
    """How a store stands beside the group."""

    TOO_FEW = "too_few"
    LIKE = "like"
    HIGHER = "higher"
    LOWER = "lower"


DIFFERS = frozenset({Standing.HIGHER, Standing.LOWER})
"""Where more than chance is at work."""


class Rate(NamedTuple):
    """How often something happened for so many cars, and the interval that the rate lies in, for each car."""

    times: int
    cars: int
    low: float
    high: float

    @property
    def per_car(self) -> float | None:
        """The rate itself; None without a car."""
        return self.times / self.cars if self.cars else None


class Month(NamedTuple):
    """What was counted of a store in a month, and until when it was heard of."""

    code: str
    name: str
    province: str
    heard_at: Millis | None
    cars: int
    counts: Mapping[Measure, int]


@dataclass(frozen=True)
class Comparison:
    """The stores of a group in one month, and all of them together."""

    months: Sequence[Month]
    ends: Millis

    @cached_property
    def cars(self) -> int:
        """The cars of all stores."""
        return sum(month.cars for month in self.months)

    @cached_property
    def _group(self) -> Mapping[Measure, Rate]:
        return {
            measure: rate(measure, sum(each.counts[measure] for each in self.months), self.cars) for measure in Measure
        }

    def rate(self, measure: Measure, month: Month | None = None) -> Rate:
        """Return a store's rate with its 95 % interval; that of the whole group where no store is named."""
        if month is None:
            return self._group[measure]
        return rate(measure, month.counts[measure], month.cars)

    def standing(self, measure: Measure, month: Month) -> Standing:
        """Return how a store stands beside the group: only what chance hardly does is a difference.

        Of four hundred stores that are alike one would be called different; with 95 % it would be twenty.
        """
        if month.cars < FEWEST:
            return Standing.TOO_FEW
        usual = self.rate(measure).per_car or 0.0
        found = rate(measure, month.counts[measure], month.cars, Z_998)
        return Standing.HIGHER if found.low > usual else Standing.LOWER if found.high < usual else Standing.LIKE

    def is_whole(self, month: Month) -> bool:
        """Whether a store was heard of since the month ended; else something of it may be missing."""
        return month.heard_at is not None and month.heard_at >= self.ends


def rate(measure: Measure, count: int, cars: int, z: float = Z_95) -> Rate:
    """Return a rate with its interval: a share's by Wilson, that of a number of events by Poisson."""
    if measure in OF_CARS:
        return Rate(count, cars, *wilson(count, cars, z))
    low, high = poisson(count, z)
    return Rate(count, cars, low / cars if cars else 0.0, high / cars if cars else float("inf"))


def limits(measure: Measure, usual: float, cars: int) -> tuple[float, float]:
    """Return the rates for each car from which on a store of so many cars counts as lower, and as higher."""
    most = range(cars + 1 if measure in OF_CARS else int(10 * usual * cars) + 50)
    higher = bisect_left(most, True, key=lambda count: rate(measure, count, cars, Z_998).low > usual)
    lower = bisect_left(most, True, key=lambda count: rate(measure, count, cars, Z_998).high >= usual)
    return lower / cars, higher / cars
