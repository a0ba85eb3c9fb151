"""Sends bytes to a printer: over the network, to a device, to Windows. None waits longer than a person would."""

import os
import select
import socket
import stat
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from frontdesk.domain.printing import PrintingReason
from frontdesk.domain.values.errors import PrinterError
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _

ANSWER_S = 3.0
"""How long a printer may take to answer at all."""
PRINT_S = 10.0
"""How long it may take to accept a whole ticket; one that is out of paper accepts none."""
_GOODBYE_S = 0.5

_Resolved: TypeAlias = "tuple[int, tuple[str | int, ...] | tuple[int, bytes]]"


def to_network(host: str, port: int, data: bytes, answer_s: float = ANSWER_S) -> None:
    """Send to a printer that listens on the network. Raises `PrinterError(CANNOT_PRINT)`."""
    waits = answer_s
    try:
        with _connected(host, port, answer_s) as connection:
            waits = PRINT_S
            connection.settimeout(waits)
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            _hear_out(connection)
    except TimeoutError as error:
        raise no_answer(waits) from error
    except (OSError, UnicodeError) as error:
        raise cannot_print(error) from error


def to_device(path: Path, data: bytes) -> None:
    """Write to a printer's device; never makes or changes an ordinary file, or a disk. Raises `PrinterError`."""
    flags = os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
    try:
        device = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise cannot_print(error) from error
    try:
        kind = os.fstat(device).st_mode
        if stat.S_ISREG(kind) or stat.S_ISBLK(kind):
            raise PrinterError(PrintingReason.BAD_PRINTER, text=clean_line(str(path), 80))
        _write_all(device, data)
    except OSError as error:
        raise cannot_print(error) from error
    finally:
        os.close(device)


def to_windows(name: str, data: bytes, title: str) -> None:
    """Hand a job to the Windows printer of that name, as it is. Raises `PrinterError(CANNOT_PRINT)`."""
    try:
        import pywintypes  # noqa: PLC0415 - on Windows only, and only where it was installed
        import win32print  # noqa: PLC0415
    except ImportError as error:
        detail = _("a Windows printer needs pywin32: pip install pywin32")
        raise PrinterError(PrintingReason.CANNOT_PRINT, detail=detail) from error
    try:
        printer = win32print.OpenPrinter(name)
        try:
            win32print.StartDocPrinter(printer, 1, (title, None, "RAW"))
            win32print.StartPagePrinter(printer)
            win32print.WritePrinter(printer, data)
            win32print.EndPagePrinter(printer)
            win32print.EndDocPrinter(printer)
        finally:
            win32print.ClosePrinter(printer)
    except pywintypes.error as error:
        raise cannot_print(error) from error


def cannot_print(error: Exception) -> PrinterError:
    """Return the refusal for an error message of the system."""
    said = getattr(error, "strerror", None) or str(error)
    return PrinterError(PrintingReason.CANNOT_PRINT, detail=clean_line(str(said)))


def no_answer(seconds: float) -> PrinterError:
    """Return the refusal for a printer that keeps silent."""
    detail = _("the printer did not answer within {seconds} seconds").format(seconds=f"{seconds:g}")
    return PrinterError(PrintingReason.CANNOT_PRINT, detail=detail)


def _connected(host: str, port: int, within: float) -> socket.socket:
    deadline = time.monotonic() + within
    failure: OSError = TimeoutError()
    for family, address in _resolved(host, port, within):
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            connection.settimeout(max(0.01, deadline - time.monotonic()))
            connection.connect(address)
        except OSError as error:
            connection.close()
            failure = error
        else:
            return connection
    raise failure


def _resolved(host: str, port: int, within: float) -> list[_Resolved]:
    """Return the addresses of a host name. The look-up has no time limit of its own, so it runs in another thread."""
    found: list[_Resolved] = []
    failed: list[Exception] = []

    def ask() -> None:
        try:
            found.extend((entry[0], entry[4]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            failed.append(error)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(within)
    if failed:
        raise failed[0]
    return list(found)


def _hear_out(connection: socket.socket) -> None:
    """Read from the printer until it closes, because closing over unread data would lose the last bytes sent."""
    connection.settimeout(_GOODBYE_S)
    until = time.monotonic() + _GOODBYE_S
    with suppress(OSError):
        while time.monotonic() < until and connection.recv(1024):
            pass


def _write_all(device: int, data: bytes) -> None:
    deadline = time.monotonic() + PRINT_S
    rest = memoryview(data)
    while rest:
        try:
            rest = rest[os.write(device, rest) :]
        except BlockingIOError:
            _wait_until_ready(device, deadline)
    if hasattr(os, "O_NONBLOCK"):
        # What is still on its way to a USB printer is dropped when its device is closed.
        _wait_until_ready(device, deadline)


def _wait_until_ready(device: int, deadline: float) -> None:
    if not select.select([], [device], [], max(0.0, deadline - time.monotonic()))[1]:
        raise no_answer(PRINT_S)
