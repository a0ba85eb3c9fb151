"""Who and which cars should be at the store: what the records of today say, before anybody counts (I4, I16)."""

from collections.abc import Iterator
from datetime import datetime, time
from zoneinfo import ZoneInfo

from data import policy
from data.engine.connection import Connection
from data.people import duties, rostered, staff
from frontdesk.domain.people.duty import ROSTERED, Roster
from frontdesk.domain.roll_calls.roll_call import Entry, Key, Subject
from frontdesk.domain.values.clock import Millis, to_datetime, to_millis
from frontdesk.domain.values.plates import Plate

_HERE = (
    "select v.id, v.plate, (select place from stays s where s.visit_id = v.id and s.ended_at is null),"
    " exists (select 1 from progress p where p.visit_id = v.id and p.waits = 'away')"
    " from visits v indexed by one_open_visit_per_plate where v.left_at is null order by v.arrived_at, v.id"
)
_AT_WORK = (
    "select j.technician from jobs j join matters m on m.id = j.progress_id"
    " where m.closed_at is null and j.technician <> '' and (j.state = 'working' or j.started_at >= ?)"
    " order by j.id"
)


def people(connection: Connection, now: Millis) -> tuple[str, ...]:
    """Return who of the staff should be here: on shift, on duty, seen at a station today, or at work on a car."""
    listed = staff.everyone(connection)
    roster = Roster(listed, duties.lately(connection))
    on_duty = (roster.on_duty(role, now) for role in ROSTERED if roster.shift(role, now) is not None)
    seen = {person.name for person in on_duty if person is not None}
    seen |= set(_operators_today(connection, now))
    seen |= {each.name for each in rostered.about(connection, now) if each.starts_at <= now}
    seen |= {who for (who,) in connection.execute("select who from stations where port is not null")}
    at_work = [name for (name,) in connection.execute(_AT_WORK, (_midnight(connection, now),))]
    named = [person.name for person in listed if person.name in seen or person.name in at_work]
    return tuple(dict.fromkeys((*named, *at_work)))


def cars_and_customers(connection: Connection) -> Iterator[Entry]:
    """Yield an entry for each customer who has not gone away, and one for each car."""
    for visit, plate, place, is_away in connection.execute(_HERE):
        if not is_away:
            yield Entry(Key(Subject.CUSTOMER, visit), "", Plate(plate))
        yield Entry(Key(Subject.CAR, visit), "", Plate(plate), place or "")


def _operators_today(connection: Connection, now: Millis) -> Iterator[str]:
    midnight = _midnight(connection, now)
    for at, who in connection.execute("select at, who from events order by seq desc"):
        if at < midnight:
            return
        yield who


def _midnight(connection: Connection, now: Millis) -> Millis:
    zone = ZoneInfo(policy.current(connection).time_zone)
    return to_millis(datetime.combine(to_datetime(now, zone).date(), time(), zone))
