"""The command-line arguments for quotations."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about quotations."""
    verbs = add_group(commands, common, _quotes, "quotes", _("what was offered to customers"), required=False)
    listed = add_verb(verbs, common, "list", _("the quotations, newest first"), looks=True)
    commands.choices["quotes"].set_defaults(matter=None, case=None)
    given = add_verb(verbs, common, "add", _("give a quotation; it replaces the one before"))
    for verb in (listed, given):
        verb.add_argument("--matter", type=number, metavar="N", help=_("the number of the repair or another matter"))
        verb.add_argument("--case", type=number, metavar="N", help=_("the number of the complaint"))
    given.add_argument("--asked", required=True, metavar=_("TEXT"), help=_("what the customer wants done"))
    given.add_argument(
        "--line", action="append", required=True, metavar=_("TEXT"), help=_("what it is and costs: labour 200-300")
    )
    given.add_argument("--until", required=True, metavar=_("TIME"), help=_("until when it holds"))
    show = add_verb(verbs, common, "show", _("a quotation with its lines"), looks=True)
    printed = add_verb(verbs, common, "print", _("a quotation as a page to print"), looks=True)
    for verb in (show, printed):
        verb.add_argument("number", type=number, metavar="N", help=_("the quotation's number"))
    printed.add_argument("file", type=Path, metavar=_("FILE"), help=_("a new page to print, ending in .html"))


def _quotes(args: Namespace) -> int:
    from frontdesk.commands.quotes import quotes

    return quotes.run(args)
