"""What a workbook's cells say beside their plain value, and what it costs that says nothing."""

import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from frontdesk.domain.files import FileDetail, FileReason
from frontdesk.domain.values.errors import InputError, Refused

HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="str"><v>b</v></c></row>'


def saved(book: Workbook) -> bytes:
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("cell", "reason", "text"),
    [
        ("<f>A1</f>", FileReason.CELL_NO_RESULT, ""),
        ("<f>A1</f><v/>", FileReason.CELL_NO_RESULT, ""),
        ("<f>A1</f><v></v>", FileReason.CELL_NO_RESULT, ""),
        ('<f t="shared" si="0"/>', FileReason.CELL_NO_RESULT, ""),
    ],
)
def test_a_formula_without_a_result_is_told(
    read: Any, workbook: Callable[..., bytes], cell: str, reason: FileReason, text: str
) -> None:
    (line,) = read(workbook(HEAD, f'<row r="2"><c r="A2"><v>1</v></c><c r="B2">{cell}</c></row>')).lines
    line.refuse_faulty(0, "a")
    with pytest.raises(Refused) as refused:
        line.refuse_faulty(1, "b")
    assert (refused.value.reason, refused.value.facts) == (reason, {"column": "b", "text": text})


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!"])
def test_an_error_is_told_in_a_workbook_and_in_text(read: Any, workbook: Callable[..., bytes], error: str) -> None:
    as_cell = workbook(HEAD, f'<row r="2"><c r="B2" t="e"><f>X</f><v>{error}</v></c></row>')
    for content in (as_cell, f"a,b\n1,{error}\n".encode(), f'[{{"a": 1, "b": "{error}"}}]'.encode()):
        (line,) = read(content).lines
        with pytest.raises(Refused) as refused:
            line.refuse_faulty(1, "b")
        assert (refused.value.reason, refused.value.facts["text"]) == (FileReason.CELL_ERROR, error)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('t="str"><f>A1</f><v></v>', ""),
        ('t="str"><f>A1</f><v>x</v>', "x"),
        ("><f>A1</f><v>0</v>", "0"),
        ('t="b"><v>1</v>', "TRUE"),
        ("><v>13800138000</v>", "13800138000"),
        ("><v>no number</v>", "no number"),
        ("><v>1e999</v>", "inf"),
        ("><v>1.3800138E10</v>", "13800138000"),
        ('t="d"><v>2026-05-28T09:05:00</v>', "2026-05-28T09:05:00"),
        ('t="inlineStr"><is><r><t>一</t></r><r><t>二</t></r></is>', "一二"),
        ('t="inlineStr"><is><t>一_x000D_\n二</t></is>', "一\r\n二"),
        ('t="inlineStr"><is><t>_x005F_x000D_</t></is>', "_x000D_"),
        ('t="inlineStr"><is><t>_xD83D__xDE00_</t></is>', "😀"),
        ('t="s"><v>0</v>', "漢字"),
    ],
)
def test_a_cell_is_read_as_it_would_be_typed(read: Any, workbook: Callable[..., bytes], cell: str, text: str) -> None:
    texts = ["<t>漢字</t><rPh sb='0' eb='1'><t>かんじ</t></rPh>"]
    rows = (HEAD, f'<row r="2"><c r="A2"><v>1</v></c><c r="B2" {cell}</c></row>')
    assert read(workbook(*rows, texts=texts)).lines[0].cells == ["1", text]


def test_a_sheet_that_is_hidden_is_not_the_first(read: Any, workbook: Callable[..., bytes]) -> None:
    assert read(workbook(HEAD, hidden=['<row><c t="str"><v>secret</v></c></row>'])).header == ("a", "b")


def test_days_counted_from_1904(read: Any) -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(["a"])
    book.active.append([datetime.fromisoformat("2026-05-28T09:05")])
    assert read(saved(book)).lines[0].cells == ["2026-05-28T09:05:00"]


def formatted(*places: str) -> bytes:
    book = Workbook()
    for row in (["a", "b"], *([str(n), "x"] for n in range(300))):
        book.active.append(row)
    for place in places:
        book.active[place].fill = PatternFill("solid", fgColor="FFFF00")
    return saved(book)


