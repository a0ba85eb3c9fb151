"""The command-line arguments for working days."""

from argparse import ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about working days."""
    verbs = add_group(commands, common, _calendar, "calendar", _("which days are working days"))
    show = add_verb(verbs, common, "show", _("a year's exceptions from plain weeks"), looks=True)
    show.add_argument("year", nargs="?", type=_year, metavar=_("YEAR"), help=_("this year where none is said"))
    load = add_verb(verbs, common, "import", _("put in a year as it was published; what is due by it is reckoned anew"))
    load.add_argument("file", type=Path, metavar=_("FILE"), help=_("a JSON file as holiday-cn publishes it"))


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 2000 <= int(text) <= 2200):
        raise ArgumentTypeError(_("“{text}” is no year; right would be 2027").format(text=text))
    return int(text)


def _calendar(args: Namespace) -> int:
    from frontdesk.commands.calendar import calendar

    return calendar.run(args)
