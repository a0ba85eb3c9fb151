"""The command-line arguments for setting a store up, and what `frontdesk` alone does."""

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_command
from frontdesk.commands.kit.store_path import is_there, refuse_second
from frontdesk.commands.stations import parser as stations
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add the command that sets a store up."""
    summary = _("set the store up: its name, places, hours, people")
    command = add_command(commands, common, _setup, "setup", summary)
    command.add_argument("--defaults", action="store_true", help=_("ask nothing: with the plan's own numbers"))


def set_up_or_open(args: Namespace) -> int:
    """Where there is no store yet, set one up; else open the station that this machine is. Return the exit code."""
    if not is_there(args.store) and not args.json and sys.stdin.isatty() and sys.stdout.isatty():
        refuse_second(args, is_station=True)
        args.defaults = False
        return _setup(args)
    return stations.open_station(args)


def _setup(args: Namespace) -> int:
    from frontdesk.commands.setup import setup

    return setup.run(args)
