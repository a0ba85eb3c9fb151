"""The plan of a holiday: which come, when its plan is opened, for which days one can be opened by hand (S2)."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.working_days import Calendar
from frontdesk.domain.holidays.reasons import HolidayReason
from frontdesk.domain.rosters.holidays import Holiday, holiday_of
from frontdesk.domain.values.clock import Millis, to_millis
from frontdesk.domain.values.errors import Refused

MOST_DAYS = 31
FARTHEST = 366
_DAY = timedelta(days=1)


class HolidayPlan(NamedTuple):
    """The plan of a holiday; its number is that of its matter."""

    id: int
    first: date
    last: date
    opened_at: Millis
    asked_through: date | None = None
    """The last of its days whose visitors were drawn to be asked how satisfied they are (S11)."""

    @property
    def holiday(self) -> Holiday:
        """Its days."""
        return Holiday(self.first, self.last)

    @property
    def days(self) -> tuple[date, ...]:
        """Each of its days."""
        return tuple(self.first + ahead * _DAY for ahead in range(self.holiday.length))


def midnight(day: date, zone: tzinfo) -> Millis:
    """Return the instant a day begins."""
    return to_millis(datetime.combine(day, time(), zone))


def before(plan: HolidayPlan, hours: OpeningHours, ahead_days: int) -> Millis:
    """Return since when a call or a check counts for a holiday: since its plan is, or could be, open."""
    return min(plan.opened_at, midnight(plan.first - max(1, ahead_days) * _DAY, hours.zone))


def coming(today: date, within: int, calendar: Calendar, least: int = 1) -> Iterator[Holiday]:
    """Give the holidays of at least so many days that begin after today, within so many days, the first one first."""
    day = today + _DAY
    while day <= today + within * _DAY:
        holiday = holiday_of(day, calendar)
        if holiday is None:
            day += _DAY
            continue
        if holiday.first > today and holiday.length >= least:
            yield holiday
        day = holiday.last + _DAY


def check_days(first: date, last: date, today: date, others: Iterable[HolidayPlan]) -> None:
    """Check the days of a plan that is opened by hand. Raises `Refused`: HOLIDAY_DAYS, HOLIDAY_PLANNED."""
    in_reach = today < first <= today + FARTHEST * _DAY
    if not in_reach or not first <= last < first + MOST_DAYS * _DAY:
        raise Refused(HolidayReason.HOLIDAY_DAYS, first=first, last=last, most=MOST_DAYS)
    for each in others:
        if each.first <= last and first <= each.last:
            raise Refused(HolidayReason.HOLIDAY_PLANNED, number=each.id, first=each.first, last=each.last)
