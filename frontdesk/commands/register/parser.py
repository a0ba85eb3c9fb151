"""The command-line arguments for the register: areas and teams."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.help import add_choice
from frontdesk.commands.kit.parts import Parser, add_group, add_verb, how_many
from frontdesk.domain.register.teams import Team
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about the register."""
    _add_areas(commands, common)
    _add_teams(commands, common)


def _add_areas(commands: "Commands", common: Parser) -> None:
    verbs = add_group(commands, common, _areas, "areas", _("the areas of the store"), required=False)
    add_verb(verbs, common, "list", _("the areas, also those not in use"), looks=True)
    added = add_verb(verbs, common, "add", _("add an area"))
    renamed = add_verb(verbs, common, "rename", _("call an area by the store's own name"))
    closed = add_verb(verbs, common, "close", _("an area is not in use any more"))
    opened = add_verb(verbs, common, "reopen", _("an area is in use again"))
    for verb in (renamed, closed, opened):
        verb.add_argument("area", metavar=_("AREA KEY"), help=_("the area's key or name: power_room"))
    for verb in (added, renamed):
        verb.add_argument("name", metavar=_("NAME"), help=_("what the area is called"))


def _add_teams(commands: "Commands", common: Parser) -> None:
    summary = _("the teams for emergencies, who leads each and who stands in")
    verbs = add_group(commands, common, _teams, "teams", summary, required=False)
    add_verb(verbs, common, "list", _("the teams with their members"), looks=True)
    put = add_verb(verbs, common, "put", _("put somebody in a team, or elsewhere in its order"))
    removed = add_verb(verbs, common, "remove", _("take somebody out of a team"))
    set_all = add_verb(verbs, common, "set", _("just these people are in a team, in this order"))
    described = add_verb(verbs, common, "describe", _("the store's own name and duty of a team"))
    for verb in (put, removed, set_all, described):
        add_choice(verb, "team", metavar=_("TEAM"), of=Team)
    for verb in (put, removed):
        verb.add_argument("name", metavar=_("NAME"), help=_("the person's name"))
    put.add_argument(
        "--position", type=how_many, metavar="N", help=_("1 leads, 2 stands in; last where nothing is said")
    )
    set_all.add_argument("names", nargs="+", metavar=_("NAME"), help=_("the people, the leader first"))
    described.add_argument("--name", metavar=_("NAME"), help=_("what the team is called; empty: as shipped"))
    described.add_argument("--duty", metavar=_("TEXT"), help=_("what it does, in a sentence; empty: as shipped"))


def _areas(args: Namespace) -> int:
    from frontdesk.commands.register import areas

    return areas.run(args)


def _teams(args: Namespace) -> int:
    from frontdesk.commands.register import teams

    return teams.run(args)
