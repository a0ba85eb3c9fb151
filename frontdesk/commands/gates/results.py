"""The results of the commands for gates."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.gates import GateEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.values.text import clean_line

_KINDS = {"add": GateEvent.ADD, "remove": GateEvent.REMOVE}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command and gate."""
    args = session.args
    return result.kind == _KINDS.get(args.verb) and clean_line(args.name, NAME_LIMIT) == result.facts["name"]


def particulars(result: Result) -> str:
    """Return the gate."""
    return str(result.facts["name"])
