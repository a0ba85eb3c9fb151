"""The results of the commands for call tickets."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.lounge import TicketEvent

_KINDS = {
    "call": TicketEvent.CALL,
    "no-show": TicketEvent.NO_SHOW,
    "restore": TicketEvent.RESTORE,
    "return": TicketEvent.RETURN,
    "renew": TicketEvent.RENEW,
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command and ticket."""
    return bool((result.kind, result.number) == (_KINDS[session.args.verb], session.args.number))


def particulars(result: Result) -> str:
    """Return the ticket's name."""
    return str(result.facts["ticket"])
