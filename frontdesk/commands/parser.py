"""What can be typed: every command with its arguments and its help, in the language in force."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk import __version__
from frontdesk.commands.cases import parser as parser_complaints
from frontdesk.commands.escalations import parser as parser_escalations
from frontdesk.commands.kit.parts import Parser, add_command, add_group, add_step, options_of_all, speed
from frontdesk.commands.machine import parser as parser_machine
from frontdesk.commands.penalties import parser as parser_penalties
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import N_, _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands

STATIONS = tuple(kind.value for kind in StationKind)

ARGPARSE_WORDS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("%(heading)s:"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("not allowed with argument %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)"),  # from 3.15 on
    N_("invalid %(type)s value: %(value)r"),
)
"""What argparse itself says; it looks these up in the same catalogue."""


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what was typed; `module` names the module that carries it out. Exits with 2 where it makes no sense."""
    # Not `set_defaults`: what stands before a command would be forgotten by it.
    nothing_said = argparse.Namespace(
        module="stations.open", command=None, database=None, by=None, json=False, operation=None, language=None
    )
    # A station opens a little sooner where only its own words are made ready.
    opens_station = bool(arguments) and arguments[0] in STATIONS
    return build(stations_only=opens_station).parse_args(arguments, nothing_said)


def build(*, stations_only: bool = False) -> Parser:
    """Return the whole parser, or what opens a station only."""
    common = options_of_all()
    parser = Parser(
        prog="frontdesk",
        parents=[common],
        description=_("Keeps a dealership's after-sales front desk under control."),
        epilog=_("Without a command the station that this machine is set up as opens."),
    )
    version_help = _("show program's version number and exit")  # argparse has it translated only from 3.12 on
    parser.add_argument("--version", action="version", version=f"frontdesk {__version__}", help=version_help)
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    _stations(commands, common)
    if stations_only:
        return parser
    _cars(commands, common)
    parser_escalations.add(commands, common)
    parser_complaints.add(commands, common)
    parser_penalties.add(commands, common)
    _staff(commands, common)
    _policy(commands, common)
    _calendar(commands, common)
    _upkeep(commands, common)
    parser_machine.add(commands, common)
    return parser


def _stations(commands: "Commands", common: Parser) -> None:
    demo = add_command(commands, common, "demo", "demo", _("a seeded day, running, in a database of its own"))
    demo.add_argument("station", nargs="?", choices=STATIONS, default="manager", help=_("the station to open"))
    demo.add_argument("--speed", type=speed, metavar="N", help=_("times the clock's own speed"))
    for name, summary in (
        ("guard", _("open the guard kiosk")),
        ("reception", _("open the reception desk")),
        ("manager", _("open the manager console")),
        ("lounge", _("open the lounge display")),
    ):
        add_command(commands, common, "stations.open", name, summary)


def _cars(commands: "Commands", common: Parser) -> None:
    add_command(commands, common, "picture.status", "status", _("what stands where, and what is open"))
    arrive = _on_plate(commands, common, "arrive", _("a car arrives"))
    arrive.add_argument("--purpose", default="maintenance", metavar="maintenance|repair", help=_("why the car came"))
    arrive.add_argument("--place", metavar=_("PLACE"), help=_("where it stands; a free bay where nothing is said"))
    receive = _on_plate(commands, common, "receive", _("the customer is received"))
    receive.add_argument("--advisor", default="", metavar=_("NAME"), help=_("who receives, where it is someone else"))
    _on_plate(commands, common, "work-order", _("the work order is made"))
    _on_plate(commands, common, "hand-over", _("the workshop takes the car"))
    move = _on_plate(commands, common, "move", _("a car goes to another place"))
    move.add_argument("place", metavar=_("PLACE"), help=_("bay1, lane, temporary, repair, waiting1, workshop"))
    _on_plate(commands, common, "leave", _("a car leaves the store"))
    _on_plate(commands, common, "turn-away", _("a car that came for something else is sent away"))
    add_command(commands, common, "zone", "undo", _("take back what was done last on the command line"))


