"""Which days are alike in who comes and when: the next hour is told from days of the same class (Z9)."""

from datetime import date, timedelta
from enum import StrEnum

from frontdesk.domain.calendar.working_days import Calendar

_SATURDAY, _SUNDAY = 5, 6


class DayClass(StrEnum):
    """The classes of day; a weekend day that was published as a working day is one."""

    WORKING = "working"
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"
    EVE = "eve"
    """The day before a holiday begins."""


def class_of(day: date, calendar: Calendar) -> DayClass:
    """Return the class of a day."""
    if calendar.days.get(day) is False:
        return DayClass.HOLIDAY
    if calendar.days.get(day + timedelta(days=1)) is False:
        return DayClass.EVE
    if calendar.days.get(day):
        return DayClass.WORKING
    return {_SATURDAY: DayClass.SATURDAY, _SUNDAY: DayClass.SUNDAY}.get(day.weekday(), DayClass.WORKING)
