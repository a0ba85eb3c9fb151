"""A day as an effect is judged by it, and what kind of day it was."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.calendar.working_days import Calendar
from frontdesk.domain.figures.day import DayFigures


class DayKind(StrEnum):
    """Days of one kind are compared with each other: business differs by the day of the week and on holidays."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"
    MOVED = "moved"
    """A weekend day that was published as a working day."""


_WEEK = tuple(DayKind)[:7]


def kind_of(day: date, calendar: Calendar) -> DayKind:
    """Return what kind of day a day is: by the day of the week, where nothing else is published of it."""
    kind = _WEEK[day.weekday()]
    published = calendar.days.get(day)
    if published is None or (published and kind not in {DayKind.SATURDAY, DayKind.SUNDAY}):
        return kind
    return DayKind.MOVED if published else DayKind.HOLIDAY


class ReviewDay(NamedTuple):
    """A day on which cars came, counted by one set of limits."""

    day: date
    figures: DayFigures
    tickets: int = 0
    """How many call tickets were handed out."""
    missed: int = 0
    """How many of those were called and nobody came."""
