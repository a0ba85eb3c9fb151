"""The results of the commands for appointments."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.appointments.events import AppointmentEvent
from frontdesk.domain.journal.result import Result
from frontdesk.words.phrases import case_number

_KINDS = {
    "add": AppointmentEvent.BOOK,
    "move": AppointmentEvent.MOVE,
    "cancel": AppointmentEvent.CANCEL,
    "arrived": AppointmentEvent.ARRIVED,
    "remind": AppointmentEvent.REMIND,
    "override": AppointmentEvent.CAPACITY,
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command and appointment; for a new one, to its time."""
    args = session.args
    if result.kind != _KINDS[args.verb]:
        return False
    return bool(args.verb in {"add", "override"} or args.number == result.number)


def particulars(result: Result) -> str:
    """Return the appointment's number."""
    return "" if result.kind is AppointmentEvent.CAPACITY else case_number(result.number)
