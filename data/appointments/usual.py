"""What usually happens in the store: how many come without an appointment, and how long they are in the zone."""

from datetime import date, tzinfo

from data.engine.connection import Connection
from frontdesk.domain.appointments.risk import Usual
from frontdesk.domain.outlook.habits import HALF_HOURS
from frontdesk.domain.values.clock import DAY, Millis, to_datetime

_DAYS_BACK = 84
_OF_THE_LAST = 1000
"""Of so many visits the time in the zone is looked at."""


def days_on_file(connection: Connection, now: Millis, zone: tzinfo) -> int:
    """Return on how many of the last days before today cars came."""
    return len(_days(_arrivals(connection, now), now, zone))


def usual(connection: Connection, now: Millis, zone: tzinfo) -> Usual:
    """Return the usual rates of the last twelve weeks up to yesterday; `shows` is left out."""
    arrivals = _arrivals(connection, now)
    days, today = _days(arrivals, now, zone), to_datetime(now, zone).date()
    counts = [0] * HALF_HOURS
    for at, is_booked in arrivals:
        moment = to_datetime(at, zone)
        if moment.date() < today and not is_booked:
            counts[moment.hour * 2 + moment.minute // 30] += 1
    walk_ins = tuple(count / len(days) for count in counts) if days else Usual().walk_ins
    return Usual(walk_ins, _zone_s(connection))


def _days(arrivals: list[tuple[Millis, bool]], now: Millis, zone: tzinfo) -> set[date]:
    today = to_datetime(now, zone).date()
    # Within a quarter of an hour the day is the same.
    quarters = {at // (15 * 60_000) * (15 * 60_000) for at, _ in arrivals}
    return {day for day in (to_datetime(at, zone).date() for at in quarters) if day < today}


def _arrivals(connection: Connection, now: Millis) -> list[tuple[Millis, bool]]:
    rows = connection.execute(
        "select v.arrived_at, a.id is not null from visits v indexed by visits_by_arrival"
        " left join appointments a on a.visit_id = v.id"
        " where v.arrived_at >= ? and v.arrived_at < ? and coalesce(v.ended, '') <> 'turned_away'",
        (now - _DAYS_BACK * DAY, now),
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
