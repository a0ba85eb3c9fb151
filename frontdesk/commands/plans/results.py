"""The results of the commands for plans."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.plans.events import PlanEvent
from frontdesk.domain.policy.events import PolicyEvent
from frontdesk.domain.values.event import Event
from frontdesk.words.phrases import case_number
from frontdesk.words.policy.changes import changes

_KINDS: dict[str, tuple[Event, ...]] = {
    "new": (PlanEvent.WRITE,),
    "submit": (PlanEvent.SUBMIT,),
    "publish": (PlanEvent.PUBLISH, PolicyEvent.PUBLISHED),
    "read": (PlanEvent.READ,),
    "emergency": (PolicyEvent.EMERGENCY,),
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command and plan."""
    args = session.args
    if result.kind not in _KINDS[args.verb]:
        return False
    if args.verb == "emergency":
        return f'"{args.number}"' in str(result.facts["changed"])
    return isinstance(result.kind, PolicyEvent) or result.facts["plan"] == args.key


def particulars(result: Result) -> str:
    """Return the plan's version and its number; of numbers that came into force, what they were and are."""
    if isinstance(result.kind, PolicyEvent):
        return changes(result)
    return f"{case_number(result.number)} {result.facts['plan']} {result.facts['version']}"
