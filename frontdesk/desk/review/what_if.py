"""A month with other limits, from its own rows (Z7)."""

from zoneinfo import ZoneInfo

from data import policy as policies
from data.engine.connection import Connection
from data.figures.raw import limits, visit_times
from frontdesk.desk.desk import Desk
from frontdesk.desk.figures.reports import days_of
from frontdesk.desk.review.under_review import zone_of
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.review.reasons import ReviewReason
from frontdesk.domain.review.what_if import TRIALS, DayVisits, Trial, Tried, tried
from frontdesk.domain.review.windows import Window
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused


def what_if(desk: Desk, month: Month, trials: tuple[Trial, ...] = TRIALS) -> tuple[Tried, ...]:
    """Return a month by the limits that were in force, then by each trial's; in a process of its own for a station.

    Raises `Refused(MONTH_RUNS)` for a month to come.
    """
    now = desk.now()
    if month > Month.of(now, desk.read(zone_of)):
        raise Refused(ReviewReason.MONTH_RUNS, month=str(month))
    in_force, days = desk.read(lambda connection: (limits(connection), _days(connection, month, now)))
    return tuple(tried(days, in_force, trial, now) for trial in (Trial(), *trials))


def _days(connection: Connection, month: Month, now: Millis) -> list[DayVisits]:
    zone = ZoneInfo(policies.current(connection).time_zone)
    spans = (DaySpan.of(day, zone) for day in Window(*days_of(month)).days)
    return [(span, visit_times(connection, span.begins, span.ends)) for span in spans if span.begins <= now]
