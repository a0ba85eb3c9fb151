"""The results of the commands for the group."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.approvals.events import ApprovalEvent
from frontdesk.domain.group.events import GroupEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.policy.events import PolicyEvent
from frontdesk.domain.values.event import Event
from frontdesk.domain.values.text import clean_code
from frontdesk.words.phrases import case_number
from frontdesk.words.policy.changes import changes

_KINDS: dict[str, tuple[Event, ...]] = {
    "join": (GroupEvent.JOINED, GroupEvent.SHARED),
    "leave": (GroupEvent.LEFT,),
    "epoch": (GroupEvent.EPOCH,),
    "accept": (ApprovalEvent.SIGN, PolicyEvent.TEMPLATE),
    "decline": (ApprovalEvent.REJECT,),
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command and group."""
    args = session.args
    if args.verb == "join":
        is_it = result.facts.get("code") == clean_code(args.code)
    else:
        is_it = args.verb not in {"accept", "decline"} or result.number == args.number
    return is_it and result.kind in _KINDS.get(args.verb, ())


def particulars(result: Result) -> str:
    """Return the store's code there; of a template its number, and what it changed."""
    if result.kind is PolicyEvent.TEMPLATE:
        return f"{case_number(result.number)} {changes(result)}"
    return str(result.facts["code"]) if isinstance(result.kind, GroupEvent) else case_number(result.number)
