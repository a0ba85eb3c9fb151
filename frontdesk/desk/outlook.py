"""The next hour: told from the days of the same class and from the day so far, and kept beside what came of it (Z9).

What it is told from is read once a day for all stations, in a process of its own; the rest takes a few milliseconds.
"""

from contextlib import suppress
from typing import NamedTuple
from zoneinfo import ZoneInfo

from data import calendar as calendars
from data import policy as policies
from data.engine.connection import Connection
from data.outlook import booked, days, kept, record
from frontdesk.desk.desk import Desk
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.outlook.day_class import DayClass, class_of
from frontdesk.domain.outlook.habits import Basis, Habits, Known
from frontdesk.domain.outlook.outlook import AHEAD, Outlook, outlook
from frontdesk.domain.outlook.reasons import OutlookReason
from frontdesk.domain.outlook.record import Kept, by_likelihood
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import DAY, MINUTE, Millis, to_datetime, to_millis
from frontdesk.domain.values.errors import Refused, StoreError
from frontdesk.domain.values.reasons import ValueReason

RECORD_DAYS = 30


class Told(NamedTuple):
    """What is told of the next hour: nothing where too few days are known, or the store is closed."""

    outlook: Outlook | None
    wanted: int
    """From how many days it is told."""
    of: DayClass | None = None
    days: int = 0
    """How many days of the class are known."""


def told(desk: Desk, known: Known | None) -> Told | None:
    """Return what is told now, and note it once in a half hour; None where what is known has to be read anew.

    The same at every station: for the end of the running minute, from the rows alone.
    """
    at = (desk.now() // MINUTE + 1) * MINUTE
    found, noted = desk.read(lambda connection: (_told(connection, at, known), record.is_noted(connection, at)))
    if found is not None and found.outlook is not None and not noted and not found.outlook.is_over:
        # Where it cannot be noted it is told all the same.
        with suppress(StoreError):
            record.note(desk.connection, found.outlook)
    return found


def kept_now(desk: Desk) -> Known | None:
    """Return what is kept for the present day; None where nobody has read it yet."""
    return desk.read(lambda connection: kept.of(connection, _basis(connection, desk.now())))


def known_now(desk: Desk) -> Known:
    """Return what is known for the present day, and keep it for all; in a process of its own for a station."""
    known = desk.read(lambda connection: _known(connection, desk.now()))
    with suppress(StoreError):
        kept.keep(desk.connection, known)
    return kept_now(desk) or known


def at(desk: Desk, moment: Millis) -> Outlook:
    """Return what is told of the hour after an instant. Raises `Refused`: IN_FUTURE, TOO_FEW_DAYS."""
    if moment > desk.now():
        raise Refused(ValueReason.IN_FUTURE, at=moment, now=desk.now())
    return desk.read(lambda connection: _at(connection, moment))


def record_before(desk: Desk, moment: Millis) -> tuple[Kept, ...]:
    """Return what was said in the thirty days before an instant, and what happened."""
    return desk.read(lambda connection: by_likelihood(record.said(connection, moment - RECORD_DAYS * DAY, moment)))


def _told(connection: Connection, at: Millis, known: Known | None) -> Told | None:
    policy = policies.current(connection)
    zone, wanted = ZoneInfo(policy.time_zone), policy.outlook_days
    span = DaySpan.of(to_datetime(at, zone).date(), zone)
    if not days.may_be(connection, span, wanted):
        return Told(None, wanted)
    if known is None or known.basis != _basis(connection, at):
        return None
    nothing = Told(None, wanted, known.basis.of, known.habits.days)
    if known.habits.days < wanted:
        return nothing
    today = days.so_far(connection, span, at)
    if not today.ages and not _is_open(policy, at):
        return nothing
    expected = booked.to_come(connection, at, zone)
    return nothing._replace(outlook=outlook(known.habits, today, policy.over_count, expected))


def _at(connection: Connection, moment: Millis) -> Outlook:
    policy, known = policies.current(connection), _known(connection, moment)
    if known.habits.days < policy.outlook_days:
        raise Refused(OutlookReason.TOO_FEW_DAYS, days=known.habits.days, wanted=policy.outlook_days, of=known.basis.of)
    zone = ZoneInfo(policy.time_zone)
    today = days.so_far(connection, DaySpan.of(known.basis.day, zone), moment)
    return outlook(known.habits, today, policy.over_count, booked.to_come(connection, moment, zone))


def _known(connection: Connection, moment: Millis) -> Known:
    """Return what is kept for the day of an instant, or read it."""
    basis = _basis(connection, moment)
    found = kept.of(connection, basis)
    if found is not None:
        return found
    zone, calendar = ZoneInfo(policies.current(connection).time_zone), calendars.current(connection)
    alike = days.before(connection, basis.day, zone, lambda day: class_of(day, calendar) is basis.of, basis.most)
    return Known(basis, Habits.of(alike))


def _basis(connection: Connection, moment: Millis) -> Basis:
    policy = policies.current(connection)
    day = to_datetime(moment, ZoneInfo(policy.time_zone)).date()
    return Basis(day, class_of(day, calendars.current(connection)), policy.outlook_most_days)


def _is_open(policy: Policy, moment: Millis) -> bool:
    """Whether the store is open at any time of the hour to come."""
    hours = OpeningHours.of(policy)
    times = hours.of_day(hours.day_of(moment))
    return times is not None and to_millis(times[0]) - AHEAD < moment < to_millis(times[1])
