"""The results of the commands for emergency orders."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.orders.events import OrderEvent
from frontdesk.words.phrases import case_number

_KINDS = {
    "add": OrderEvent.TAKE,
    "correct": OrderEvent.CHANGE,
    "promise": OrderEvent.PROMISE,
    "decline": OrderEvent.DECLINE,
    "supplied": OrderEvent.SUPPLY,
    "withdrawn": OrderEvent.WITHDRAW,
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command, and to the order that was named."""
    args = session.args
    is_named = getattr(args, "number", result.number) == result.number
    return result.kind is _KINDS[args.verb] and is_named


def particulars(result: Result) -> str:
    """Return the number."""
    return case_number(result.number)
