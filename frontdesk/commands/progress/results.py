"""The results of the commands for cars in repair."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.progress.events import ProgressEvent
from frontdesk.domain.runs.events import RunEvent
from frontdesk.domain.values.event import Event
from frontdesk.domain.values.plates import as_plate, fragment
from frontdesk.words.phrases import case_number

_KINDS: dict[str, set[Event]] = {
    "assign": {ProgressEvent.ASSIGN},
    "start": {ProgressEvent.START},
    "hold": {ProgressEvent.HOLD},
    "done": {ProgressEvent.DONE},
    "drop": {ProgressEvent.DROP},
    "part": {ProgressEvent.PART},
    "check": {ProgressEvent.CHECK, ProgressEvent.FAIL},
    "found": {ProgressEvent.FOUND},
    "decide": {ProgressEvent.DECIDE},
    "release": {ProgressEvent.RELEASE},
    "promise": {ProgressEvent.PROMISE, ProgressEvent.KEEP},
    "keep": {ProgressEvent.KEEP},
    "waits": {ProgressEvent.WAITS},
    "told": {ProgressEvent.TELL},
    "hand-back": {RunEvent.START},
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command and to the typed car or part of a plate."""
    args = session.args
    if result.kind not in _KINDS[args.verb]:
        return False
    plate = as_plate(args.plate, session.snapshot.policy.province)
    return plate == result.plate or fragment(args.plate) in result.plate


def particulars(result: Result) -> str:
    """Return the number of the repair."""
    return case_number(result.number)
