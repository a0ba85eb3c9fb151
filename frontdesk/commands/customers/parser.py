"""The command-line arguments for the customer file."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb, how_many
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about customers."""
    verbs = add_group(commands, common, _customers, "customers", _("the customers of the cars and cases on record"))
    listed = add_verb(verbs, common, "list", _("customers, whose car was here last first"), looks=True)
    found = add_verb(verbs, common, "find", _("customers by part of a plate, a name, initials or a number"), looks=True)
    given = add_verb(verbs, common, "export", _("write customers into a new file, to call them"))
    found.add_argument("text", nargs="+", metavar=_("TEXT"), help=_("all of these words have to fit"))
    given.add_argument(
        "file", type=Path, metavar=_("FILE"), help=_("its ending says the format: .csv, .xlsx, .json, .html to print")
    )
    for verb in (listed, given):
        verb.add_argument("--area", metavar=_("AREA"), help=_("only those of an area, by their plates: 苏E, 苏, 江苏"))
        verb.add_argument("--visited", metavar=_("DATE"), help=_("only those who came on a day: 2026-11-27"))
    listed.add_argument("--after", metavar=_("PLACE"), help=_("the next page, as the page before said it"))
    listed.add_argument("--limit", type=how_many, default=50, metavar="N", help=_("so many on a page"))
    given.add_argument("--numbers", action="store_true", help=_("with phone numbers in full, on record"))
    given.add_argument("--why", default="", metavar=_("TEXT"), help=_("what the numbers are needed for"))


def _customers(args: Namespace) -> int:
    from frontdesk.commands.customers import customers

    return customers.run(args)
