"""The first sheet of an XLSX workbook as the lines of a table; what it costs follows what the sheet says."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import IO
from xml.etree import ElementTree as ET

from frontdesk.domain.files import FileDetail, FileReason
from frontdesk.domain.values.errors import FrontdeskError, Reason
from frontdesk.files import sheet
from frontdesk.files.lines import WIDEST, Cells, Fault, Line, bad, is_blank, too_wide, with_errors_told

_LARGEST_UNPACKED = 512 * 1024 * 1024
_LARGEST_PART = 128 * 1024 * 1024
_LARGEST_TREE = 8 * 1024 * 1024
_ENCRYPTED = 1
_PART = "http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_PART = "http://purl.oclc.org/ooxml/officeDocument/relationships}id"


class _TooLargeError(Exception):
    """A part of the workbook is larger than any table."""


def lines(path: Path, reason: Reason, content: bytes) -> Iterator[Line]:
    """Return the lines of a workbook's first sheet that is shown and hold anything. Raises `InputError(reason)`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if any(entry.flag_bits & _ENCRYPTED for entry in entries):
                raise bad(path, reason, FileDetail.HAS_PASSWORD)
            if sum(entry.file_size for entry in entries) > _LARGEST_UNPACKED:
                raise _TooLargeError
            names = set(archive.namelist())
            if "xl/workbook.xml" not in names and names & {"content.xml", "xl/workbook.bin", "Index/Document.iwa"}:
                raise bad(path, reason, FileDetail.NOT_SAVED_AS_TABLE)
            yield from _lines(_Book(archive))
    except FrontdeskError:
        raise
    except _TooLargeError as error:
        raise bad(path, reason, FileDetail.TOO_LARGE, size=_LARGEST_UNPACKED // 1024 // 1024) from error
    except Exception as error:  # a damaged workbook makes whoever reads it raise whatever it stumbles over
        raise bad(path, reason, FileDetail.NOT_A_WORKBOOK) from error


@dataclass(frozen=True, slots=True)
class _Book:
    """An opened workbook."""

    archive: zipfile.ZipFile

    def part(self, name: str, largest: int = _LARGEST_PART) -> IO[bytes]:
        """Return a part to read. Raises `_TooLargeError`, and `KeyError` where there is none."""
        if self.archive.getinfo(name).file_size > largest:
            raise _TooLargeError
        return self.archive.open(name)

    def tree(self, name: str) -> ET.Element:
        """Return a small part as a tree."""
        with self.part(name, _LARGEST_TREE) as file:
            return sheet.tree(file)

    def first_sheet(self) -> tuple[str, bool]:
        """Return the part of the first sheet that is shown, and whether its days are counted from 1904."""
        book, folder = self.tree("xl/workbook.xml"), "xl"
        targets = {
            each.get("Id"): (each.get("Target", ""), each.get("Type", ""))
            for each in self.tree("xl/_rels/workbook.xml.rels")
        }
        found = [each for each in book.iter() if sheet.local(each.tag) == "sheet"]
        tables = [each for each in found if targets[_part_of(each)][1].endswith("/worksheet")]
        shown = [each for each in tables if each.get("state", "visible") == "visible"] or tables
        target = targets[_part_of(shown[0])][0]
        properties = next((each for each in book.iter() if sheet.local(each.tag) == "workbookPr"), None)
        since_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
        return posixpath.normpath(posixpath.join(folder, target)).lstrip("/"), since_1904

    def texts(self) -> list[str]:
        """Return the texts that cells share."""
        name = "xl/sharedStrings.xml"
        if name not in self.archive.namelist():
            return []
        with self.part(name) as file:
            return sheet.shared_texts(file)

    def formats(self) -> list[str]:
        """Return how the cells of each style show a number."""
        from openpyxl.styles.numbers import BUILTIN_FORMATS  # noqa: PLC0415 - slow to load

        if "xl/styles.xml" not in self.archive.namelist():
            return []
        styles = self.tree("xl/styles.xml")
        own = {each.get("numFmtId"): each.get("formatCode", "") for each in styles.iter() if _is(each, "numFmt")}
        cells = next((each for each in styles if sheet.local(each.tag) == "cellXfs"), ET.Element("none"))
        numbers = [each.get("numFmtId", "0") for each in cells]
        return [own.get(number) or BUILTIN_FORMATS.get(int(number), "General") for number in numbers]


def _part_of(each: ET.Element) -> str | None:
    return each.get(_PART) or each.get(_STRICT_PART)


def _is(each: ET.Element, name: str) -> bool:
    return sheet.local(each.tag) == name


def _lines(book: _Book) -> Iterator[Line]:
    part, since_1904 = book.first_sheet()
    texts, formats = book.texts(), book.formats()
    width = 0
    with book.part(part) as file:
        for number, found in sheet.rows(file):
            if max(found) >= WIDEST:
                yield Line(number, too_wide())
                continue
            cells: Cells = [""] * max(width, max(found) + 1)
            faults: dict[int, Fault] = {}
            for place, cell in found.items():
                cells[place], fault = _read(cell, texts, formats, since_1904=since_1904)
                if fault is not None:
                    faults[place] = fault
            if faults or not is_blank(cells):
                # A spreadsheet keeps no empty cells at the end of a row.
                width = width or len(cells)
                yield with_errors_told(number, cells, faults)


def _read(cell: sheet.Cell, texts: list[str], formats: list[str], *, since_1904: bool) -> tuple[str, Fault | None]:
    if cell.kind == "e":
        return "", Fault(FileReason.CELL_ERROR, cell.value)
    if cell.has_formula and not cell.value and cell.kind != "str":
        return "", Fault(FileReason.CELL_NO_RESULT)
    return _text(cell, texts, formats, since_1904=since_1904) if cell.value else "", None


def _text(cell: sheet.Cell, texts: list[str], formats: list[str], *, since_1904: bool) -> str:
    """Return a cell as it would be typed."""
    if cell.kind == "s":
        return texts[int(cell.value)]
    if cell.kind in {"str", "inlineStr"}:
        return sheet.unescaped(cell.value)
    if cell.kind == "b":
        return "TRUE" if cell.value == "1" else "FALSE"
    if cell.kind == "d":
        return cell.value
    style = int(cell.style or 0)
    return _number(cell.value, formats[style] if style < len(formats) else "General", since_1904=since_1904)


def _number(text: str, number_format: str, *, since_1904: bool) -> str:
    """Return a number as it would be typed: a phone number without decimals, a time as ISO 8601."""
    from openpyxl.styles.numbers import is_date_format, is_timedelta_format  # noqa: PLC0415 - slow to load
    from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel  # noqa: PLC0415

    try:
        number = float(text)
    except ValueError:
        return text
    if is_date_format(number_format):
        epoch, is_length = MAC_EPOCH if since_1904 else WINDOWS_EPOCH, is_timedelta_format(number_format)
        try:
            return _moment(from_excel(number, epoch, timedelta=is_length), number_format)
        except (OverflowError, ValueError):
            return text
    if text.isdecimal():
        return text
    return str(int(number)) if number.is_integer() else str(number)


def _moment(value: object, number_format: str) -> str:
    """A day without a time stays a day: a workbook keeps it as the midnight it begins with, and shows no hour."""
    if isinstance(value, datetime) and value.time() == time() and not _shows_hours(number_format):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, datetime | date | time) else str(value)


def _shows_hours(number_format: str) -> bool:
    from openpyxl.styles.numbers import STRIP_RE  # noqa: PLC0415 - slow to load

    # A language (zh-CN) and literal words are no part of the time.
    return "h" in STRIP_RE.sub("", number_format).lower()
