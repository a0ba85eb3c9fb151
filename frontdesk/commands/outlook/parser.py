"""The command-line arguments of `frontdesk outlook`."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_command
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add the command."""
    outlook = add_command(
        commands, common, _outlook, "outlook", _("how likely the zone gets too full within the hour"), looks=True
    )
    outlook.add_argument(
        "--at", nargs="+", metavar=_("TIME"), help=_("the hour after a past instant: 10:14, or 2026-05-29 10:14")
    )


def _outlook(args: Namespace) -> int:
    from frontdesk.commands.outlook import outlook

    return outlook.run(args)
