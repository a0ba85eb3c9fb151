"""What a measure did to a metric: its days read anew from the visits, by one set of limits on both sides (Z7)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from data import calendar as calendars
from data import policy as policies
from data.engine.connection import Connection
from data.figures.raw import limits
from data.review import days as days_on_record
from frontdesk.desk.desk import Desk
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.working_days import Calendar
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.review.day import DayKind, ReviewDay, kind_of
from frontdesk.domain.review.doubts import EARLIER_WINDOWS, Circumstances, OtherMeasure
from frontdesk.domain.review.effect import Effect
from frontdesk.domain.review.effect import effect as effect_of
from frontdesk.domain.review.metrics import Metric, measured, rate
from frontdesk.domain.review.policy_changes import changes
from frontdesk.domain.review.windows import Window, Windows
from frontdesk.domain.values.clock import Millis, to_datetime


def effect(desk: Desk, metric: Metric, windows: Windows, others: Iterable[OtherMeasure] = ()) -> Effect:
    """Return what a measure did; `others`: the other measures that were done.

    It reads a year of days: in a process of its own where a station asks. Both sides are counted by the limits in
    force when the window before ended, and only by days that are over.
    """
    now = desk.now()
    return desk.read(lambda connection: _effect(connection, metric, windows, tuple(others), now))


def _effect(
    connection: Connection, metric: Metric, windows: Windows, others: tuple[OtherMeasure, ...], now: Millis
) -> Effect:
    policy = policies.current(connection)
    zone = ZoneInfo(policy.time_zone)
    today = to_datetime(now, zone).date()
    numbers = limits(connection).at(DaySpan.of(windows.before.last, zone).ends - 1)
    calendar = calendars.current(connection)
    found = tuple(days_on_record.counted(connection, _over(connection, windows, today, zone), numbers, zone, now))
    by_metric = measured(metric, found, partial(kind_of, calendar=calendar))
    before, after = (tuple(day for day in by_metric if window.holds(day.day)) for window in windows)
    earlier = (windows.before.earlier(back) for back in range(1, EARLIER_WINDOWS + 1))
    of_earlier = (tuple(day for day in by_metric if window.holds(day.day)) for window in earlier)
    known = Circumstances(
        tuple(rate(metric, days) for days in of_earlier if days),
        others,
        changes(policies.in_turn(connection), zone),
        *(_visits_a_day(found, window) for window in windows),
    )
    ahead = _ahead(windows, today, OpeningHours.of(policy), calendar)
    return effect_of(metric, windows, before, after, ahead=ahead, known=known)


def _over(connection: Connection, windows: Windows, today: date, zone: ZoneInfo) -> list[date]:
    """Return the days of both windows and of those before that are over and are on record."""
    began = days_on_record.first(connection)
    if began is None:
        return []
    first = max(windows.before.earlier(EARLIER_WINDOWS).first, to_datetime(began, zone).date())
    span = Window(first, min(windows.after.last, today - timedelta(days=1)))
    return [day for day in span.days if day <= windows.before.last or day >= windows.after.first]


def _visits_a_day(days: Sequence[ReviewDay], window: Window) -> float:
    counts = [len(day.figures.arrived) for day in days if window.holds(day.day)]
    return sum(counts) / len(counts) if counts else 0


def _ahead(windows: Windows, today: date, hours: OpeningHours, calendar: Calendar) -> list[DayKind | None]:
    """Return what kind each day from today to the end of the window after is; None where it will not count."""
    return [
        kind_of(day, calendar) if windows.after.holds(day) and hours.is_open_on(day) else None
        for day in Window(today, windows.after.last).days
    ]
