"""The command-line arguments for the handbook."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_command
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add the command that shows the handbook: it works whatever the settings say, and without a database."""
    summary = _("read the handbook, without a network")
    read = add_command(
        commands, common, _read, "handbook", summary, looks=True, needs_settings=False, needs_store=False
    )
    read.add_argument("topic", nargs="?", metavar=_("TOPIC"), help=_("the page; the first one and a list without it"))
    read.add_argument("--search", nargs="+", metavar=_("WORD"), help=_("where these words stand, in every page"))


def _read(args: Namespace) -> int:
    from frontdesk.commands.handbook import page

    return page.run(args)
