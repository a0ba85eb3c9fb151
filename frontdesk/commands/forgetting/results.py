"""The result of forgetting a customer, which says nothing about who it was."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.forgetting.events import ForgetEvent
from frontdesk.domain.journal.result import Result
from frontdesk.words.forgetting import other_counts
from frontdesk.words.i18n import _


def is_same(_session: Session, result: Result) -> bool:
    """Whether the result is of such a command; whom it was about is not on record."""
    return result.kind == ForgetEvent.FORGET and "before" not in result.facts


def particulars(result: Result) -> str:
    """Return how much went."""
    counts = _("cases: {cases}, phone numbers: {numbers}, half-filled forms: {drafts}").format_map(result.facts)
    return " · ".join((counts, *other_counts(result.facts)))
