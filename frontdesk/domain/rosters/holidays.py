"""The statutory holidays as runs of days, and the same holiday of the year before, day by day (S2, S8)."""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.calendar.working_days import Calendar
from frontdesk.domain.outlook.day_class import DayClass, class_of

_DAY = timedelta(days=1)
_NEAREST = 45
"""A holiday that goes by the moon moves by less than so many days from year to year."""
_SPRING = (date(2000, 1, 21), date(2000, 2, 20))
"""New Year's Day by the moon lies between these days of a year."""
_LONG = 4
"""The holiday of the Spring Festival has more days than this."""
FESTIVALS = 3
"""Of so many Spring Festivals it counts who worked in them."""


class DayKind(StrEnum):
    """The kinds of days whose shifts are to be shared evenly."""

    HOLIDAY = "holiday"
    WEEKEND = "weekend"
    PLAIN = "plain"


class Holiday(NamedTuple):
    """A statutory holiday: all its free days in a row."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def holds(self, day: date) -> bool:
        """Whether a day is in it."""
        return self.first <= day <= self.last

    @property
    def is_spring_festival(self) -> bool:
        """Whether it is the Spring Festival: the long holiday with the new moon of late January or February in it."""
        begins, ends = (day.replace(year=self.last.year) for day in _SPRING)
        return self.length > _LONG and self.first <= ends and self.last >= begins


def kind_of(day: date, calendar: Calendar) -> DayKind:
    """Return of what kind a day is; a weekend day that was published as a working day is a plain one."""
    of = class_of(day, calendar)
    if of is DayClass.HOLIDAY:
        return DayKind.HOLIDAY
    is_weekend = day.weekday() >= 5 and not calendar.days.get(day, False)
    return DayKind.WEEKEND if is_weekend else DayKind.PLAIN


def holiday_of(day: date, calendar: Calendar) -> Holiday | None:
    """Return the holiday a day is in; None for a day that was not published as free."""
    if calendar.days.get(day) is not False:
        return None
    first = last = day
    while calendar.days.get(first - _DAY) is False:
        first -= _DAY
    while calendar.days.get(last + _DAY) is False:
        last += _DAY
    return Holiday(first, last)


def year_before(holiday: Holiday, calendar: Calendar) -> Holiday | None:
    """Return the same holiday of the year before: the nearest to its days then; the Spring Festival only itself."""
    middle = holiday.first - timedelta(days=365)
    found = {
        other
        for apart in range(-_NEAREST, _NEAREST + 1)
        if (other := holiday_of(middle + apart * _DAY, calendar)) is not None
        and other.is_spring_festival == holiday.is_spring_festival
    }
    return min(found, key=lambda other: (abs((other.first - middle).days), other.first), default=None)


def same_day_before(day: date, calendar: Calendar) -> date | None:
    """Return the same day of the same holiday a year before, counted from its first; of a shorter one the last day."""
    holiday = holiday_of(day, calendar)
    before = None if holiday is None else year_before(holiday, calendar)
    if holiday is None or before is None:
        return None
    return min(before.last, before.first + (day - holiday.first))


def spring_festivals(before: date, calendar: Calendar) -> tuple[Holiday, ...]:
    """Return the last three Spring Festivals that were over before a day, the latest first."""
    found = []
    for year in range(before.year, before.year - FESTIVALS - 2, -1):
        days = (date(year, 1, 15) + timedelta(days=ahead) for ahead in range(45))
        listed = (holiday_of(day, calendar) for day in days)
        festival = next((each for each in listed if each is not None and each.is_spring_festival), None)
        if festival is not None and festival.last < before:
            found.append(festival)
    return tuple(found[:FESTIVALS])
