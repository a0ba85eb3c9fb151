"""The results of the commands for what follows from an incident."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.incidents.aftermath_events import AftermathEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.events import MatterEvent
from frontdesk.domain.values.event import Event
from frontdesk.words.phrases import case_number


def _kind(session: Session) -> Event:
    args = session.args
    if args.verb == "news":
        if args.text is not None:
            return AftermathEvent.NEWS
        return AftermathEvent.NEWS_SEND if args.sign is None else AftermathEvent.NEWS_SIGN
    if args.verb == "hazard":
        if args.rate is not None:
            return AftermathEvent.RATE
        return AftermathEvent.BECAME if args.acted is None else AftermathEvent.ACT
    kinds = {
        "told": AftermathEvent.OUTSIDE,
        "investigate": AftermathEvent.INVESTIGATE,
        "assess": AftermathEvent.ASSESS,
        "car": AftermathEvent.CAR_CHECK,
        "close": MatterEvent.CLOSE,
    }
    return kinds[args.verb]


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command, and to the same incident."""
    return result.kind == _kind(session) and result.number == session.args.number


def particulars(result: Result) -> str:
    """Return the incident's number."""
    return case_number(result.number)
