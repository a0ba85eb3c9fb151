"""The command-line arguments of `frontdesk at`."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_command
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add the command."""
    at = add_command(commands, common, _at, "at", _("the board as it stood at a past minute"), looks=True)
    at.add_argument("time", nargs="+", metavar=_("TIME"), help=_("the minute: 10:14, or 2026-05-29 10:14"))


def _at(args: Namespace) -> int:
    from frontdesk.commands.past import at

    return at.run(args)
