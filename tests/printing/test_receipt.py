"""Receipt printers: a real one on the network, played by the test; devices; Windows; and all that does not answer."""

import os
import select
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from frontdesk.domain.printing import PrintingReason
from frontdesk.domain.values.errors import PrinterError
from frontdesk.printing import sending
from frontdesk.printing.printers import ReceiptPrinter
from frontdesk.printing.raster import CUT, RASTER, RESET, as_escpos
from frontdesk.printing.slip import Slip
from frontdesk.printing.ticket_image import as_picture
from frontdesk.words.refusals.sentence import sentence

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such devices")


class PrinterOnTheNetwork(threading.Thread):
    """Takes one job; says a status first, as receipt printers do."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.received = b""
        self.start()

    def run(self) -> None:
        connection, _ = self._listening.accept()
        with self._listening, connection:
            connection.sendall(b"\x14\x00\x00\x0f")
            while part := connection.recv(4096):
                self.received += part


@pytest.fixture
def silent() -> Iterator[int]:
    """The port of a printer that takes calls and then nothing more."""
    with socket.create_server(("127.0.0.1", 0), backlog=1) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        yield listening.getsockname()[1]


def refusal(address: str, slip: Slip) -> PrinterError:
    with pytest.raises(PrinterError) as refused:
        ReceiptPrinter(address).print(slip)
    assert refused.value.reason is PrintingReason.CANNOT_PRINT
    return refused.value


def test_a_printer_on_the_network_gets_the_picture_and_cuts(slip: Slip) -> None:
    printer = PrinterOnTheNetwork()
    assert ReceiptPrinter(f"tcp://127.0.0.1:{printer.port}").print(slip) == f"tcp://127.0.0.1:{printer.port}"
    printer.join(5)
    assert printer.received.startswith(RESET + RASTER)
    assert printer.received.endswith(CUT)
    assert printer.received == as_escpos(as_picture(slip))


def test_a_name_is_looked_up(slip: Slip) -> None:
    printer = PrinterOnTheNetwork()
    ReceiptPrinter(f"tcp://localhost:{printer.port}").print(slip)
    printer.join(5)
    assert printer.received.endswith(CUT)


def test_a_port_nobody_listens_on(slip: Slip) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    started = time.monotonic()
    error = refusal(f"tcp://127.0.0.1:{port}", slip)
    assert time.monotonic() - started < sending.ANSWER_S
    assert sentence(error).startswith("The ticket was not printed: ")


def test_a_printer_that_takes_no_paper_is_given_up(slip: Slip, silent: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "PRINT_S", 0.2)
    with pytest.raises(PrinterError) as refused:
        sending.to_network("127.0.0.1", silent, bytes(50_000_000))
    assert refused.value.facts["detail"] == "the printer did not answer within 0.2 seconds"


def test_a_call_that_is_not_taken_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full queue of calls answers none, like a machine that is switched off."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        waiting = [socket.socket() for _ in range(8)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(listening.getsockname())
        started = time.monotonic()
        with pytest.raises(PrinterError) as refused:
            sending.to_network("127.0.0.1", listening.getsockname()[1], b"", answer_s=0.3)
        for one in waiting:
            one.close()
    assert time.monotonic() - started < 2
    assert refused.value.facts["detail"] == "the printer did not answer within 0.3 seconds"


def test_a_name_server_that_keeps_silent_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    answered = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answered.wait(30) and [])
    with pytest.raises(PrinterError) as refused:
        sending.to_network("printer.example", 9100, b"", answer_s=0.1)
    answered.set()
    assert refused.value.facts["detail"] == "the printer did not answer within 0.1 seconds"


def test_a_name_nobody_knows(slip: Slip, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert refusal("tcp://printer.example", slip).facts["detail"] == "Name or service not known"


@posix
def test_a_device_gets_the_same(slip: Slip, tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    os.mkfifo(device)
    received = []
    reading = os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(reading, True)

    def read() -> None:
        while part := os.read(reading, 4096):
            received.append(part)
            if b"".join(received).endswith(CUT):
                break

    reader = threading.Thread(target=read, daemon=True)
    writer = threading.Thread(target=lambda: where.append(ReceiptPrinter(str(device)).print(slip)), daemon=True)
    where: list[str] = []
    writer.start()
    while not _readable(reading):
        assert writer.is_alive() or _readable(reading)
    reader.start()
    writer.join(10)
    reader.join(10)
    os.close(reading)
    assert where == [str(device)]
    assert b"".join(received) == as_escpos(as_picture(slip))


@posix
def test_a_device_that_is_off_line_is_given_up(slip: Slip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "PRINT_S", 0.2)
    device = tmp_path / "lp0"
    os.mkfifo(device)
    assert refusal(str(device), slip).facts["detail"] == "No such device or address"
    reading = os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    with pytest.raises(PrinterError) as refused:
        sending.to_device(device, bytes(10_000_000))
    os.close(reading)
    assert refused.value.facts["detail"] == "the printer did not answer within 0.2 seconds"


@posix
def test_a_device_that_is_full(slip: Slip) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    assert refusal("/dev/full", slip).facts["detail"] == "No space left on device"


def test_a_device_that_is_not_there_is_not_made(slip: Slip, tmp_path: Path) -> None:
    refusal(str(tmp_path / "lp0"), slip)
    assert list(tmp_path.iterdir()) == []


def test_an_ordinary_file_is_no_printer_and_stays_as_it_is(slip: Slip, tmp_path: Path) -> None:
    file = tmp_path / "frontdesk.db"
    file.write_bytes(b"the store")
    with pytest.raises(PrinterError) as refused:
        ReceiptPrinter(str(file)).print(slip)
    assert refused.value.reason is PrintingReason.BAD_PRINTER
    assert file.read_bytes() == b"the store"


def test_a_windows_printer_without_pywin32(slip: Slip, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "win32print", None)
    monkeypatch.setitem(sys.modules, "pywintypes", None)
    assert "pip install pywin32" in sentence(refusal("win://EPSON TM-T20", slip))


def test_a_windows_printer(slip: Slip, monkeypatch: pytest.MonkeyPatch) -> None:
    spooler = _Spooler("win32print")
    types = ModuleType("pywintypes")
    types.error = _WindowsError  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "win32print", spooler)
    monkeypatch.setitem(sys.modules, "pywintypes", types)
    assert ReceiptPrinter("win://EPSON TM-T20").print(slip) == "EPSON TM-T20"
    assert spooler.done == ["open EPSON TM-T20", "document", "page", "write", "end", "end", "close"]
    assert spooler.written == as_escpos(as_picture(slip))
    assert refusal("win://nobody's", slip).facts["detail"] == "The printer name is invalid."


def _readable(descriptor: int) -> bool:
    return bool(select.select([descriptor], [], [], 0.01)[0])


class _WindowsError(Exception):
    strerror = "The printer name is invalid."


class _Spooler(ModuleType):
    """As much of Windows as printing needs."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.done: list[str] = []
        self.written = b""

    def OpenPrinter(self, name: str) -> int:  # noqa: N802
        if name == "nobody's":
            raise _WindowsError
        self.done.append(f"open {name}")
        return 7

    def StartDocPrinter(self, handle: int, level: int, job: tuple[str, None, str]) -> None:  # noqa: N802
        assert (handle, level, job) == (7, 1, ("Call ticket", None, "RAW"))
        self.done.append("document")

    def StartPagePrinter(self, handle: int) -> None:  # noqa: N802
        self.done.append("page")

    def WritePrinter(self, handle: int, data: bytes) -> None:  # noqa: N802
        self.written = data
        self.done.append("write")

    def EndPagePrinter(self, handle: int) -> None:  # noqa: N802
        self.done.append("end")

    EndDocPrinter = EndPagePrinter

    def ClosePrinter(self, handle: int) -> None:  # noqa: N802
        self.done.append("close")
