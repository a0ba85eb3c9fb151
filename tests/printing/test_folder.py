"""Tickets kept as files: one folder a day, for their owner only, none lost under another."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from like_windows import hold_open_files
from PIL import Image

from frontdesk.domain.printing import PrintingReason
from frontdesk.domain.values.errors import PrinterError
from frontdesk.files import new_file
from frontdesk.printing import printers
from frontdesk.printing.printers import FilePrinter
from frontdesk.printing.slip import Slip, as_text
from frontdesk.words import i18n
from frontdesk.words.refusals.sentence import sentence


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_ticket_is_kept_as_text_and_as_a_picture(slip: Slip, elsewhere: Path) -> None:
    where = FilePrinter(elsewhere).print(slip)
    day = elsewhere / "2026-03-02"
    assert where == str(day / "A007.png")
    assert names(elsewhere) == ["A007.png", "A007.txt"]
    assert (day / "A007.txt").read_text(encoding="utf-8") == as_text(slip)
    with Image.open(where) as picture:
        assert (picture.width, picture.mode) == (576, "1")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_it_is_for_its_owner_only(slip: Slip, elsewhere: Path) -> None:
    before = os.umask(0)
    try:
        FilePrinter(elsewhere).print(slip)
    finally:
        os.umask(before)
    day = elsewhere / "2026-03-02"
    assert [path.stat().st_mode & 0o777 for path in (elsewhere.parent, elsewhere, day)] == [0o700] * 3
    assert {path.stat().st_mode & 0o777 for path in day.iterdir()} == {0o600}


def test_the_same_ticket_again_replaces_itself_in_any_language(
    slip: Slip, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = FilePrinter(elsewhere).print(slip)
    monkeypatch.setattr(i18n._InForce, "translation", _Shouting())
    assert FilePrinter(elsewhere).print(slip) == first
    assert names(elsewhere) == ["A007.png", "A007.txt"]
    assert "CALL TICKET" in (elsewhere / "2026-03-02" / "A007.txt").read_text(encoding="utf-8")


def test_another_ticket_of_that_number_is_kept_beside_it(slip: Slip, elsewhere: Path) -> None:
    """Two stores, or the demo and a store, with one folder."""
    printer = FilePrinter(elsewhere)
    others = [
        replace(slip, store="另一家店"),
        replace(slip, plate="苏E·***99"),
        replace(slip, issued_at="2026-03-02 11:00"),
    ]
    where = [Path(printer.print(one)).name for one in (slip, *others, slip, *others)]
    assert where == ["A007.png", "A007-2.png", "A007-3.png", "A007-4.png"] * 2
    assert len(names(elsewhere)) == 8


def test_another_day_has_another_folder(slip: Slip, elsewhere: Path) -> None:
    assert (
        FilePrinter(elsewhere)
        .print(replace(slip, issued_at="2026-03-03 08:00"))
        .endswith(str(Path("2026-03-03", "A007.png")))
    )
    assert FilePrinter(elsewhere).print(replace(slip, issued_at="../..")).endswith(str(Path("undated", "A007.png")))


@pytest.mark.parametrize("number", ["../../A007", "/etc/passwd", "A\x00007", "", ".", "叫号", "x" * 300, "C:\\a"])
def test_a_hostile_number_names_no_other_folder(slip: Slip, elsewhere: Path, number: str) -> None:
    where = Path(FilePrinter(elsewhere).print(replace(slip, number=number)))
    assert where.parent == elsewhere / "2026-03-02"
    assert len(names(elsewhere.parent.parent)) == 2


def test_two_that_print_at_once_take_two_names(slip: Slip, elsewhere: Path) -> None:
    slips = [replace(slip, plate=f"苏A·***{number:02d}") for number in range(8)]
    with ThreadPoolExecutor(8) as threads:
        where = list(threads.map(FilePrinter(elsewhere).print, slips))
    assert len(set(where)) == 8
    for path, one in zip(where, slips, strict=True):
        assert Path(path).with_suffix(".txt").read_text(encoding="utf-8") == as_text(one)


def test_a_folder_that_cannot_be_made(slip: Slip, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PrinterError) as refused:
        FilePrinter(tmp_path / "file" / "tickets").print(slip)
    assert refused.value.reason is PrintingReason.CANNOT_PRINT
    assert sentence(refused.value).startswith("The ticket was not printed: ")
    assert sentence(refused.value).endswith(". The number stays valid; print again.")


def test_a_print_that_fails_half_way_leaves_nothing_and_takes_no_name(
    slip: Slip, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(Path, "write_bytes", full)
        with pytest.raises(PrinterError, match="cannot_print"):
            FilePrinter(elsewhere).print(slip)
    assert names(elsewhere) == []
    assert FilePrinter(elsewhere).print(slip).endswith("A007.png")


def test_a_number_that_too_many_have(slip: Slip, elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printers, "_SAME_NUMBER", 1)
    FilePrinter(elsewhere).print(slip)
    with pytest.raises(PrinterError) as refused:
        FilePrinter(elsewhere).print(replace(slip, plate="苏B·***11"))
    assert refused.value.facts["detail"] == "too many other tickets have this number"


class _Shouting:
    def gettext(self, message: str) -> str:
        return message.upper().replace("{TEXT}", "{text}")


def test_a_picture_somebody_looks_at_stays_and_the_print_gets_a_name_of_its_own(
    slip: Slip, elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a file that is open cannot be replaced."""
    hold_open_files(monkeypatch)
    monkeypatch.setattr(new_file, "_WAIT_S", 0)
    first = FilePrinter(elsewhere).print(slip)
    with Path(first).open("rb"):
        assert FilePrinter(elsewhere).print(slip).endswith("A007-2.png")
    assert FilePrinter(elsewhere).print(slip) == first
    assert names(elsewhere) == ["A007-2.png", "A007-2.txt", "A007.png", "A007.txt"]


def test_the_same_ticket_printed_twice_at_once(slip: Slip, elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold_open_files(monkeypatch)
    FilePrinter(elsewhere).print(slip)
    with ThreadPoolExecutor(8) as threads:
        where = list(threads.map(FilePrinter(elsewhere).print, [slip] * 8))
    assert all(Path(path).is_file() for path in where)
    for text in elsewhere.rglob("*.txt"):
        assert text.read_text(encoding="utf-8") == as_text(slip)
