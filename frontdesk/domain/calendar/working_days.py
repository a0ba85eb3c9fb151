"""Working days: which days count, and the day a term of N of them ends (C5, Q2; Civil Code 201–203)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

_SATURDAY = 5
_DECEMBER, _UNSETTLED_FROM = 12, 25
"""The last days of a year are moved about by the next year's list: New Year's holiday may begin there."""
_LONGEST = 400
"""How many days ahead a term is searched, so that the search ends even if no day is a working day."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days published as working or free, 调休 included; a year that was not published is provisional.

    `days`: the published exceptions from plain weeks, True if the day is a working day. `years`: the years published
    in full.
    """

    days: Mapping[date, bool] = field(default_factory=dict)
    years: frozenset[int] = frozenset()

    def is_working(self, day: date) -> bool:
        """Whether a day is a working day: as published, else Monday to Friday."""
        return self.days.get(day, day.weekday() < _SATURDAY)

    def is_provisional(self, day: date) -> bool:
        """Whether nobody has published what this day is: of the last days of December the next year's list does."""
        settles = list_of(day) if day.day >= _UNSETTLED_FROM else day.year
        return day not in self.days and not {day.year, settles} <= self.years


def unpublished(first: date, last: date, calendar: Calendar) -> tuple[int, ...]:
    """Return the years of some days whose holidays nobody has published: no day of them can be told for one."""
    return tuple(year for year in range(first.year, last.year + 1) if year not in calendar.years)


def list_of(day: date) -> int:
    """Return the year whose list names a day: what December's own year leaves open, the next one's says."""
    return day.year + (day.month == _DECEMBER)


def term(begins: date, working_days: int, is_working: Callable[[date], bool]) -> date:
    """Return the Nth working day after a day; the day it begins does not count."""
    left = working_days
    for ahead in range(1, _LONGEST):
        day = begins + timedelta(days=ahead)
        left -= is_working(day)
        if left <= 0:
            return day
    return begins + timedelta(days=_LONGEST)


def days_between(begins: date, ends: date) -> Iterator[date]:
    """Return the days after `begins`, up to `ends`."""
    return (begins + timedelta(days=ahead) for ahead in range(1, (ends - begins).days + 1))


class PublishedYear(NamedTuple):
    """A year's published exceptions from plain weeks, True if the day is a working day."""

    year: int
    days: Mapping[date, bool]
