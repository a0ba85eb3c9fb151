"""The results of the commands for people."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.events import PeopleEvent
from frontdesk.domain.people.roles import Role
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.values.text import clean_line
from frontdesk.words.lookup import word

_KINDS = {
    ("staff", "add"): PeopleEvent.STAFF_ADD,
    ("staff", "change"): PeopleEvent.STAFF_CHANGE,
    ("staff", "remove"): PeopleEvent.STAFF_REMOVE,
    ("staff", "pin"): PeopleEvent.PIN_GIVEN,
    ("duty", "set"): PeopleEvent.DUTY,
    ("duty", "end"): PeopleEvent.DUTY_END,
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command, person and role."""
    args, facts = session.args, result.facts
    if result.kind != _KINDS[args.command, args.verb]:
        return False
    if args.command == "duty" and args.role != facts["role"]:
        return False
    return "name" not in args or clean_line(args.name, NAME_LIMIT) == facts["name"]


def particulars(result: Result) -> str:
    """Return the person, with the role of a duty."""
    role = result.facts.get("role")
    return " ".join(filter(None, (word(Role(str(role))) if role else "", str(result.facts["name"]))))
