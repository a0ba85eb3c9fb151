"""The results of the commands for drills."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.drills.events import DrillEvent
from frontdesk.domain.journal.result import Result
from frontdesk.words.i18n import _
from frontdesk.words.phrases import case_number

_KINDS = {"plan": DrillEvent.PLAN, "start": DrillEvent.START, "score": DrillEvent.SCORE}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command, and to the same drill."""
    args = session.args
    if result.kind != _KINDS[args.verb]:
        return False
    return bool(result.facts["kind"] == args.kind if args.verb == "plan" else result.number == args.number)


def particulars(result: Result) -> str:
    """Return the drill's number, and of one that was begun that of its incident."""
    if result.kind == DrillEvent.START:
        held = _("held as {number}").format(number=case_number(int(result.facts["incident"])))
        return f"{case_number(result.number)} {held}"
    return case_number(result.number)
