"""The results of clearing expired records."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.forgetting.events import ForgetEvent
from frontdesk.domain.journal.result import Result
from frontdesk.words.forgetting import other_counts
from frontdesk.words.i18n import _
from frontdesk.words.phrases import case_number


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command, class and day."""
    of_it = (result.facts.get("class"), result.facts.get("before"))
    return result.kind in set(ForgetEvent) and of_it == (str(session.args.class_), str(session.args.before))


def particulars(result: Result) -> str:
    """Return how many cases and numbers it was about."""
    counts = _("cases: {cases}, phone numbers: {numbers}").format_map(result.facts)
    return " · ".join((case_number(result.number), counts, *other_counts(result.facts)))
