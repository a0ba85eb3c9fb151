"""How this machine is called in the store's network: its names, and its addresses as they are now."""

import importlib.util
import socket
from contextlib import suppress
from ipaddress import ip_address
from typing import NamedTuple

from frontdesk.domain.machine import MachineReason
from frontdesk.domain.values.errors import InputError

_PARTS = ("cryptography", "ifaddr", "segno")
"""The packages of the extra `lan`."""


class Called(NamedTuple):
    """What other machines call this one."""

    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


def require_parts() -> None:
    """Raise `InputError(NO_LAN_PARTS)` if a part is missing that only a server of the network needs."""
    missing = [name for name in _PARTS if importlib.util.find_spec(name) is None]
    if missing:
        raise InputError(MachineReason.NO_LAN_PARTS, names=", ".join(missing))


def called() -> Called:
    """Return how this machine is called now. Stores' networks are IPv4, and so is what is served."""
    import ifaddr  # noqa: PLC0415 - of the extra `lan`

    found = [ip.ip for adapter in ifaddr.get_adapters() for ip in adapter.ips if isinstance(ip.ip, str)]
    usable = [text for text in dict.fromkeys(found) if _is_usable(text)]
    return Called(names_from(socket.gethostname()), tuple(usable))


def names_from(host: str) -> tuple[str, ...]:
    """Return the names for what the machine calls itself, as browsers send them; none for one that is no name."""
    full = ""
    with suppress(UnicodeError):
        full = host.strip().rstrip(".").lower().encode("idna").decode()
    short = full.partition(".")[0]
    if short in {"", "localhost"} or not short.replace("-", "").replace("_", "").isalnum():
        return ()
    return tuple(dict.fromkeys((short, f"{short}.local", full)))


def _is_usable(text: str) -> bool:
    address = ip_address(text)
    return not (address.is_loopback or address.is_link_local or address.is_unspecified)
