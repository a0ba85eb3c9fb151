"""A version of the roster with all that belongs to it: what the rules go by, and what a holiday's plan is told from."""

from collections import defaultdict
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from data import calendar as calendars
from data import policy as policies
from data import trainings
from data.engine.connection import Connection
from data.people import staff
from data.rosters import absences, rosters, shifts
from frontdesk.domain.calendar.working_days import unpublished
from frontdesk.domain.rosters.board import Board
from frontdesk.domain.rosters.holidays import kind_of, spring_festivals
from frontdesk.domain.rosters.rules import MOST_RUNNING
from frontdesk.domain.rosters.turn import Worker
from frontdesk.domain.rosters.version import Version
from frontdesk.domain.values.clock import Millis, to_datetime

_BESIDE = timedelta(days=MOST_RUNNING + 1)
"""So many days before and after a version the rules look at."""


def read_board(connection: Connection, version: Version, now: Millis) -> Board:
    """Return a version with all that belongs to it."""
    calendar = calendars.current(connection)
    first, last = version.first - _BESIDE, version.last + _BESIDE
    certificates: defaultdict[str, dict[str, date]] = defaultdict(dict)
    for each in trainings.certificates(connection):
        certificates[each.name][each.kind] = each.ends_on
    people = sorted(staff.everyone(connection), key=lambda person: person.id)
    days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    spans = [(each.first, each.last) for each in spring_festivals(version.first, calendar)]
    return Board(
        version,
        today(connection, now),
        shifts.every(connection),
        tuple(Worker(person.name, person.post, certificates[person.name], person.id) for person in people),
        rosters.needs(connection, version.id),
        rosters.turns(connection, version.id),
        rosters.worked_between(connection, first, last, version.id),
        absences.between(connection, version.first, version.last),
        {day: kind_of(day, calendar) for day in days},
        rosters.served(connection, spans),
        unpublished(version.first, version.last, calendar),
    )


def zone_of(connection: Connection) -> ZoneInfo:
    """Return the store's time zone."""
    return ZoneInfo(policies.current(connection).time_zone)


def today(connection: Connection, now: Millis) -> date:
    """Return the store's day."""
    return to_datetime(now, zone_of(connection)).date()