def _on_plate(commands: "Commands", common: Parser, name: str, summary: str) -> Parser:
    command = add_command(commands, common, "zone", name, summary)
    command.add_argument("plate", metavar=_("PLATE"), help=_("the plate, or part of it where the car is here"))
    command.add_argument("--at", metavar=_("TIME"), help=_("when it happened: 10:05, 10:05:30 or 2026-03-02T10:05"))
    return command


def _staff(commands: "Commands", common: Parser) -> None:
    steps = add_group(commands, common, "people.staff", "staff", _("the staff list"))
    add_step(steps, common, "list", _("show the list"))
    add = add_step(steps, common, "add", _("put a person on the list"))
    add.add_argument("name", metavar=_("NAME"), help=_("the person's name"))
    add.add_argument("--post", required=True, metavar=_("POST"), help="guard, advisor, supervisor, manager, director")
    add.add_argument("--phone", default="", metavar=_("PHONE"), help=_("the person's phone number"))
    remove = add_step(steps, common, "remove", _("take a person off the list"))
    remove.add_argument("name", metavar=_("NAME"), help=_("the person's name"))


def _policy(commands: "Commands", common: Parser) -> None:
    steps = add_group(commands, common, "policy", "policy", _("the numbers of the plan: places, limits, opening hours"))
    add_step(steps, common, "show", _("show the policy in force, as TOML"))
    load = add_step(steps, common, "load", _("put a policy in force for every station"))
    load.add_argument("file", type=Path, metavar=_("FILE"), help=_("a TOML file"))


def _calendar(commands: "Commands", common: Parser) -> None:
    steps = add_group(commands, common, "calendar", "calendar", _("which days are working days"))
    show = add_step(steps, common, "show", _("a year's exceptions from plain weeks"))
    show.add_argument("year", nargs="?", type=_year, metavar=_("YEAR"), help=_("this year where none is said"))
    load = add_step(steps, common, "import", _("put in a year as it was published; what is due by it is reckoned anew"))
    load.add_argument("file", type=Path, metavar=_("FILE"), help=_("a JSON file as holiday-cn publishes it"))


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 2000 <= int(text) <= 2200):
        raise argparse.ArgumentTypeError(_("“{text}” is no year; right would be 2027").format(text=text))
    return int(text)


def _upkeep(commands: "Commands", common: Parser) -> None:
    replay = add_command(commands, common, "replay", "replay", _("play a visit log (CSV) through the real commands"))
    replay.add_argument("file", type=Path, metavar=_("FILE"), help=_("the visit log"))
    replay.add_argument("--date", metavar=_("DATE"), help=_("the day of a log that has only times"))
    replay.add_argument("--speed", type=speed, metavar="N", help=_("live, at N times the clock's own speed"))
    doctor = add_command(commands, common, "doctor", "doctor", _("look over this machine and the database"))
    doctor.add_argument("--thorough", action="store_true", help=_("look at everything, however large the database is"))
    noted = _("where the chain of events ended once, as it was written down: 18-f2a334b6fdedc6f5")
    doctor.add_argument("--end", type=_end, action="append", default=[], metavar=_("NUMBER-HASH"), help=noted)
    backup = add_command(commands, common, "backup", "backup", _("copy the database while it is in use"))
    backup.add_argument("file", type=Path, metavar=_("FILE"), help=_("the copy to make; it must not exist yet"))
    restore = add_command(commands, common, "backup", "restore", _("put a backup in the database's place"))
    restore.add_argument("file", type=Path, metavar=_("FILE"), help=_("the backup"))


def _end(text: str) -> str:
    from frontdesk.desk.heads import written_down  # noqa: PLC0415 - only the doctor needs it

    try:
        return written_down(text).path
    except ValueError as error:
        words = _("“{text}” is no end of a chain; right would be 18-f2a334b6fdedc6f5").format(text=clean_line(text, 80))
        raise argparse.ArgumentTypeError(words) from error
