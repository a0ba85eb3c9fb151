"""The result of putting other numbers into force."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.policy.events import PolicyEvent
from frontdesk.words.policy.changes import changes


def is_same(_session: Session, result: Result) -> bool:
    """Whether the result is of such a command."""
    return result.kind is PolicyEvent.POLICY


def particulars(result: Result) -> str:
    """Return what the numbers were and are."""
    return changes(result)
