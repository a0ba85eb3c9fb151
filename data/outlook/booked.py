"""Whoever has a booking: when those came who did, how far off their time, and who may still come."""

from datetime import tzinfo

from data.appointments import appointments
from data.engine.connection import Connection
from frontdesk.domain.appointments.show_rate import DAYS_BACK, Lead, ShowRates, lead_of
from frontdesk.domain.outlook.booked import LATEST, Booked, expected
from frontdesk.domain.outlook.outlook import AHEAD
from frontdesk.domain.values.clock import DAY, Millis, to_datetime

_CAME = (
    "select arrived_at from visits indexed by visits_by_arrival where arrived_at >= ? and arrived_at < ?"
    " and exists(select 1 from appointments where visit_id = visits.id)"
)
_TO_COME = (
    "select made_at, a.at from appointments a indexed by appointments_by_time left join visits v on v.id = a.visit_id"
    " where a.at >= ?1 and a.at < ?2 and made_at <= ?3 and a.state <> 'cancelled'"
    " and (v.id is null or v.arrived_at > ?3) order by a.at"
)
_OFF = (
    "select v.arrived_at - a.at as off from appointments a indexed by appointments_by_time"
    " join visits v on v.id = a.visit_id where a.at >= ? and a.at < ? and a.state = 'arrived' order by off"
)


def came(connection: Connection, begins: Millis, ends: Millis) -> frozenset[Millis]:
    """Return when those came who had a booking, from one instant until before another."""
    return frozenset(at for (at,) in connection.execute(_CAME, (begins, ends)))


def to_come(connection: Connection, now: Millis, zone: tzinfo) -> list[Booked]:
    """Return who may come within the hour after an instant, as likely and as punctual as such customers were."""
    found = connection.execute(_TO_COME, (now - LATEST, now + AHEAD + LATEST, now)).fetchall()
    if not found:
        return []
    since = now - DAYS_BACK * DAY
    decided = appointments.kept(connection, since, now - LATEST)
    rates = ShowRates.of((_lead(made, at, zone), shown) for made, at, shown in decided)
    off = [each for (each,) in connection.execute(_OFF, (since, now - LATEST))]
    return [expected(at, rates.by_lead[_lead(made, at, zone)].rate, off) for made, at in found]


def _lead(made: Millis, at: Millis, zone: tzinfo) -> Lead:
    made_on, day = (to_datetime(each, zone).date() for each in (made, at))
    return lead_of(made_on, day)
