"""The days that the next hour is told from, and the day itself, as the rows tell them."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from data.engine.connection import Connection
from data.figures.raw import visit_times
from data.outlook import booked
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.figures.limits import Stretch
from frontdesk.domain.outlook.habits import PastDay
from frontdesk.domain.outlook.today import SoFar
from frontdesk.domain.values.clock import Millis, to_datetime

_BACK = 400
"""How many days are looked through at most: the same season of the year before is among them."""


def first(connection: Connection, zone: ZoneInfo) -> date | None:
    """Return the day of the first visit on record, or None if there is none."""
    at = connection.execute("select min(arrived_at) from visits").fetchone()[0]
    return None if at is None else to_datetime(at, zone).date()


def may_be(connection: Connection, span: DaySpan, wanted: int) -> bool:
    """Whether so many days before a day may be on record at all: where not, none is looked through."""
    began = first(connection, span.zone)
    if began is None or (span.day - began).days < wanted:
        return False
    came = connection.execute(
        "select 1 from visits where arrived_at < ? limit 1 offset ?", (span.begins, wanted - 1)
    ).fetchone()
    return came is not None


def before(
    connection: Connection, day: date, zone: ZoneInfo, is_alike: Callable[[date], bool], most: int
) -> list[PastDay]:
    """Return the latest days before a day that are like it and on which cars came."""
    return list(islice(_alike(connection, day, zone, is_alike), most))


def so_far(connection: Connection, span: DaySpan, now: Millis) -> SoFar:
    """Return a day up to an instant."""
    return SoFar.of(span, now, _stretches(connection, span), booked.came(connection, span.begins, span.ends))


def _alike(connection: Connection, day: date, zone: ZoneInfo, is_alike: Callable[[date], bool]) -> Iterator[PastDay]:
    began = first(connection, zone)
    for back in range(1, _BACK):
        earlier = day - timedelta(days=back)
        if began is None or earlier < began:
            return
        if is_alike(earlier):
            span = DaySpan.of(earlier, zone)
            found = PastDay.of(span, _stretches(connection, span), booked.came(connection, span.begins, span.ends))
            if found.lengths:
                yield found


def _stretches(connection: Connection, span: DaySpan) -> Iterator[Stretch]:
    for visit in visit_times(connection, span.begins, span.ends):
        yield from visit.in_zone
