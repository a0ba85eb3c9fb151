"""The results of the commands for measures."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.measures.events import MeasureEvent
from frontdesk.domain.values.text import clean_line
from frontdesk.words.phrases import case_number

_KINDS = {
    "add": MeasureEvent.PROPOSE,
    "agree": MeasureEvent.AGREE,
    "done": MeasureEvent.DONE,
    "check": MeasureEvent.CHECK,
    "drop": MeasureEvent.DROP,
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command and measure; for a proposal, to the same words."""
    args = session.args
    if result.kind != _KINDS[args.verb]:
        return False
    if result.kind == MeasureEvent.PROPOSE:
        return bool(result.facts["what"] == clean_line(args.what))
    return bool(args.number == result.number)


def particulars(result: Result) -> str:
    """Return the measure's number."""
    return case_number(result.number)
