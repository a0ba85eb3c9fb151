"""What there is to read of incidents."""

from typing import NamedTuple

from data.engine.connection import Connection
from data.escalations import escalations, record
from data.incidents import incidents
from data.register import contacts
from frontdesk.desk.desk import Desk
from frontdesk.desk.incidents.obstacles import end_obstacles
from frontdesk.desk.incidents.places import of_store
from frontdesk.desk.incidents.steps import playbook_of
from frontdesk.desk.runs import runs
from frontdesk.domain.escalations.record import RecordLine
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.incidents.incident import EndObstacle, Entry, Incident
from frontdesk.domain.register.areas import AreaOnRecord
from frontdesk.domain.register.contacts import Contact
from frontdesk.domain.runs.playbook import Playbook
from frontdesk.domain.runs.run import Run

LISTED = 200
_MOST_RUNG = 8
"""So many numbers outside are shown: of more, nobody finds the right one."""


class Shown(NamedTuple):
    """An incident with its record, who was called, and what keeps it from being over."""

    incident: Incident
    entries: tuple[Entry, ...]
    called: tuple[RecordLine, ...]
    obstacles: tuple[EndObstacle, ...]


class Scene(NamedTuple):
    """All that the page of an incident shows."""

    shown: Shown
    run: Run | None = None
    playbook: Playbook | None = None
    """That of its kind, in the reader's language; None where the store has none."""
    contacts: tuple[Contact, ...] = ()
    """Whom outside it may take to ring, the likeliest first (S7)."""


def scene(desk: Desk, number: int, language: str) -> Scene:
    """Return one incident with its steps, said in a language. Raises `Refused(NO_INCIDENT)`."""
    found = shown(desk, number)
    playbook = playbook_of(desk, found.incident.kind, language)
    begun = runs.of_matter(desk, number, language)
    if playbook is None:
        return Scene(found, begun[-1] if begun else None)
    wanted = playbook.playbook.contacts
    known = sorted(
        (each for each in desk.read(contacts.in_use) if each.details.kind in wanted),
        key=lambda each: wanted.index(each.details.kind),
    )
    return Scene(found, begun[-1] if begun else None, playbook.playbook, tuple(known[:_MOST_RUNG]))


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


def places_of_store(desk: Desk) -> tuple[AreaOnRecord, ...]:
    """Return where an incident can be, in the order of the keys that report it."""
    return desk.read(of_store)
