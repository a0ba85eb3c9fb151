"""The command-line arguments for stations in browsers."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_command, add_verb, number
from frontdesk.commands.kit.reach import add_reach
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add the command that serves stations to browsers, and those about the browsers."""
    summary = _("show stations in browsers, and keep calling whoever is due, until stopped")
    serve = add_command(commands, common, _serve, "serve", summary)
    add_reach(serve)
    verbs = serve.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="verb", required=False)
    pair = add_verb(verbs, common, "pair", _("show a code that lets one browser show stations"))
    which = _("guard, reception, manager, workshop or lounge; all of them where none is named")
    pair.add_argument("stations", nargs="*", metavar=_("STATION"), help=which)
    pair.add_argument("--name", default="", metavar=_("DEVICE"), help=_("what the device is called in the list"))
    add_verb(verbs, common, "devices", _("list the browsers that may show stations"), looks=True)
    unpair = add_verb(verbs, common, "unpair", _("let a browser show no station any more"))
    unpair.add_argument("number", type=number, metavar="N", help=_("its number in the list"))


def _serve(args: Namespace) -> int:
    if args.verb is None:
        from frontdesk.commands.web import serve

        return serve.run(args)
    from frontdesk.commands.web import devices

    return devices.run(args)
