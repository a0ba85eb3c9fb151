"""The results of the commands for incidents."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.incidents.events import IncidentEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.roles import Role
from frontdesk.words.incidents import joined_words, what_and_where
from frontdesk.words.lookup import word_of
from frontdesk.words.phrases import case_number

_KINDS = {
    "say": IncidentEvent.SAY,
    "level": IncidentEvent.LEVEL,
    "command": IncidentEvent.COMMAND,
    "contained": IncidentEvent.CONTAINED,
    "end": IncidentEvent.ENDED,
    "mistake": IncidentEvent.MISTAKE,
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command, and to the same incident."""
    args = session.args
    if args.verb == "report":
        is_report = result.kind in {IncidentEvent.REPORT, IncidentEvent.JOIN}
        return is_report and result.facts["kind"] == args.kind
    return result.kind == _KINDS[args.verb] and result.number == args.number


def particulars(result: Result) -> str:
    """Return the incident's number, and of a report what and where it is."""
    facts = result.facts
    if "place" not in facts:
        return case_number(result.number)
    said = f"{case_number(result.number)} {what_and_where(str(facts['kind']), str(facts['place']))}"
    return f"{said} · {joined_words(str(facts['first']))}" if "first" in facts else said


def role_word(role: str) -> str:
    """Return what a role is called."""
    return word_of(Role, role)
