"""The command-line arguments for the roster, absences and shifts."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number, whole
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about who works when."""
    _add_roster(commands, common)
    _add_absences(commands, common)
    _add_shifts(commands, common)


def _add_roster(commands: "Commands", common: Parser) -> None:
    verbs = add_group(commands, common, _roster, "roster", _("who works when"), required=False)
    add_verb(verbs, common, "list", _("the rosters, and how far each has come"), looks=True)
    show = add_verb(verbs, common, "show", _("a roster: people and days"), looks=True)
    gaps = add_verb(verbs, common, "gaps", _("who is missing, with the reason for each person"), looks=True)
    published = add_verb(verbs, common, "publish", _("submit a roster; the manager publishes it by signing"))
    for verb in (show, gaps, published):
        verb.add_argument("roster", nargs="?", metavar=_("ROSTER"), help=_("its number, or a day in it"))
    plan = add_verb(verbs, common, "plan", _("begin a roster, or have it proposed again"))
    plan.add_argument("first", metavar=_("FIRST"), help=_("the first day: 2026-02-16"))
    plan.add_argument("last", metavar=_("LAST"), help=_("the last day"))
    plan.add_argument("--empty", action="store_true", help=_("propose nothing; shifts are set by hand"))
    need = add_verb(verbs, common, "need", _("say how many people a shift needs"))
    need.add_argument("day", metavar=_("DAY"), help=_("the day"))
    need.add_argument("shift", metavar=_("SHIFT"), help=_("the shift"))
    need.add_argument("post", metavar=_("POST"), help=_("guard, advisor, supervisor, manager …"))
    need.add_argument("least", nargs="?", type=whole, metavar="N", help=_("how many, at least; none: as many as now"))
    need.add_argument("--why", default="", metavar=_("TEXT"), help=_("why so many"))
    need.add_argument("--certificate", metavar=_("CERTIFICATE"), help=_("whoever works it has to have it; - for none"))
    need.add_argument("--until", metavar=_("DAY"), help=_("for each day until this one"))
    changed = add_verb(verbs, common, "set", _("put somebody down for a shift, or set them free"))
    changed.add_argument("day", metavar=_("DAY"), help=_("the day"))
    changed.add_argument("person", metavar=_("NAME"), help=_("a name on the staff list"))
    changed.add_argument("shift", metavar=_("SHIFT"), help=_("the shift; - is free, auto is what is proposed"))
    changed.add_argument("--post", metavar=_("POST"), help=_("in which post, if not their own"))
    swap = add_verb(verbs, common, "swap", _("swap two shifts, or give one away"))
    swap.add_argument("day", metavar=_("DAY"), help=_("the day"))
    swap.add_argument("person", metavar=_("NAME"), help=_("whose shift it is"))
    swap.add_argument("other", metavar=_("NAME"), help=_("who gets it"))
    swap.add_argument("other_day", nargs="?", metavar=_("DAY"), help=_("the day whose shift they give for it"))
    export = add_verb(verbs, common, "export", _("a roster as a page, a table or a calendar"), looks=True)
    export.add_argument("roster", metavar=_("ROSTER"), help=_("its number, or a day in it"))
    export.add_argument("file", type=Path, metavar=_("FILE"), help=_("a new file: .html, .csv, .xlsx or .ics"))
    export.add_argument("--person", metavar=_("NAME"), help=_("the shifts of one person alone"))


def _add_absences(commands: "Commands", common: Parser) -> None:
    verbs = add_group(commands, common, _absences, "absences", _("who is away, and who wishes to be"), required=False)
    add_verb(verbs, common, "list", _("the absences from today on"), looks=True)
    added = add_verb(verbs, common, "add", _("enter that somebody is away"))
    added.add_argument("person", metavar=_("NAME"), help=_("a name on the staff list"))
    added.add_argument("first", metavar=_("FIRST"), help=_("the first day"))
    added.add_argument("last", nargs="?", metavar=_("LAST"), help=_("the last day, if there are several"))
    added.add_argument("--why", required=True, metavar=_("TEXT"), help=_("holiday, sick, training …"))
    added.add_argument("--wish", action="store_true", help=_("only a wish: met where it can be"))
    removed = add_verb(verbs, common, "remove", _("they are not away after all"))
    removed.add_argument("number", type=number, metavar="N", help=_("the number of the absence"))


def _add_shifts(commands: "Commands", common: Parser) -> None:
    verbs = add_group(commands, common, _shifts, "shifts", _("the shifts people are put down for"), required=False)
    add_verb(verbs, common, "list", _("the shifts"), looks=True)
    added = add_verb(verbs, common, "add", _("put a shift on the list"))
    removed = add_verb(verbs, common, "remove", _("take a shift off the list"))
    for verb in (added, removed):
        verb.add_argument("key", metavar=_("KEY"), help=_("its short name: early"))
    added.add_argument("begins", metavar=_("TIME"), help=_("when it begins: 08:00"))
    added.add_argument("ends", metavar=_("TIME"), help=_("when it ends; before it begins: the next day"))
    added.add_argument("--name", default="", metavar=_("NAME"), help=_("what the store calls it"))


def _roster(args: Namespace) -> int:
    from frontdesk.commands.rosters import rosters

    return rosters.run(args)


def _absences(args: Namespace) -> int:
    from frontdesk.commands.rosters import absences

    return absences.run(args)


def _shifts(args: Namespace) -> int:
    from frontdesk.commands.rosters import shifts

    return shifts.run(args)
