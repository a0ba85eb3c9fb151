"""The results of the commands for matters and signatures."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.approvals.events import ApprovalEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.events import MatterEvent
from frontdesk.domain.policy.events import PolicyEvent
from frontdesk.domain.values.event import Event
from frontdesk.words.phrases import case_number

_KINDS: dict[str, Event] = {
    "sign": ApprovalEvent.SIGN,
    "close": MatterEvent.CLOSE,
    "put-off": MatterEvent.PUT_OFF,
    "reject": ApprovalEvent.REJECT,
    "confirm": ApprovalEvent.CONFIRM,
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command and matter."""
    args = session.args
    name = args.verb if args.command == "matters" else args.command
    by_phone = name == "sign" and args.by_phone
    kind = ApprovalEvent.BY_PHONE if by_phone else _KINDS[name]
    # A template that is signed is in force with that.
    is_kind = result.kind == kind or (name == "sign" and result.kind is PolicyEvent.TEMPLATE)
    return is_kind and bool(args.number == result.number)


def particulars(result: Result) -> str:
    """Return the matter's number."""
    return case_number(result.number)
