"""The results of the commands for the register."""

from argparse import Namespace

from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.register.events import RegisterEvent
from frontdesk.domain.register.teams import Team
from frontdesk.domain.values.text import clean_line, folded
from frontdesk.words.register import area_word, shipped_areas, team_word

_KINDS = {
    ("areas", "add"): RegisterEvent.AREA_ADD,
    ("areas", "rename"): RegisterEvent.AREA_CHANGE,
    ("areas", "close"): RegisterEvent.AREA_CHANGE,
    ("areas", "reopen"): RegisterEvent.AREA_CHANGE,
    ("teams", "put"): RegisterEvent.TEAM_MEMBERS,
    ("teams", "remove"): RegisterEvent.TEAM_MEMBERS,
    ("teams", "set"): RegisterEvent.TEAM_MEMBERS,
    ("teams", "describe"): RegisterEvent.TEAM_CHANGE,
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command, and to the same area or team."""
    if result.kind != _KINDS[session.args.command, session.args.verb]:
        return False
    return (_is_area if session.args.command == "areas" else _is_team)(session.args, result)


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
    """Return the area or the team, and who was put in it or taken out."""
    facts = {name: str(value) for name, value in result.facts.items()}
    if "area" in facts:
        return area_word(facts["area"], facts["name"])
    return " ".join(filter(None, (team_word(facts["team"]), facts.get("name", ""))))
