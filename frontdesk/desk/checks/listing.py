"""Which checks there are, which are to be done, and how many of this week were done in time (S3)."""

from datetime import timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from data import agenda, agenda_runs
from data import policy as policies
from data.checks import checks, rounds
from data.engine.connection import Connection
from frontdesk.desk.desk import Desk
from frontdesk.domain.checks.check import Check, RestoreDrill, Round, RoundState, Share, share
from frontdesk.domain.checks.reasons import CheckReason
from frontdesk.domain.checks.shipped import SHIPPED
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.values.clock import DAY, Millis, to_datetime
from frontdesk.domain.values.errors import Refused

_MARKED_FOR = 31 * DAY


class Listed(NamedTuple):
    """How it stands with the checks."""

    checks: tuple[Check, ...]
    """Those that come with the program, then the store's own."""
    open_rounds: tuple[Round, ...]
    week: Share
    marked: tuple[Round, ...]
    """Those of the last 31 days that were answered too fast, or with the same figures again and again."""
    missed: tuple[Round, ...]
    """Those of the last 31 days that nobody did."""
    drill: RestoreDrill
    next_at: Millis | None
    """When something comes by itself, or the time for it is over; None where no check is switched on."""


def listed(desk: Desk) -> Listed:
    """Return how it stands with the checks."""
    now = desk.now()

    def question(connection: Connection) -> Listed:
        today = DaySpan.of(to_datetime(now, zone_of(connection)).date(), zone_of(connection))
        return Listed(
            every(connection), rounds.open_ones(connection), share(_of_week(connection, now), now),
            rounds.marked_between(connection, today.begins - _MARKED_FOR, today.ends),
            _missed(connection, today.begins - _MARKED_FOR, today.ends), _drill(connection),
            agenda.at_of(connection, agenda.CHECKS),
        )  # fmt: skip

    return desk.read(question)


def shown(desk: Desk, number: int) -> Round:
    """Return the round that a matter is. Raises `Refused(NOT_A_CHECK)`."""
    return desk.read(lambda connection: round_of(connection, number))


def marked(desk: Desk, since: Millis, until: Millis) -> tuple[Round, ...]:
    """Return the rounds due in that time that the review looks at."""
    return desk.read(lambda connection: rounds.marked_between(connection, since, until))


def every(connection: Connection) -> tuple[Check, ...]:
    """Return every check, those that come with the program first."""
    known = {check.key: check for check in checks.every(connection)}
    came = tuple(known.pop(check.key, check) for check in SHIPPED)
    return (*came, *known.values())


def get(connection: Connection, key: str) -> Check:
    """Return one check by its name. Raises `Refused(NO_CHECK)`."""
    found = every(connection)
    for check in found:
        if check.key == key:
            return check
    raise Refused(CheckReason.NO_CHECK, text=key, choices=tuple(check.key for check in found))


def round_of(connection: Connection, number: int) -> Round:
    """Return the round that a matter is. Raises `Refused(NOT_A_CHECK)`."""
    found = rounds.of_matter(connection, number)
    if found is None:
        raise Refused(CheckReason.NOT_A_CHECK, number=number)
    return found


def zone_of(connection: Connection) -> ZoneInfo:
    """Return the store's time zone."""
    return ZoneInfo(policies.current(connection).time_zone)


def _missed(connection: Connection, since: Millis, until: Millis) -> tuple[Round, ...]:
    found = rounds.due_between(connection, since, until)
    return tuple(each for each in found if each.state is RoundState.MISSED)


def _drill(connection: Connection) -> RestoreDrill:
    last, following = agenda_runs.last_run(connection, agenda.DRILL), agenda.at_of(connection, agenda.DRILL)
    return RestoreDrill(last and last.state, last and last.due_at, following)


def _of_week(connection: Connection, now: Millis) -> tuple[Round, ...]:
    zone = zone_of(connection)
    today = to_datetime(now, zone).date()
    monday = today - timedelta(days=today.weekday())
    begins, ends = DaySpan.of(monday, zone).begins, DaySpan.of(monday + timedelta(days=6), zone).ends
    return rounds.due_between(connection, begins, ends)
