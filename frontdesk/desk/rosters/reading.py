"""Everything about a version of the roster, read at once."""

from collections import defaultdict
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from data import calendar as calendars
from data import policy as policies
from data import trainings
from data.engine.connection import Connection
from data.people import staff
from data.rosters import absences, rosters, shifts, swaps
from data.rosters.swaps import Swap
from frontdesk.desk.desk import Desk
from frontdesk.domain.rosters.board import Board
from frontdesk.domain.rosters.holidays import kind_of, spring_festivals
from frontdesk.domain.rosters.rules import MOST_RUNNING
from frontdesk.domain.rosters.turn import Worker
from frontdesk.domain.rosters.version import Version
from frontdesk.domain.values.clock import Millis, to_datetime

_BESIDE = timedelta(days=MOST_RUNNING + 1)
"""So many days before and after a version the rules look at."""


def versions(desk: Desk) -> tuple[Version, ...]:
    """Return the versions of the roster, the earliest days first."""
    return desk.read(rosters.every)


def standing(desk: Desk) -> tuple[Version, ...]:
    """Return the versions that today or a later day is in."""
    now = desk.now()
    return desk.read(lambda connection: rosters.every(connection, today(connection, now)))


def board(desk: Desk, number: int) -> Board:
    """Return a version with all that belongs to it. Raises `Refused(NO_ROSTER)`."""
    now = desk.now()
    return desk.read(lambda connection: read(connection, rosters.get(connection, number), now))


def asked_swaps(desk: Desk, number: int) -> tuple[Swap, ...]:
    """Return the swaps of a version that somebody asked for and that wait for the other one."""
    return desk.read(lambda connection: swaps.of_version(connection, number))


def read(connection: Connection, version: Version, now: Millis) -> Board:
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
    )


def zone_of(connection: Connection) -> ZoneInfo:
    """Return the store's time zone."""
    return ZoneInfo(policies.current(connection).time_zone)


def today(connection: Connection, now: Millis) -> date:
    """Return the store's day."""
    return to_datetime(now, zone_of(connection)).date()
