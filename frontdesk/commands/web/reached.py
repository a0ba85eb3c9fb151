"""What `frontdesk serve --lan` says: its addresses with their QR codes, and what other machines need once."""

import io
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from frontdesk.commands.kit import output
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.web.reach import Reach


def tell(reach: "Reach", addresses: list[str]) -> None:
    """Say how other machines reach this one."""
    if reach.context is None:
        _warn_of_plain()
    if not addresses:
        output.warn(_("This machine has no address in a network yet; as soon as it has one, it is served."))
    for address in addresses:
        output.warn(_("In the store's network: {address}").format(address=address))
        if sys.stderr.isatty():
            _show_code(address)
    if reach.called.names:
        names = _(", ").join(map(reach.address_at, reach.called.names))
        output.warn(_("By its name, where the network knows it: {addresses}").format(addresses=names))
    output.warn(_("Each browser is paired once, with a code: frontdesk serve pair guard"))
    if reach.authority is not None:
        _say_how_to_trust(reach.authority, addresses)
    if sys.platform == "win32":
        said = _("So that the firewall lets them in, once, in a terminal opened as administrator: {command}")
        output.warn(said.format(command=firewall_line(reach.port)))


def firewall_line(port: int) -> str:
    """Return the line that lets the machines of the same network in, on Windows."""
    rule = f"name=Frontdesk dir=in action=allow protocol=TCP localport={port} remoteip=localsubnet"
    return f"netsh advfirewall firewall add rule {rule}"


def _say_how_to_trust(authority: bytes, addresses: list[str]) -> None:
    from frontdesk.machine.certificates import thumbprint  # noqa: PLC0415 - of the extra `lan`

    page = f"{addresses[0]}trust" if addresses else "/trust"
    output.warn(_("Each machine is told once to trust this server: {address}").format(address=page))
    output.warn(_("Its thumbprint (sha1), to compare: {thumbprint}").format(thumbprint=thumbprint(authority)))


def _warn_of_plain() -> None:
    said = _("NOT ENCRYPTED (--plain): whoever is in this network can read names, numbers and PINs.")
    if sys.stderr.isatty():
        print(f"\x1b[1;31m{said}\x1b[0m", file=sys.stderr)
    else:
        output.warn(said)


def _show_code(address: str) -> None:
    """Draw the address, for the camera of a tablet; a terminal that has no blocks shows none."""
    import segno  # noqa: PLC0415 - of the extra `lan`

    drawn = io.StringIO()
    segno.make(address, micro=False, error="l").terminal(drawn, compact=True)
    with suppress(UnicodeEncodeError):
        print(drawn.getvalue(), file=sys.stderr)
