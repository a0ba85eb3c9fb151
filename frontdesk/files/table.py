"""A CSV or XLSX file as the lines of a table; a line that cannot be read is reported, and reading goes on."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from frontdesk.domain.cases.table_columns import unguarded
from frontdesk.domain.cases.table_reasons import TableReason
from frontdesk.domain.files import FileDetail
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.files import given_file
from frontdesk.files.lines import Cells, Line, bad, is_blank

_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_LINES_OF_A_CELL = 200
_SEPARATOR = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """A file's headings and the lines below them; `delimiter` is "" if the format has real cells."""

    path: Path
    header: tuple[str, ...]
    delimiter: str
    lines: tuple[Line, ...]


def load(path: Path) -> Table:
    """Return a file as a table. Raises `InputError`: as `given_file.read`, BAD_TABLE."""
    content = given_file.read(path)
    if content.startswith(_OLD_EXCEL):
        raise bad(path, FileDetail.OLD_EXCEL)
    if content.startswith(_ZIP):
        from frontdesk.files import xlsx_table  # noqa: PLC0415 - most tables are CSV

        delimiter, found = "", xlsx_table.lines(path, content)
    else:
        lines = list(io.StringIO(_decoded(path, content), newline=""))
        start, delimiter = _delimiter(lines)
        found = _csv_lines(lines, start, delimiter)
    header = next(found, None)
    if header is None:
        raise bad(path, FileDetail.EMPTY)
    if isinstance(header.cells, FrontdeskError):
        raise bad(path, FileDetail.HEADER_UNREADABLE)
    return Table(path, tuple(header.cells), delimiter, tuple(found))


def _decoded(path: Path, content: bytes) -> str:
    """Return a file's text as spreadsheets write it: UTF-8, UTF-16 with its mark, else GB 18030."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise bad(path, FileDetail.NOT_TEXT)


def _delimiter(lines: list[str]) -> tuple[int, str]:
    """Return where the table begins and what stands between its cells."""
    said = _SEPARATOR.fullmatch(lines[0]) if lines else None
    if said:
        return 1, said[1]
    first = next((line for line in lines if line.strip()), "")
    return 0, max(",;\t", key=first.count)


def _csv_lines(lines: list[str], start: int, delimiter: str) -> Iterator[Line]:
    width = 0
    while start < len(lines):
        if not lines[start].strip():
            start += 1
            continue
        cells, used = _record(lines, start, delimiter, width)
        if isinstance(cells, FrontdeskError) or not is_blank(cells):
            yield Line(start + 1, cells)
            width = width or (0 if isinstance(cells, FrontdeskError) else len(cells))
        start += used


def _record(lines: list[str], start: int, delimiter: str, width: int) -> tuple[Cells | Refused, int]:
    """Return the cells that begin at a line, and how many lines they take up.

    A cell in quotation marks may run over several lines; a stray mark must not swallow the lines after it.
    """
    if "\0" in lines[start]:
        return Refused(TableReason.LINE_NOT_TEXT), 1
    end = min(len(lines), start + _LINES_OF_A_CELL)
    reader = csv.reader(
        (lines[at] for at in range(start, end)), delimiter=delimiter, skipinitialspace=True, strict=True
    )
    try:
        cells = [unguarded(cell) for cell in next(reader)]
    except csv.Error as error:
        ran_on = reader.line_num > 1 or "unexpected end" in str(error)
        return Refused(TableReason.LINE_OPEN_QUOTE if ran_on else TableReason.LINE_UNREADABLE), 1
    if reader.line_num > 1 and width and len(cells) != width:
        return Refused(TableReason.LINE_OPEN_QUOTE), 1
    return cells, reader.line_num
