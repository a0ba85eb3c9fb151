"""The next hour of a month file: forecast at each half hour of each day from the other days of its class, and judged.

What happened is swept apart from the program, and so is what an hour of the day alone would have said.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import real_month

from frontdesk.domain.calendar.working_days import Calendar
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.figures.limits import Stretch
from frontdesk.domain.outlook.day_class import DayClass, class_of
from frontdesk.domain.outlook.habits import HALF_HOUR, Habits, PastDay
from frontdesk.domain.outlook.outlook import Outlook, outlook
from frontdesk.domain.outlook.today import SoFar
from frontdesk.domain.values.clock import HOUR, Millis

LIMIT = 4
_Hours = tuple[date, int]
Ask = Callable[[Habits, SoFar], Outlook]


class Told(NamedTuple):
    """What was said of an hour that began at an instant of a day, and whether it got too full."""

    day: date
    hour: int
    said: float
    happened: bool


def ask(habits: Habits, today: SoFar) -> Outlook:
    return outlook(habits, today, LIMIT)


def span_of(day: date) -> DaySpan:
    return DaySpan.of(day, real_month.ZONE)


def days(file: Path | None = None, of: DayClass = DayClass.WORKING) -> dict[date, list[Stretch]]:
    """When each car drove in and out, on each day of a class: of the real month, or of another file of its kind."""
    found: dict[date, list[Stretch]] = defaultdict(list)
    for row in real_month.rows() if file is None else real_month.rows_of(file):
        if row.left > row.came and class_of(row.day, Calendar()) is of:
            found[row.day].append((row.at(row.came), row.at(row.left)))
    return dict(found)


def instants(day: date) -> range:
    """Every half hour from 8 to 22."""
    begins = span_of(day).begins
    return range(begins + 8 * HOUR, begins + 22 * HOUR + 1, HALF_HOUR)


def happened(stretches: Sequence[Stretch], at: Millis) -> bool | None:
    """Whether it got too full within the hour after an instant; None where it was too full then."""
    changes = sorted([(until or 0, -1) for _, until in stretches] + [(since, 1) for since, _ in stretches])
    count, was_over = 0, False
    for moment, change in changes:
        if moment > at + HOUR:
            return False
        if moment > at and was_over:
            return None
        count += change
        if moment > at and count >= LIMIT:
            return True
        was_over = moment <= at and count >= LIMIT
    return False


def told(ask: Ask = ask, file: Path | None = None) -> Iterator[Told]:
    """Give what was said of each instant by the other days, and what happened."""
    found = days(file)
    past = {day: PastDay.of(span_of(day), each) for day, each in found.items()}
    for day, stretches in found.items():
        habits = Habits.of([each for other, each in past.items() if other != day])
        for at in instants(day):
            what = happened(stretches, at)
            if what is not None:
                said = ask(habits, SoFar.of(span_of(day), at, stretches))
                yield Told(day, (at - span_of(day).begins) // HOUR, said.probability, what)


def usual(sayings: Sequence[Told]) -> list[float]:
    """What the other days say of each one's hour of the day."""
    times, over = Counter[int](), Counter[int]()
    times_of_day, over_of_day = Counter[_Hours](), Counter[_Hours]()
    for each in sayings:
        times[each.hour] += 1
        over[each.hour] += each.happened
        times_of_day[each.day, each.hour] += 1
        over_of_day[each.day, each.hour] += each.happened
    return [
        (over[each.hour] - over_of_day[each.day, each.hour]) / (times[each.hour] - times_of_day[each.day, each.hour])
        for each in sayings
    ]


def brier(said: Sequence[float], sayings: Sequence[Told]) -> float:
    return sum((likely - each.happened) ** 2 for likely, each in zip(said, sayings, strict=True)) / len(sayings)


def auc(said: Sequence[float], sayings: Sequence[Told]) -> float:
    """How likely what happened was called likelier than what did not."""
    did, did_not = (
        [likely for likely, each in zip(said, sayings, strict=True) if each.happened is what] for what in (True, False)
    )
    wins = sum((one > other) + (one == other) / 2 for one in did for other in did_not)
    return wins / len(did) / len(did_not)
