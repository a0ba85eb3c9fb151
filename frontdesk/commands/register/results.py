"""The results of the commands for the register."""

from argparse import Namespace

from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.events import PeopleEvent
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.register.calling import CallResult
from frontdesk.domain.register.events import RegisterEvent
from frontdesk.domain.register.teams import Team
from frontdesk.domain.values.text import clean_line, folded
from frontdesk.words.phrases import case_number
from frontdesk.words.register import area_word, shipped_areas
from frontdesk.words.teams import team_word

_KINDS = {
    ("things", "add"): RegisterEvent.THING_ADD,
    ("things", "set"): RegisterEvent.THING_CHANGE,
    ("things", "count"): RegisterEvent.THING_COUNT,
    ("things", "renew"): RegisterEvent.THING_RENEW,
    ("things", "faulty"): RegisterEvent.THING_FAULTY,
    ("things", "ready"): RegisterEvent.THING_READY,
    ("things", "out"): RegisterEvent.THING_OUT,
    ("things", "back"): RegisterEvent.THING_BACK,
    ("things", "retire"): RegisterEvent.THING_RETIRE,
    ("things", "again"): RegisterEvent.THING_AGAIN,
    ("contacts", "add"): RegisterEvent.CONTACT_ADD,
    ("contacts", "set"): RegisterEvent.CONTACT_CHANGE,
    ("contacts", "remove"): RegisterEvent.CONTACT_REMOVE,
    ("contacts", "again"): RegisterEvent.CONTACT_CHANGE,
    ("contacts", "called"): RegisterEvent.CONTACT_CALLED,
    ("areas", "add"): RegisterEvent.AREA_ADD,
    ("areas", "rename"): RegisterEvent.AREA_CHANGE,
    ("areas", "close"): RegisterEvent.AREA_CHANGE,
    ("areas", "reopen"): RegisterEvent.AREA_CHANGE,
    ("teams", "put"): RegisterEvent.TEAM_MEMBERS,
    ("teams", "remove"): RegisterEvent.TEAM_MEMBERS,
    ("teams", "set"): RegisterEvent.TEAM_MEMBERS,
    ("teams", "describe"): RegisterEvent.TEAM_CHANGE,
}
_OF_CALLS: dict[str, tuple[str, ...]] = {
    "call": (RegisterEvent.CONTACT_CALLED, RegisterEvent.CONTACT_TRIED),
    "correct": (RegisterEvent.CONTACT_CHANGE, PeopleEvent.STAFF_CHANGE),
    "begin": (RegisterEvent.CALLING_BEGIN,),
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command, and to the same thing, contact, area or team."""
    if session.args.verb in _OF_CALLS:
        return result.kind in _OF_CALLS[session.args.verb] and _is_reached(session.args, result)
    if result.kind != _KINDS[session.args.command, session.args.verb]:
        return False
    fits = {"areas": _is_area, "teams": _is_team, "things": _is_thing, "contacts": _is_contact}
    return fits[session.args.command](session.args, result)


def _is_contact(args: Namespace, result: Result) -> bool:
    """Whether it is that contact; one that is typed by its phone number is not told from others: no result has it."""
    typed = folded((args.name if args.verb == "set" else None) or args.contact)
    key, name = str(result.facts["contact"]), folded(str(result.facts["name"]))
    return typed.isdecimal() or typed == key or typed in name or not name


def _is_reached(args: Namespace, result: Result) -> bool:
    """Whether it is that person or contact, and of a call that result."""
    if args.verb == "begin":
        return True
    typed, known = folded(args.contact), folded(f"{result.facts.get('contact', '')} {result.facts.get('name', '')}")
    is_said = args.verb != "call" or read_choice(CallResult, args.result) == result.facts["result"]
    return is_said and (typed.isdecimal() or typed in known)


def _is_thing(args: Namespace, result: Result) -> bool:
    number, name = str(result.number), folded(str(result.facts["name"]))
    typed = folded((args.name if args.verb == "set" else None) or args.thing)
    fits = typed in name or typed.removeprefix("no.").removeprefix("#") == number
    return fits and (args.verb != "count" or args.quantity == result.facts["quantity"])


def _is_area(args: Namespace, result: Result) -> bool:
    key, name = str(result.facts["area"]), str(result.facts["name"])
    called = {folded(each) for each in (key, name, *shipped_areas().get(key, ())) if each}
    if args.verb in {"add", "rename"} and clean_line(args.name) and folded(args.name) not in called:
        return False
    return args.verb in {"add", "rename"} or folded(args.area) in called


def _is_team(args: Namespace, result: Result) -> bool:
    named = {"set": getattr(args, "names", []), "describe": []}.get(args.verb, [getattr(args, "name", "")])
    said = " ".join(clean_line(name, NAME_LIMIT) for name in named)
    return read_choice(Team, args.team) == result.facts["team"] and said == result.facts.get("name", "")


def particulars(result: Result) -> str:
    """Return the thing, the contact, the area or the team, and who was put in it or taken out."""
    facts = {name: str(value) for name, value in result.facts.items()}
    if result.kind == RegisterEvent.CALLING_BEGIN:
        return case_number(result.number) if result.number else ""
    if "contact" in facts or result.kind == PeopleEvent.STAFF_CHANGE:
        return facts["name"] or facts["contact"]
    if "team" not in facts and "area" not in facts:
        return " ".join((case_number(result.number), *facts.values()))
    if "area" in facts:
        return area_word(facts["area"], facts["name"])
    return " ".join(filter(None, (team_word(facts["team"]), facts.get("name", ""))))
