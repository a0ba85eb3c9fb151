"""The values of the setting `printer` and their meaning."""

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NoReturn
from urllib.parse import urlsplit

from frontdesk.domain.printing import PrintingReason
from frontdesk.domain.values.errors import PrinterError
from frontdesk.domain.values.text import clean_line

DEFAULT_PORT = 9100
"""The port on which receipt printers accept print jobs."""

_SHOWN = 80
_HOST = re.compile(r"[0-9A-Za-z_.:%-]+")


@dataclass(frozen=True, slots=True)
class Target:
    """The destination of tickets: a folder (the default if unnamed), a network printer, a device, a Windows printer.

    A path is absolute if its owner wrote an absolute one; `~` stands for the user's home.
    """

    kind: Literal["folder", "network", "device", "windows"]
    name: str
    port: int = 0


def parse_address(text: str) -> Target:
    """Return the meaning of an address; nothing is opened. Raises `PrinterError(BAD_PRINTER)`.

    Valid are an empty text, `folder:PATH`, an existing folder, `tcp://HOST[:PORT]`, `win://NAME`, and the whole path of
    a device.
    """
    address = clean_line(text, limit=4096)
    scheme, separator, rest = address.partition(":")
    match scheme.lower():
        case "":
            if separator:
                _refuse(address)
            return Target("folder", "")
        case "folder" if separator and rest.strip():
            return Target("folder", str(_path(rest.strip(), address)))
        case "tcp" if rest.startswith("//"):
            return _network(address)
        case "win" if rest.startswith("//") and rest[2:].strip():
            return Target("windows", rest[2:].strip())
    path = _path(address, address)
    with suppress(OSError):
        if path.is_dir():
            return Target("folder", str(path))
    if not path.is_absolute():
        _refuse(address)
    return Target("device", str(path))


def _path(text: str, address: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:
        # There is no such user.
        _refuse(address)


def _network(address: str) -> Target:
    try:
        parts = urlsplit(address)
        port = DEFAULT_PORT if parts.port is None else parts.port
    except ValueError:
        _refuse(address)
    plain = parts.path in {"", "/"} and not parts.query and not parts.fragment and "@" not in parts.netloc
    if not plain or not port or not _HOST.fullmatch(parts.hostname or ""):
        _refuse(address)
    return Target("network", str(parts.hostname), port)


def _refuse(address: str) -> NoReturn:
    raise PrinterError(PrintingReason.BAD_PRINTER, text=clean_line(address, _SHOWN))
