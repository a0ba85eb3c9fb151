"""Where a server listens, by what was typed; and what is said where it cannot."""

from argparse import Namespace
from errno import EACCES, EADDRINUSE
from functools import partial
from typing import TYPE_CHECKING

from frontdesk.commands.kit import output
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.web.reach import Reach


def reach_of(args: Namespace) -> "Reach":
    """Return where to listen. Raises `InputError` for a certificate that cannot be used."""
    # aiohttp takes a second to load, and no other command needs it; a part of the extra may be missing.
    from frontdesk.web.reach import InNetwork, Reach  # noqa: PLC0415

    if not args.lan:
        return Reach(args.port)
    if args.plain:
        return InNetwork(args.port, None)
    from frontdesk.machine import certificates  # noqa: PLC0415

    if args.cert is not None:
        return InNetwork(args.port, lambda _called: certificates.given(args.cert, args.key))
    return InNetwork(args.port, partial(certificates.own, args.settings.certificates))


def refused_port(args: Namespace, error: OSError) -> int:
    """Say that the port is taken; return the exit code. Raises any other error."""
    if error.errno not in {EADDRINUSE, EACCES}:
        raise error
    said = _("Port {port} of this machine is taken. Is frontdesk serve running already? Another: --port.")
    return output.fail(said.format(port=args.port), error="port_taken" if args.json else "")
