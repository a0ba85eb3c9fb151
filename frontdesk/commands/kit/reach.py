"""What is typed about where the server listens: for `serve` itself, and for the service that runs it."""

import argparse
from argparse import Namespace
from pathlib import Path

from frontdesk.commands.kit.parts import Parser
from frontdesk.domain.machine import MachineReason
from frontdesk.domain.values.errors import InputError
from frontdesk.machine import network
from frontdesk.words.i18n import _

PORT = 8420
PLAIN = "--plain"


def add_reach(command: Parser, port: int = PORT) -> None:
    """Add the options; `port` is the usual one."""
    command.add_argument(
        "--port", type=_port, default=port, metavar="N", help=_("the port of this machine to listen on")
    )
    command.add_argument("--lan", action="store_true", help=_("serve the machines of the store's network too"))
    command.add_argument("--cert", type=Path, metavar=_("FILE"), help=_("with --lan: a certificate of the store's own"))
    command.add_argument("--key", type=Path, metavar=_("FILE"), help=_("with --cert: its key"))
    plain = _("with --lan: encrypt nothing; whoever is in the network can read names, numbers and PINs")
    command.add_argument(PLAIN, action="store_true", help=plain)


def refuse_wrong(args: Namespace) -> None:
    """Raise `InputError` for options that do not go together, or where a part is missing that they need."""
    own = (args.cert is not None, args.key is not None)
    if own[0] != own[1] or (args.plain and own[0]) or ((args.plain or own[0]) and not args.lan):
        raise InputError(MachineReason.ONLY_WITH_LAN)
    if args.lan:
        network.require_parts()


def typed_again(args: Namespace) -> tuple[str, ...]:
    """Return the options as a service is to have them: those that differ from the usual, with whole paths."""
    files = [(name, getattr(args, name)) for name in ("cert", "key")]
    return (
        *(("--port", str(args.port)) if args.port != PORT else ()),
        *(f"--{name}" for name in ("lan", "plain") if getattr(args, name)),
        *(word for name, file in files if file for word in (f"--{name}", str(file.expanduser().absolute()))),
    )


def _port(text: str) -> int:
    if not (text.isdecimal() and text.isascii() and 1 <= int(text[:6]) <= 65535):
        raise argparse.ArgumentTypeError(_("“{text}” is no port; right would be 1 … 65535").format(text=text))
    return int(text)