@pytest.mark.parametrize("places", [("XFD1",), ("A1048576",), ("XFD1048576", "XFD150", "ZZ7")])
def test_formats_far_away_cost_nothing(read: Any, places: tuple[str, ...]) -> None:
    content = formatted(*places)
    tracemalloc.start()
    try:
        table = read(content)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (table.header, len(table.lines), table.lines[0].cells) == (("a", "b"), 300, ["0", "x"])
    assert peak < 20_000_000


def test_formatted_rows_below_take_no_time(read: Any, workbook: Callable[..., bytes]) -> None:
    empty = "".join(f'<c r="{letter}7" s="1"/>' for letter in "ABCDEFGH")
    content = workbook(HEAD, *(f'<row r="{n}" s="1" customFormat="1">{empty}</row>' for n in range(2, 40_000)))
    began = time.process_time()
    assert read(content).lines == ()
    assert time.process_time() - began < 2


NO_TABLES = {
    "a row too many": '<row r="999999999999"><c r="A1"><v>1</v></c></row>',
    "a row below none": '<row r="-1"><c r="A1"><v>1</v></c></row>',
    "a column too many": '<row r="2"><c r="XFE2"><v>1</v></c></row>',
    "a text that is not there": '<row r="2"><c r="A2" t="s"><v>7</v></c></row>',
    "no end": '<row r="2"><c r="A2">',
}


@pytest.mark.parametrize("what", NO_TABLES)
def test_a_sheet_that_is_none(read: Any, workbook: Callable[..., bytes], what: str) -> None:
    with pytest.raises(InputError) as refused:
        read(workbook(HEAD, NO_TABLES[what]))
    assert refused.value.facts["detail"] is FileDetail.NOT_A_WORKBOOK


def test_entities_are_not_read(read: Any, workbook: Callable[..., bytes]) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    with pytest.raises(InputError) as refused:
        read(workbook(HEAD, head=bomb))
    assert refused.value.facts["detail"] is FileDetail.NOT_A_WORKBOOK


def test_a_line_with_a_cell_far_away_is_told_and_stops_nothing(read: Any, workbook: Callable[..., bytes]) -> None:
    rows = ('<row r="2"><c r="ZZZ2"><v>1</v></c></row>', '<row r="3"><c r="A3"><v>1</v></c></row>')
    rows = (rows[0].replace("ZZZ2", "XFD2"), rows[1])
    wrong, right = read(workbook(HEAD, *rows)).lines
    assert (wrong.number, wrong.cells.reason) == (2, FileReason.LINE_TOO_WIDE)
    assert (right.number, right.cells) == (3, ["1", ""])


def test_what_is_too_large_when_unpacked_is_refused_at_once(read: Any, workbook: Callable[..., bytes]) -> None:
    blank = " " * (1024 * 1024)
    began = time.process_time()
    with pytest.raises(InputError) as refused:
        read(workbook(HEAD, *[blank] * 140))
    assert refused.value.facts["detail"] is FileDetail.TOO_LARGE
    assert time.process_time() - began < 2


def _shell(*names: str, encrypted: bool = False) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    content = bytearray(made.getvalue())
    if encrypted:
        content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


OTHERS = {
    "a workbook with a password": (
        b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        FileDetail.HAS_PASSWORD,
    ),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "Workbook".encode("utf-16-le"), FileDetail.OLD_EXCEL),
    "an archive with a password": (_shell("xl/workbook.xml", encrypted=True), FileDetail.HAS_PASSWORD),
    "OpenDocument": (_shell("mimetype", "content.xml"), FileDetail.NOT_SAVED_AS_TABLE),
    "a binary workbook": (_shell("xl/workbook.bin"), FileDetail.NOT_SAVED_AS_TABLE),
    "a page called .xls": (b"<html><body><table><tr><td>1</td></tr></table>", FileDetail.NOT_SAVED_AS_TABLE),
    "XML of 2003": (b'<?xml version="1.0"?><Workbook/>', FileDetail.NOT_SAVED_AS_TABLE),
    "a PDF": (b"%PDF-1.7\n", FileDetail.NOT_SAVED_AS_TABLE),
    "another archive": (_shell("a.txt"), FileDetail.NOT_A_WORKBOOK),
}


@pytest.mark.parametrize("what", OTHERS)
def test_advice_that_helps(read: Any, what: str) -> None:
    content, detail = OTHERS[what]
    with pytest.raises(InputError) as refused:
        read(content, "in.xls")
    assert refused.value.facts["detail"] is detail
