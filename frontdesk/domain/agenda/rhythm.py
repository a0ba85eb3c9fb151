"""When what time alone brings comes next: each day, or once in some months, by the store's clock (G2, Z7)."""

from collections import deque
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from enum import Enum, auto
from itertools import islice
from typing import NamedTuple

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.values.clock import Millis, to_millis

MOST_MISSED = 31
"""Of how many missed periods each is put on record after a long time in which nothing ran."""
EVERY_MONTH = frozenset(range(1, 13))
EACH_QUARTER = frozenset({1, 4, 7, 10})
_LONGEST = 400
"""How many days ahead a day that counts is looked for, so that the search ends even if none does."""


class Days(Enum):
    """Which days count."""

    EVERY = auto()
    OPEN = auto()
    WORKING = auto()


class Terms(NamedTuple):
    """The store's hours, and which days are working days."""

    hours: OpeningHours
    is_working: Callable[[date], bool]

    def counts(self, day: date, days: Days) -> bool:
        """Whether a day counts."""
        if days is Days.OPEN:
            return self.hours.is_open_on(day)
        return days is Days.EVERY or self.is_working(day)


class Rhythm(NamedTuple):
    """How often something comes: on each day that counts, or on the first such day of some months."""

    at: str
    """The time of day by the store's clock: 21:00."""
    days: Days = Days.EVERY
    months: frozenset[int] | None = None
    """Those in which it comes once; None: it comes daily."""


def next_at(rhythm: Rhythm, after: Millis, terms: Terms) -> Millis:
    """Return the first instant of a rhythm after another one.

    A time that the clock skips in spring comes as much later; one that it shows twice in autumn comes the first time.
    """
    today = terms.hours.day_of(after)
    days = _daily(rhythm, today, terms) if rhythm.months is None else _monthly(rhythm, rhythm.months, today, terms)
    return next(at for at in (instant(rhythm.at, day, terms) for day in days) if at > after)


def passed(rhythm: Rhythm, first: Millis, now: Millis, terms: Terms) -> tuple[tuple[Millis, ...], Millis]:
    """Return the instants from a first one on that nobody acted at, of many the latest, and the last, which is due."""
    found = deque((first,), MOST_MISSED + 1)
    while (at := next_at(rhythm, found[-1], terms)) <= now:
        found.append(at)
    return tuple(islice(found, len(found) - 1)), found[-1]


def _daily(rhythm: Rhythm, today: date, terms: Terms) -> Iterator[date]:
    """Return the days that count from yesterday on, whose time may be skipped into today; where none does, any day."""
    listed = (today + timedelta(days=ahead) for ahead in range(-1, _LONGEST))
    yield from (day for day in listed if terms.counts(day, rhythm.days))
    yield from (today + timedelta(days=ahead) for ahead in range(2))


def _monthly(rhythm: Rhythm, months: frozenset[int], today: date, terms: Terms) -> Iterator[date]:
    listed = (Month(today.year, today.month).later(ahead) for ahead in range(len(EVERY_MONTH) + 1))
    return (_first_day(month, rhythm.days, terms) for month in listed if month.number in months)


def _first_day(month: Month, days: Days, terms: Terms) -> date:
    """Return the first day of a month that counts; where none does, its first day."""
    first, after = date(month.year, month.number, 1), month.later(1)
    length = (date(after.year, after.number, 1) - first).days
    listed = (first + timedelta(days=ahead) for ahead in range(length))
    return next((day for day in listed if terms.counts(day, days)), first)


def instant(at: str, day: date, terms: Terms) -> Millis:
    """Return when the store's clock shows a time on a day; of times that are skipped or come twice, as `next_at`."""
    hour, minute = map(int, at.split(":"))
    return to_millis(datetime.combine(day, time(hour, minute), terms.hours.zone))
