"""The days that a measure's effect is judged by, each counted from its own rows by one set of limits."""

from collections.abc import Iterable, Iterator
from datetime import date
from zoneinfo import ZoneInfo

from data.engine.connection import Connection
from data.figures.raw import visit_times
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.figures.limits import Limits
from frontdesk.domain.figures.sweep import swept
from frontdesk.domain.policy.zone import ZoneNumbers
from frontdesk.domain.review.day import ReviewDay
from frontdesk.domain.values.clock import Millis

_TICKETS = "select count(*), count(no_show_at) from tickets where day = ?"


def counted(
    connection: Connection, days: Iterable[date], numbers: ZoneNumbers, zone: ZoneInfo, now: Millis
) -> Iterator[ReviewDay]:
    """Give those of some days on which cars came, as if the same limits had been in force on all of them."""
    limits = Limits(numbers)
    for day in days:
        span = DaySpan.of(day, zone)
        figures = swept(span, visit_times(connection, span.begins, span.ends), limits, now)
        if figures.arrived:
            tickets, missed = connection.execute(_TICKETS, (day.isoformat(),)).fetchone()
            yield ReviewDay(day, figures, tickets, missed)


def first(connection: Connection) -> Millis | None:
    """Return when the first visit on record began, or None if there is none."""
    return connection.execute("select min(arrived_at) from visits").fetchone()[0]  # type: ignore[no-any-return]
