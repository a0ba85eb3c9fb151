"""The command-line arguments for checks."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number
from frontdesk.domain.checks.periods import Every
from frontdesk.domain.runs.problems import ROLES, STATIONS
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about checks."""
    verbs = add_group(commands, common, _checks, "checks", _("what is checked again and again"), required=False)
    add_verb(verbs, common, "list", _("the checks, those to be done, and how many were done in time"), looks=True)
    show = add_verb(verbs, common, "show", _("a check with its items"), looks=True)
    on = add_verb(verbs, common, "on", _("let a check come from now on, or come otherwise"))
    off = add_verb(verbs, common, "off", _("let a check come no more"))
    opened = add_verb(verbs, common, "open", _("open a check now, besides those that come"))
    do = add_verb(verbs, common, "do", _("answer items of a check; with --done it is over"))
    on.add_argument("key", nargs="?", metavar=_("CHECK"), help=_("the check's short name; none: a first set of them"))
    for verb in (off, opened):
        verb.add_argument("key", metavar=_("CHECK"), help=_("the check's short name: zone_marking"))
    on.add_argument("--every", choices=tuple(map(str, Every)), help=_("how often it comes"))
    on.add_argument("--until", metavar=_("TIME"), help=_("the time of day by which it is done: 09:30"))
    on.add_argument("--station", choices=STATIONS, help=_("where it is listed"))
    on.add_argument("--role", choices=ROLES, help=_("the post that owes it"))
    on.add_argument("--playbook", default="", metavar=_("PLAYBOOK"), help=_("for a check of the store's own"))
    opened.add_argument("--thing", default="", metavar=_("THING"), help=_("which, where it is made for each vehicle"))
    for verb in (show, do):
        verb.add_argument("number", type=number, metavar="N", help=_("the check's number"))
    do.add_argument("items", nargs="*", metavar=_("ITEM=ANSWER"), help=_("1 in order, 2 not, or a figure: lights=1"))
    do.add_argument("--fault", action="append", default=[], metavar=_("ITEM=WORDS"), help=_("what is not in order"))
    do.add_argument("--skip", action="append", default=[], metavar=_("ITEM=WORDS"), help=_("why it is left out"))
    do.add_argument("--done", action="store_true", dest="is_done", help=_("every item is answered: it is over"))


def _checks(args: Namespace) -> int:
    from frontdesk.commands.checks import checks

    return checks.run(args)
