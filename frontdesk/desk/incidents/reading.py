"""What there is to read of incidents."""

from typing import NamedTuple

from data.engine.connection import Connection
from data.escalations import escalations, record
from data.incidents import incidents
from frontdesk.desk.desk import Desk
from frontdesk.desk.incidents.obstacles import end_obstacles
from frontdesk.domain.escalations.record import RecordLine
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.incidents.incident import EndObstacle, Entry, Incident

LISTED = 200


class Shown(NamedTuple):
    """An incident with its record, who was called, and what keeps it from being over."""

    incident: Incident
    entries: tuple[Entry, ...]
    called: tuple[RecordLine, ...]
    obstacles: tuple[EndObstacle, ...]


def listed(desk: Desk) -> tuple[Incident, ...]:
    """Return the incidents reported last, the newest first."""
    return desk.read(lambda connection: incidents.lately(connection, LISTED))


def open_ones(desk: Desk) -> tuple[Incident, ...]:
    """Return the incidents that are not over, in the order they were reported."""
    return desk.read(incidents.open_ones)


def shown(desk: Desk, number: int) -> Shown:
    """Return one incident with all that is known of it. Raises `Refused(NO_INCIDENT)`."""

    def question(connection: Connection) -> Shown:
        incident = incidents.get(connection, number)
        subject = str(Subject.of_incident(number))
        alarms = escalations.about(connection, subject)
        called = tuple(line for each in alarms for line in record.of(connection, each.id))
        obstacles = tuple(end_obstacles(connection, incident)) if incident.is_open else ()
        return Shown(incident, incidents.entries(connection, number), called, obstacles)

    return desk.read(question)
