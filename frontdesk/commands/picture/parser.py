"""The command-line arguments of `frontdesk status`."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_command
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add the command."""
    add_command(commands, common, _status, "status", _("what stands where, and what is open"), looks=True)


def _status(args: Namespace) -> int:
    from frontdesk.commands.picture import status

    return status.run(args)
