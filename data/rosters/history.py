"""When cars came on past days, and how long each customer was looked after: what a need is told from (S8)."""

from datetime import date
from zoneinfo import ZoneInfo

from data.engine.connection import Connection
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.rosters.need import PastDay, minute_of
from frontdesk.domain.values.clock import MINUTE

_LONGEST = 120
"""Whoever is said to have looked after a customer for longer, in minutes, had left the desk."""


def of_day(connection: Connection, day: date, zone: ZoneInfo) -> PastDay | None:
    """Return a past day; None where no car came. A customer is looked after from reception to the work order."""
    span = DaySpan.of(day, zone)
    rows = connection.execute(
        "select arrived_at, received_at, coalesce(work_order_at, handed_over_at, left_at) from visits"
        " where arrived_at >= ? and arrived_at < ? and coalesce(ended, '') <> 'turned_away' order by arrived_at",
        (span.begins, span.ends),
    ).fetchall()
    if not rows:
        return None
    minutes = [
        (until - received) / MINUTE
        for _came, received, until in rows
        if received is not None and until is not None and 0 < until - received <= _LONGEST * MINUTE
    ]
    return PastDay(day, [minute_of(came, span.begins) for came, *_ in rows], minutes)
