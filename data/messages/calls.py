"""What a call to the staff is about: which matter or case, which car, and what is owed."""

from data.cases import clocks
from data.engine.connection import Connection
from data.matters import dues, matters
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.subject import About
from frontdesk.domain.matters.matter import OF_CARS, Matter
from frontdesk.domain.messages.call import Call
from frontdesk.domain.values.plates import NO_PLATE, Plate


def about(connection: Connection, escalation: Escalation) -> Call:
    """Return what a call because of an escalation is about; what was undone since is left out."""
    subject = escalation.subject
    if subject.about is About.CLOCK:
        return Call(escalation, escalation.plate, clocks.case_or_none(connection, subject.number) or escalation.id)
    owed = dues.get(connection, subject.number) if subject.about is About.DUE else None
    if owed is None:
        return Call(escalation, escalation.plate, escalation.id)
    matter = matters.get(connection, owed.matter)
    return Call(escalation, _plate_of(matter), matter.id, owed)


def _plate_of(matter: Matter) -> Plate:
    """Return the plate of a car in repair, which is what its matter is called."""
    return Plate(matter.title) if matter.kind in OF_CARS else NO_PLATE
