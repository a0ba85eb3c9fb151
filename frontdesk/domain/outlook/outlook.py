"""The next hour: how likely the zone gets too full, how many cars come, how many stand there at once (Z9)."""

from collections.abc import Sequence
from typing import NamedTuple

from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.outlook.booked import Booked
from frontdesk.domain.outlook.course import Cars, Course
from frontdesk.domain.outlook.habits import HALF_HOUR, Habits
from frontdesk.domain.outlook.today import SoFar, busier, slower
from frontdesk.domain.values.clock import HOUR, MINUTE, Millis

AHEAD: Millis = HOUR
STEP: Millis = MINUTE
_STEPS = AHEAD // STEP
_AS_NOT = 0.5


class Outlook(NamedTuple):
    """What is expected of the hour after an instant."""

    at: Millis
    probability: float
    """How likely the zone reaches its limit; 1 while it stands at it."""
    arrivals: float
    peak: int
    """The most cars at once that are as likely as not, as far as the limit."""
    basis_days: int
    is_over: bool
    """Whether the limit is reached already: then nothing is foretold."""


def outlook(habits: Habits, today: SoFar, limit: int, booked: Sequence[Booked] = ()) -> Outlook:
    """Return what is expected; the same for whoever asks about the same rows at the same instant."""
    cars = _cars(habits, today, booked)
    there = len(today.ages)
    course = Course(cars, limit)
    likely = 1.0 if there >= limit else course.reaches(limit)
    arrivals = sum(cars.walk_ins) + sum(each[0] - each[-1] for each in cars.to_come)
    return Outlook(today.now, likely, arrivals, _peak(course, there, limit, likely), habits.days, there >= limit)


def _peak(course: Course, there: int, limit: int, likely: float) -> int:
    """Return the highest count that is reached as likely as not; of more than the limit, the limit."""
    if there >= limit or likely >= _AS_NOT:
        return max(there, limit)
    return next((count for count in range(limit - 1, there, -1) if course.reaches(count) >= _AS_NOT), there)


def _cars(habits: Habits, today: SoFar, booked: Sequence[Booked]) -> Cars:
    pace, more = slower(habits, today), busier(habits, today)
    middles = (0, *range(STEP // 2, AHEAD, STEP))
    return Cars(
        staying=[habits.staying_on(pace, age, middles) for age in today.ages],
        to_come=[_to_come(each, today.now, _STEPS) for each in booked],
        walk_ins=_walk_ins(habits, today.span, today.now, _STEPS, more),
        fresh=habits.staying(pace, range(STEP, AHEAD + 1, STEP)),
    )


def risk_of_half_hour(habits: Habits, span: DaySpan, begins: Millis, limit: int, booked: Sequence[Booked]) -> float:
    """Return how likely the zone reaches its limit within a half hour to come, whoever walks in as usual.

    `booked`: those of the hour before as well, as they may be in the zone still.
    """
    since = begins - AHEAD
    steps = _STEPS + HALF_HOUR // STEP
    cars = Cars(
        staying=(),
        to_come=[_to_come(each, since, steps) for each in booked],
        walk_ins=_walk_ins(habits, span, since, steps),
        fresh=habits.staying(1.0, range(STEP, steps * STEP + 1, STEP)),
    )
    return Course(cars, limit).reaches(limit, first=_STEPS)


def _walk_ins(habits: Habits, span: DaySpan, begins: Millis, steps: int, more: float = 1.0) -> list[float]:
    """Return how many cars are expected in each step without a booking."""
    middles = (begins + step * STEP + STEP // 2 for step in range(steps))
    return [more * habits.rate(span, middle) * STEP for middle in middles]


def _to_come(booked: Booked, begins: Millis, steps: int) -> list[float]:
    """Return how likely a booked car that has not come is still to come, or never comes, after each step."""
    had = booked.came_by(begins)
    return [(1 - booked.came_by(begins + step * STEP)) / (1 - had) if had < 1 else 0.0 for step in range(steps + 1)]
