"""When a survey's plan and its report are due: at the end of a month (Q7)."""

from collections.abc import Callable
from datetime import date, timedelta

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.values.clock import Millis


def last_working_day(month: Month, hours: OpeningHours, works: Callable[[date], bool]) -> Millis:
    """Return close of business of the last working day of a month on which the store opens; else the month's end."""
    after = month.later(1)
    first, day = date(month.year, month.number, 1), date(after.year, after.number, 1) - timedelta(days=1)
    while day >= first:
        if works(day) and hours.is_open_on(day):
            return hours.closing_from(day, works)
        day -= timedelta(days=1)
    return after.begins(hours.zone)
