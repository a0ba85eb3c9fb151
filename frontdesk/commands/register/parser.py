"""The command-line arguments for the register: things, areas, teams, contacts."""

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit import phone
from frontdesk.commands.kit.help import add_choice
from frontdesk.commands.kit.parts import Parser, add_group, add_verb, how_many, number, whole
from frontdesk.domain.register.calling import CallResult
from frontdesk.domain.register.contacts import ContactKind
from frontdesk.domain.register.teams import Team
from frontdesk.domain.register.things import ThingKind, ThingState
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about the register."""
    _add_things(commands, common)
    _add_areas(commands, common)
    _add_teams(commands, common)
    _add_contacts(commands, common)


def _add_things(commands: "Commands", common: Parser) -> None:
    verbs = add_group(commands, common, _things, "things", _("supplies, equipment, vehicles and tools"), required=False)
    listed = add_verb(verbs, common, "list", _("the things, how each stands"), looks=True)
    add_choice(listed, "--kind", metavar=_("SORT"), of=ThingKind)
    add_choice(listed, "--state", metavar=_("STATE"), of=ThingState)
    listed.add_argument("--area", metavar=_("AREA KEY"), help=_("only what is in this area"))
    commands.choices["things"].set_defaults(kind=None, state=None, area=None)
    add_verb(verbs, common, "expiring", _("what is to be renewed, filled up or mended"), looks=True)
    show = add_verb(verbs, common, "show", _("a thing and its history"), looks=True)
    added = add_verb(verbs, common, "add", _("put a thing on the register"))
    added.add_argument("thing", metavar=_("CALLED"), help=_("what it is called: extinguisher 03"))
    add_choice(added, "--kind", metavar=_("SORT"), required=True, of=ThingKind)
    changed = add_verb(verbs, common, "set", _("describe a thing anew; what is not said stays"))
    counted = add_verb(verbs, common, "count", _("say how many there are of a thing"))
    renewed = add_verb(verbs, common, "renew", _("a thing was renewed, and has a new last day of use"))
    faulty = add_verb(verbs, common, "faulty", _("a thing is out of order: it is not used any more"))
    ready = add_verb(verbs, common, "ready", _("a thing is in order again"))
    out = add_verb(verbs, common, "out", _("take a thing out, for a matter or for what is said"))
    back = add_verb(verbs, common, "back", _("bring a thing back"))
    retired = add_verb(verbs, common, "retire", _("a thing is not used any more"))
    again = add_verb(verbs, common, "again", _("use a thing again that was retired"))
    for verb in (show, changed, counted, renewed, faulty, ready, out, back, retired, again):
        verb.add_argument("thing", metavar=_("THING"), help=_("its name, a part of it that fits no other, or No. 7"))
    add_choice(changed, "--kind", metavar=_("SORT"), of=ThingKind)
    changed.add_argument("--name", metavar=_("CALLED"), help=_("what it is called from now on"))
    for verb in (added, changed):
        verb.add_argument("--area", metavar=_("AREA KEY"), help=_("where it is: workshop"))
        verb.add_argument("--quantity", type=whole, metavar="N", help=_("how many there are"))
        verb.add_argument("--least", type=whole, metavar="N", help=_("fewer than this are too few"))
        verb.add_argument("--unit", metavar=_("TEXT"), help=_("what is counted: pieces"))
        verb.add_argument("--expires", metavar=_("DAY"), help=_("the last day of use: 2027-06-30, or 2027-06"))
    _add_import(verbs, common, _("take in a list of things"), ThingKind)
    counted.add_argument("quantity", type=whole, metavar="N", help=_("how many there are"))
    renewed.add_argument("until", metavar=_("DAY"), help=_("the last day of use: 2027-06-30, or 2027-06"))
    faulty.add_argument("words", metavar=_("TEXT"), help=_("what is not in order"))
    out.add_argument("--matter", type=number, metavar="N", help=_("the matter it is for"))
    for verb in (ready, out, back, retired):
        verb.add_argument("--words", default="", metavar=_("TEXT"), help=_("a few words about it"))


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
        verb.add_argument("name", metavar=_("CALLED"), help=_("what the area is called"))


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
    described.add_argument("--name", metavar=_("CALLED"), help=_("what the team is called; empty: as shipped"))
    described.add_argument("--duty", metavar=_("TEXT"), help=_("what it does, in a sentence; empty: as shipped"))


def _add_import(verbs: "Commands", common: Parser, summary: str, kinds: Iterable[str]) -> None:
    taken = add_verb(verbs, common, "import", summary)
    taken.add_argument("file", type=Path, metavar=_("FILE"), help=_("a table: CSV, XLSX or JSON"))
    add_choice(taken, "--kind", metavar=_("SORT"), of=kinds)
    taken.add_argument("--all-or-nothing", action="store_true", help=_("take nothing where one line is wrong"))


def _add_contacts(commands: "Commands", common: Parser) -> None:
    verbs = add_group(commands, common, _contacts, "contacts", _("whom outside to ring"), required=False)
    listed = add_verb(verbs, common, "list", _("the contacts outside, emergency numbers first"), looks=True)
    add_choice(listed, "--kind", metavar=_("SORT"), of=ContactKind)
    listed.add_argument("--to-call", action="store_true", help=_("only those that are to be called through"))
    commands.choices["contacts"].set_defaults(kind=None, to_call=False)
    added = add_verb(verbs, common, "add", _("put a contact on the list"))
    added.add_argument("contact", metavar=_("CALLED"), help=_("who it is: power supplier, duty desk"))
    add_choice(added, "--kind", metavar=_("SORT"), required=True, of=ContactKind)
    phone.add_argument(added, default="")
    changed = add_verb(verbs, common, "set", _("describe a contact anew; what is not said stays"))
    removed = add_verb(verbs, common, "remove", _("take a contact off the list"))
    again = add_verb(verbs, common, "again", _("put a contact back on the list"))
    called = add_verb(verbs, common, "called", _("the contact was rung just now, and the number is right"))
    for verb in (changed, removed, again, called):
        verb.add_argument("contact", metavar=_("CONTACT"), help=_("its name or a part of it, or its number"))
    add_choice(changed, "--kind", metavar=_("SORT"), of=ContactKind)
    changed.add_argument("--name", metavar=_("CALLED"), help=_("what it is called from now on"))
    phone.add_argument(changed)
    for verb in (added, changed):
        verb.add_argument("--hours", metavar=_("TEXT"), help=_("when somebody answers: day and night"))
        verb.add_argument("--note", metavar=_("TEXT"), help=_("a few words about it"))
        verb.add_argument(
            "--backup", choices=("yes", "no"), help=_("whether it is rung only where the first of its kind fails")
        )
    _add_import(verbs, common, _("take in a list of contacts"), ContactKind)
    _add_calls(verbs, common)
    printed = add_verb(verbs, common, "print", _("the contact list with teams and staff, to print"), looks=True)
    printed.add_argument("file", type=Path, metavar=_("FILE"), help=_("a new page to print, ending in .html"))


def _add_calls(verbs: "Commands", common: Parser) -> None:
    listed = add_verb(
        verbs, common, "calls", _("staff and contacts, who was reached and who is to be rung"), looks=True
    )
    listed.add_argument("--to-call", action="store_true", help=_("only those who are to be rung, or have no number"))
    add_verb(verbs, common, "begin", _("let the whole list be called through from now on, whenever its time comes"))
    call = add_verb(verbs, common, "call", _("put on record what came of ringing somebody of the staff or a contact"))
    correct = add_verb(verbs, common, "correct", _("write down the right number of somebody"))
    for verb in (call, correct):
        verb.add_argument("contact", metavar=_("CONTACT"), help=_("a name or a part of it, or the number"))
    add_choice(call, "result", metavar=_("RESULT"), of=CallResult)
    call.add_argument("--words", default="", metavar=_("TEXT"), help=_("a few words about it"))
    phone.add_argument(correct, default="")


def _contacts(args: Namespace) -> int:
    from frontdesk.commands.register import calling, contacts, importing

    if args.verb in calling.VERBS:
        return calling.run(args)
    return importing.run(args) if args.verb == "import" else contacts.run(args)


def _things(args: Namespace) -> int:
    from frontdesk.commands.register import importing, things

    return importing.run(args) if args.verb == "import" else things.run(args)


def _areas(args: Namespace) -> int:
    from frontdesk.commands.register import areas

    return areas.run(args)


def _teams(args: Namespace) -> int:
    from frontdesk.commands.register import teams

    return teams.run(args)
