"""The results of the commands for the monthly review."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.review.events import ReviewEvent
from frontdesk.words.i18n import _

_KINDS = {
    "open": ReviewEvent.OPEN,
    "cause": ReviewEvent.CAUSE,
    "take-proposed": ReviewEvent.CAUSE,
    "leave": ReviewEvent.LEAVE,
    "submit": ReviewEvent.SUBMIT,
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command and month."""
    args = session.args
    return result.kind == _KINDS[args.verb] and result.facts["month"] == str(args.month)


def particulars(result: Result) -> str:
    """Return the month, and of how many cases a cause was said."""
    month = str(result.facts["month"])
    count = result.facts.get("count")
    return month if count is None else _("{month}, {count} cases").format(month=month, count=count)
