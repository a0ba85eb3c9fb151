"""What the setting `printer` means, and every way to get it wrong; what loading all this costs a start."""

import subprocess
import sys
from pathlib import Path

import pytest

from frontdesk.domain.printing import PrintingReason
from frontdesk.domain.values.errors import InputError, PrinterError
from frontdesk.machine import settings
from frontdesk.printing.address import Target, parse_address
from frontdesk.printing.printers import FilePrinter, ReceiptPrinter, printer_for
from frontdesk.printing.slip import Slip
from frontdesk.words.refusals.sentence import sentence


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("", Target("folder", "")),
        ("  ", Target("folder", "")),
        ("folder:/srv/tickets", Target("folder", str(Path("/srv/tickets")))),
        ("tcp://192.168.1.50", Target("network", "192.168.1.50", 9100)),
        ("tcp://192.168.1.50:9101/", Target("network", "192.168.1.50", 9101)),
        ("TCP://Printer.local", Target("network", "printer.local", 9100)),
        ("tcp://[fe80::1]:9100", Target("network", "fe80::1", 9100)),
        ("win://EPSON TM-T20 (80mm)", Target("windows", "EPSON TM-T20 (80mm)")),
    ],
)
def test_what_an_address_means(text: str, target: Target) -> None:
    assert parse_address(text) == target


@pytest.mark.parametrize(
    "text",
    [
        "printer", "lp0", "usb/lp0", "folder:", ":", "tcp:", "tcp://", "tcp://:9100", "tcp:192.168.1.50", "tcp://a:b",
        "tcp://a:0", "tcp://a:70000", "tcp://a/b", "tcp://me@a", "tcp://a b", "tcp://[::1", "http://a", "win://",
        "win:x", "~nobody-of-this-name/lp0", "folder:~nobody-of-this-name", "[b]x[/b]", "{text}",
    ],
)  # fmt: skip
def test_what_is_no_printer_is_said(text: str) -> None:
    with pytest.raises(PrinterError) as refused:
        printer_for(text, Path("unused"))
    assert refused.value.reason is PrintingReason.BAD_PRINTER
    assert sentence(refused.value) == (
        f"“{text}” is no printer. Right would be a folder, tcp://192.168.1.50:9100 or /dev/usb/lp0."
    )


def test_an_address_of_any_length_is_cut_in_the_sentence() -> None:
    for text in ("x" * 100_000, "tcp://" + "x/" * 10_000, "\u202ex\x1b[31m"):
        with pytest.raises(PrinterError) as refused:
            parse_address(text)
        assert len(sentence(refused.value)) < 200
        assert "\x1b" not in sentence(refused.value)


def test_which_printer_it_is(slip: Slip, tmp_path: Path, elsewhere: Path) -> None:
    def folder(address: str) -> Path:
        printer = printer_for(address, elsewhere)
        assert isinstance(printer, FilePrinter)
        return Path(printer.print(slip)).parent.parent

    assert folder("") == elsewhere
    assert folder(f"folder:{tmp_path / 'new' / 'one'}") == tmp_path / "new" / "one"
    assert folder(str(tmp_path)) == tmp_path
    assert isinstance(printer_for(str(tmp_path / "lp0"), elsewhere), ReceiptPrinter)
    assert isinstance(printer_for("tcp://127.0.0.1", elsewhere), ReceiptPrinter)
    with pytest.raises(PrinterError):
        ReceiptPrinter(str(tmp_path))


def test_the_setting(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('printer = "tcp://192.168.1.50"\n', encoding="utf-8")
    environment = {"FRONTDESK_CONFIG": str(file)}
    assert settings.load(environment).printer == "tcp://192.168.1.50"
    assert settings.load({**environment, "FRONTDESK_PRINTER": "/dev/usb/lp0"}).printer == "/dev/usb/lp0"
    long = "folder:/srv/" + "tickets/" * 50
    assert settings.load({**environment, "FRONTDESK_PRINTER": long}).printer == long
    file.write_text("", encoding="utf-8")
    assert settings.load(environment).printer == ""
    assert settings.load(environment).ticket_folder.name == "tickets"


@pytest.mark.parametrize(("value", "shown"), [('"tcp://"', '"tcp://"'), ("9100", "9100"), ('["a"]', '["a"]')])
def test_a_mistyped_setting_is_named(tmp_path: Path, value: str, shown: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f"printer = {value}\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        settings.load({"FRONTDESK_CONFIG": str(file)})
    assert sentence(refused.value).startswith(f"{file}: printer = {shown} is not right. Right would be: ")


def test_a_mistyped_environment_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        settings.load({"FRONTDESK_CONFIG": str(tmp_path / "none"), "FRONTDESK_PRINTER": "lp0"})
    assert sentence(refused.value) == (
        "environment: FRONTDESK_PRINTER = lp0 is not right."
        " Right would be: a folder, tcp://192.168.1.50:9100 or /dev/usb/lp0."
    )


def test_nothing_that_draws_is_loaded_before_a_ticket_is_printed() -> None:
    check = "import sys, frontdesk.machine.settings, frontdesk.printing.printers; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
