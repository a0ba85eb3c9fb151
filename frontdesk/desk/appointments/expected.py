"""Who is expected today, for whoever types a plate at the gate (Z9)."""

from data import policy as policies
from data.appointments import appointments
from data.engine.connection import Connection
from frontdesk.desk.desk import Desk
from frontdesk.domain.appointments.appointment import Appointment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.figures.day import DaySpan
from frontdesk.domain.values.clock import SECOND
from frontdesk.domain.values.plates import fragment, rank

MOST = 50


def expected(desk: Desk, typed: str) -> tuple[Appointment, ...]:
    """Return today's appointments whose plate fits what is typed and whose customers may still come."""
    said, now = fragment(typed), desk.now()

    def question(connection: Connection) -> tuple[Appointment, ...]:
        policy = policies.current(connection)
        hours = OpeningHours.of(policy)
        span = DaySpan.of(hours.day_of(now), hours.zone)
        # Whoever was booked before midnight may still come after it.
        since = min(span.begins, now - policy.came_after_s * SECOND)
        found = appointments.expected(connection, since, span.ends)
        return tuple(each for each in found if rank(each.plate, said) >= 0)[:MOST]

    return desk.read(question) if said else ()
