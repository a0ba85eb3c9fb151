"""The command-line arguments for opening a station or the demo, and for watching without a screen."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_command, speed
from frontdesk.domain.stations.station import StationKind
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands

STATIONS = tuple(kind.value for kind in StationKind)


def add(commands: "Commands", common: Parser) -> None:
    """Add the commands that open a station."""
    demo = add_command(
        commands, common, _demo, "demo", _("a seeded day, running, in a database of its own"), needs_store=False
    )
    demo.add_argument("station", nargs="?", choices=STATIONS, default="manager", help=_("the station to open"))
    demo.add_argument("--speed", type=speed, metavar="N", help=_("times the clock's own speed"))
    demo.add_argument("--unattended", action="store_true", help=_("wait for nobody: the day plays itself"))
    for name, summary in (
        ("guard", _("open the guard kiosk")),
        ("reception", _("open the reception desk")),
        ("manager", _("open the manager console")),
        ("workshop", _("open the workshop station")),
        ("lounge", _("open the lounge display")),
    ):
        add_command(commands, common, open_station, name, summary)


def add_watch(commands: "Commands", common: Parser) -> None:
    """Add the command that watches without a screen."""
    add_command(commands, common, _watch, "watch", _("keep calling whoever is due, without a screen, until stopped"))


def open_station(args: Namespace) -> int:
    """Open the station asked for, or the one that this machine is set up as; return the exit code."""
    from frontdesk.commands.stations import open as opening

    return opening.run(args)


def _demo(args: Namespace) -> int:
    from frontdesk.commands.stations import demo

    return demo.run(args)


def _watch(args: Namespace) -> int:
    from frontdesk.commands.stations import watch

    return watch.run(args)
