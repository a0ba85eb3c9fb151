"""The parser of all commands with their arguments and help, in the current language."""

from argparse import Namespace
from collections.abc import Sequence

from frontdesk import __version__
from frontdesk.commands.concerns import CONCERNS, Concern, concern_of
from frontdesk.commands.kit.parts import Parser, nothing_said, options_of_all
from frontdesk.commands.setup import parser as setup
from frontdesk.words.i18n import N_, _

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
"""The messages of argparse itself, which it looks up in the same catalogue."""


def parse(arguments: Sequence[str]) -> Namespace:
    """Return the parsed arguments; their `run` runs the command. Exits with 2 if they make no sense."""
    typed = nothing_said(setup.set_up_or_open)
    typed.build = build
    # Without a name a station opens, which takes no argument of its own.
    parser = build(concern_of(arguments[0] if arguments else "guard"))
    if arguments.count("--") > 1:
        # argparse would take both away, and leave a list where a text is expected.
        parser.error(_("unrecognized arguments: %s") % "--")
    return parser.parse_args(arguments, typed)


def build(only: Concern | None = None) -> Parser:
    """Return the whole parser, or that of one concern."""
    common = options_of_all()
    parser = Parser(
        prog="frontdesk",
        parents=[common],
        description=_("Keeps a dealership's after-sales front desk under control."),
        epilog=_(
            "Without a command the station that this machine is set up as opens; another: station in the settings"
            " (frontdesk settings show)."
        ),
    )
    version_help = _("show program's version number and exit")  # argparse has it translated only from 3.12 on
    parser.add_argument("--version", action="version", version=f"frontdesk {__version__}", help=version_help)
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    for concern in CONCERNS if only is None else (only,):
        concern.add(commands, common)
    return parser
