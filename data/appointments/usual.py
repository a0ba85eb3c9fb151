"""What usually happens in the store: how many come without an appointment, and how long they are in the zone."""

from collections.abc import Callable
from datetime import date, tzinfo

from data.engine.connection import Connection
from frontdesk.domain.appointments.risk import HALF_HOURS, Usual
from frontdesk.domain.values.clock import DAY, Millis, to_datetime

_DAYS_BACK = 84
_OF_THE_LAST = 1000
"""Of so many visits the time in the zone is looked at."""


def usual(connection: Connection, now: Millis, zone: tzinfo, is_of_kind: Callable[[date], bool]) -> Usual:
    """Return the usual rates of the days of a kind, of the last twelve weeks up to yesterday; `shows` is left out."""
    today = to_datetime(now, zone).date()
    counts = [0] * HALF_HOURS
    days: dict[date, bool] = {}
    for at, is_booked in _arrivals(connection, now - _DAYS_BACK * DAY, now):
        moment = to_datetime(at, zone)
        day = moment.date()
        if day < today and days.setdefault(day, is_of_kind(day)) and not is_booked:
            counts[moment.hour * 2 + moment.minute // 30] += 1
    of_kind = sum(days.values())
    walk_ins = tuple(count / of_kind for count in counts) if of_kind else Usual().walk_ins
    return Usual(len(days), walk_ins, _zone_s(connection))


def _arrivals(connection: Connection, since: Millis, until: Millis) -> list[tuple[Millis, bool]]:
    rows = connection.execute(
        "select v.arrived_at, a.id is not null from visits v indexed by visits_by_arrival"
        " left join appointments a on a.visit_id = v.id"
        " where v.arrived_at >= ? and v.arrived_at < ? and coalesce(v.ended, '') <> 'turned_away'",
        (since, until),
    )
    return rows.fetchall()


def _zone_s(connection: Connection) -> float:
    """Return how long the latest cars were in the zone, on average in seconds; 0 where none was."""
    (mean,) = connection.execute(
        "select avg(spent) from (select sum(s.ended_at - s.started_at) as spent from (select id from visits"
        " where left_at is not null and ended = 'left' order by id desc limit ?) v join stays s on s.visit_id = v.id"
        " where (place = 'lane' or place glob 'bay*') and s.ended_at is not null group by v.id)",
        (_OF_THE_LAST,),
    ).fetchone()
    return 0.0 if mean is None else float(mean) / 1000
