"""The results of the commands for rescues and parts."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.parts.events import PartEvent
from frontdesk.domain.rescues.events import RescueEvent
from frontdesk.domain.values.event import Event
from frontdesk.words.phrases import case_number

_KINDS: dict[str, set[Event]] = {
    "add": {RescueEvent.TAKE},
    "correct": {RescueEvent.CHANGE},
    "plan": {RescueEvent.PLAN},
    "consent": {RescueEvent.CONSENT, RescueEvent.REFUSE},
    "depart": {RescueEvent.DEPART},
    "eta": {RescueEvent.ETA},
    "contact": {RescueEvent.CONTACT},
    "arrive": {RescueEvent.ARRIVE},
    "check": {RescueEvent.CHECK},
    "read": {RescueEvent.READ},
    "result": {RescueEvent.RESULT},
    "follow-up": {RescueEvent.FOLLOW_UP},
    "want": {PartEvent.ASK},
    "order": {PartEvent.CHANGE},
    "maker-ok": {PartEvent.MAKER_OK},
    "state": {PartEvent.STEP, PartEvent.HAND, PartEvent.CANCEL},
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command, and to the rescue or part that was named."""
    args = session.args
    is_named = getattr(args, "number", result.number) == result.number
    return result.kind in _KINDS[args.verb] and is_named


def particulars(result: Result) -> str:
    """Return the number."""
    return case_number(result.number)
