"""The printers of call tickets: into a folder, or on a receipt printer (Z5a)."""

import re
from collections.abc import Iterator
from contextlib import suppress
from errno import EEXIST
from io import BytesIO
from pathlib import Path
from typing import Protocol

from frontdesk.domain.printing import PrintingReason
from frontdesk.domain.values.errors import PrinterError
from frontdesk.domain.values.text import clean_line
from frontdesk.files.new_file import HELD, write_over
from frontdesk.printing.address import Target, parse_address
from frontdesk.printing.sending import cannot_print, to_device, to_network, to_windows
from frontdesk.printing.slip import Slip, as_text
from frontdesk.words.i18n import _

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SAME_NUMBER = 99
"""How many tickets with one number fit into a day's folder (several stores may share it)."""


class Printer(Protocol):
    """Prints call tickets."""

    def print(self, slip: Slip) -> str:
        """Print a ticket; return where it went. Raises `PrinterError`. May take seconds, so not in the screen's thread.

        The ticket is valid whether it could be printed or not (Z5a), so printing again is always right.
        """


class FilePrinter:
    """Keeps each ticket as text and as a picture in a folder for each day: 2026-03-02/A007.txt, A007.png."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def print(self, slip: Slip) -> str:
        """Write the ticket, over an earlier print of the same one only; return the picture's path."""
        text = as_text(slip)
        try:
            picture = as_png(slip)
            day = self._folder / _day(slip)
            _make_private(day)
            place = _kept(day, slip, text, picture)
        except (OSError, ValueError) as error:
            raise cannot_print(error) from error
        return str(place.with_suffix(".png"))


class ReceiptPrinter:
    """Prints each ticket as a picture on a receipt printer that understands ESC/POS, and cuts the paper.

    Raises `PrinterError(BAD_PRINTER)` for an address without a printer. Nothing is opened before the first ticket.
    """

    def __init__(self, address: str) -> None:
        target = parse_address(address)
        if target.kind == "folder":
            raise PrinterError(PrintingReason.BAD_PRINTER, text=clean_line(address, 80))
        self._target = target

    def print(self, slip: Slip) -> str:
        """Print the ticket; return the printer's address."""
        from frontdesk.printing.raster import as_escpos  # noqa: PLC0415
        from frontdesk.printing.ticket_image import as_picture  # noqa: PLC0415 - Pillow is slow to load

        try:
            data = as_escpos(as_picture(slip))
        except OSError as error:
            raise cannot_print(error) from error
        return _send(self._target, data, _("Call ticket"))


def printer_for(address: str, default_folder: Path) -> Printer:
    """Return the printer for an address; an empty one means `default_folder`. Raises `PrinterError(BAD_PRINTER)`."""
    target = parse_address(address)
    if target.kind != "folder":
        return ReceiptPrinter(address)
    return FilePrinter(Path(target.name) if target.name else default_folder)


def _send(target: Target, data: bytes, title: str) -> str:
    if target.kind == "network":
        to_network(target.name, target.port, data)
        host = f"[{target.name}]" if ":" in target.name else target.name
        return f"tcp://{host}:{target.port}"
    if target.kind == "windows":
        to_windows(target.name, data, title)
    else:
        to_device(Path(target.name), data)
    return target.name


def as_png(slip: Slip) -> bytes:
    """Return a ticket as a picture."""
    from frontdesk.printing.ticket_image import as_picture  # noqa: PLC0415 - Pillow is slow to load

    made = BytesIO()
    as_picture(slip).save(made, "PNG")
    return made.getvalue()


def _day(slip: Slip) -> str:
    found = _DAY.match(slip.issued_at)
    return found[0] if found else "undated"


def _kept(day: Path, slip: Slip, text: str, picture: bytes) -> Path:
    """Save a ticket in its earlier place, else in a free one; return its path without suffix."""
    for place in _places(day, slip):
        taken = place.with_suffix(".txt")
        try:
            taken.touch(0o600, exist_ok=False)
        except FileExistsError:
            if not _is_print_of(taken, slip):
                continue
        try:
            _keep(place, text, picture)
        except PermissionError as error:
            # On Windows nobody replaces a picture that somebody looks at: this print gets a name of its own.
            if getattr(error, "winerror", None) not in HELD:
                raise
        else:
            return place
    raise FileExistsError(EEXIST, _("too many other tickets have this number"), str(day))


def _places(day: Path, slip: Slip) -> Iterator[Path]:
    name = re.sub(r"[^0-9A-Za-z]", "_", slip.number)[:32] or "_"
    yield day / name
    for count in range(2, _SAME_NUMBER + 1):
        yield day / f"{name}-{count}"


def _is_print_of(text: Path, slip: Slip) -> bool:
    """Whether a text is an earlier print of this ticket in any language, which means that it has the same facts."""
    printed = "".join(text.read_text(encoding="utf-8", errors="replace").split())
    facts = (slip.store, slip.number, slip.plate, slip.issued_at)
    return all("".join(clean_line(fact).split()) in printed for fact in facts)


def _keep(place: Path, text: str, picture: bytes) -> None:
    taken = place.with_suffix(".txt")
    try:
        write_over(place.with_suffix(".png"), picture)
        write_over(taken, text.encode())
    except OSError:
        # A name that was taken and stayed empty would belong to no ticket for ever.
        with suppress(OSError):
            if not taken.stat().st_size:
                taken.unlink()
        raise


def _make_private(folder: Path) -> None:
    """Create a folder and its missing parents, accessible to the owner only."""
    if not folder.is_dir():
        if folder.parent != folder:
            _make_private(folder.parent)
        folder.mkdir(0o700, exist_ok=True)
