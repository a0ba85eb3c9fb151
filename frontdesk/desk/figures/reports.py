"""A day or a month in figures: what is kept of its days, the others reckoned anew and kept from then on."""

from collections.abc import Container, Iterator
from contextlib import suppress
from datetime import date
from zoneinfo import ZoneInfo

from data import policy as policies
from data.engine.connection import Connection
from data.figures import kept_days, marks, rollups
from data.figures.raw import Reckoned, limits, reckon
from frontdesk.desk.desk import Desk
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.figures.day import DayFigures
from frontdesk.domain.figures.period import Figures, Report, taken_together
from frontdesk.domain.figures.today import day_before
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.errors import StoreError

AT_ONCE = 5
"""So many days take less than 50 ms."""

_Made = tuple[date, Reckoned, int, int]


def of_day(desk: Desk, day: date | None = None) -> Report:
    """Return the figures of a day; None: of today."""
    meant = day or present_day(desk)
    return _report(desk, meant, meant, is_month=False)


def of_month(desk: Desk, month: Month | None = None) -> Report:
    """Return the figures of a month; None: of the present one."""
    today = present_day(desk)
    meant = month or Month(today.year, today.month)
    return _report(desk, *days_of(meant), is_month=True)


def present_day(desk: Desk) -> date:
    """Return which day it is at the store."""
    return to_datetime(desk.now(), desk.read(_zone)).date()


def count_stale(desk: Desk, first: date, last: date) -> int:
    """Return how many days would have to be reckoned anew."""
    now, today = desk.now(), present_day(desk)
    found = desk.read(lambda connection: kept_days.kept(connection, first, last, now))
    return sum(1 for _ in _missing(found, first, min(last, today)))


def catch_up(desk: Desk, first: date, last: date) -> None:
    """Reckon some days anew where they are stale."""
    _days(desk, first, last)


def days_of(month: Month) -> tuple[date, date]:
    """Return the first and the last day of a month."""
    first, after = (date(each.year, each.number, 1) for each in (month, month.later(1)))
    return first, day_before(after)


def refresh(desk: Desk) -> None:
    """Reckon today and yesterday anew where they are stale; whoever has nothing to do does it for all."""
    today = present_day(desk)
    _days(desk, day_before(today), today)


def _report(desk: Desk, first: date, last: date, *, is_month: bool) -> Report:
    days, today = _days(desk, first, last), present_day(desk)
    is_running = first <= today <= last
    return Report(first, last, is_month, is_running, days, desk.now(), desk.read(_zone), desk.read(limits))


def in_transaction(connection: Connection, first: date, last: date, now: Millis) -> Figures:
    """Return the figures of some days in a transaction under way; what is stale is reckoned and not kept."""
    found, made = _read(connection, first, last, now)
    days = [*found.values(), *(reckoned.figures for _, reckoned, _, _ in made)]
    return taken_together(days or [DayFigures()], now)


def _days(desk: Desk, first: date, last: date) -> tuple[tuple[date, DayFigures], ...]:
    """Return the figures of some days, up to the present one."""
    now = desk.now()
    found, made = desk.read(lambda connection: _read(connection, first, last, now))
    if made:
        # It can be reckoned again at any time.
        with suppress(StoreError):
            rollups.keep(desk.connection, made)
    found |= {day: reckoned.figures for day, reckoned, _, _ in made}
    return tuple(sorted(found.items()))


def _read(connection: Connection, first: date, last: date, now: Millis) -> tuple[dict[date, DayFigures], list[_Made]]:
    """Return what is kept of some days, and what had to be reckoned anew."""
    zone, in_force = _zone(connection), policies.number(connection)
    found = kept_days.kept(connection, first, last, now)
    made = [
        (day, reckon(connection, day, zone, now), marks.touched(connection, day), in_force)
        for day in _missing(found, first, min(last, to_datetime(now, zone).date()))
    ]
    return found, made


def _missing(found: Container[date], first: date, last: date) -> Iterator[date]:
    days = (date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1))
    return (day for day in days if day not in found)


def _zone(connection: Connection) -> ZoneInfo:
    return ZoneInfo(policies.current(connection).time_zone)
