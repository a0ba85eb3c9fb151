"""The results of the commands for the group."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.group.events import GroupEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.text import clean_code

_KINDS = {"join": GroupEvent.JOINED, "leave": GroupEvent.LEFT, "epoch": GroupEvent.EPOCH}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command and group."""
    args = session.args
    named = args.verb != "join" or result.facts.get("code") == clean_code(args.code)
    return result.kind == _KINDS.get(args.verb) and named


def particulars(result: Result) -> str:
    """Return the store's code there."""
    return str(result.facts["code"])
