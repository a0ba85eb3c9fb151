"""The lines of a CSV or TSV file: a line that cannot be read is told, the lines after it are read."""

import csv
import re
from collections.abc import Iterator

from frontdesk.domain.cases.table_columns import unguarded
from frontdesk.domain.files import FileReason
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.files.lines import WIDEST, Cells, Line, is_blank, too_wide, with_errors_told
from frontdesk.files.text import TextLines

_LINES_OF_A_CELL = 200
_COMMAS_IN_A_CELL = 10
_SEPARATOR = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
_KEPT_AS_TEXT = re.compile(r'="((?:[^"]|"")*)"')
"""How systems keep a spreadsheet from taking a phone number for a number."""


def delimiter_of(text: TextLines) -> tuple[int, str]:
    """Return where the table begins and what stands between its cells."""
    said = _SEPARATOR.fullmatch(text.lines[0]) if text.lines else None
    if said:
        return 1, said[1]
    first = next((line for line in text.lines if line.strip()), "")
    return 0, max(",;\t", key=first.count)


def lines(text: TextLines, start: int, delimiter: str) -> Iterator[Line]:
    """Return the lines of a table that hold anything, from the line at `start` on."""
    width = 0
    while start < len(text.lines):
        if not text.lines[start].strip():
            start += 1
            continue
        cells, used = _record(text, start, delimiter, width)
        if isinstance(cells, FrontdeskError):
            yield Line(start + 1, cells)
        elif not is_blank(cells):
            yield with_errors_told(start + 1, cells)
            width = width or len(cells)
        start += used


def _record(text: TextLines, start: int, delimiter: str, width: int) -> tuple[Cells | Refused, int]:
    """Return the cells that begin at a line, and of how many lines they are.

    A cell in quotation marks may run over several lines; a stray mark must not swallow the lines after it.
    """
    if "\0" in text.lines[start]:
        return Refused(FileReason.LINE_NOT_TEXT), 1
    if text.lines[start].count(delimiter) >= WIDEST * _COMMAS_IN_A_CELL:
        return too_wide(), 1
    end = min(len(text.lines), start + _LINES_OF_A_CELL)
    reader = csv.reader(
        (text.lines[at] for at in range(start, end)), delimiter=delimiter, skipinitialspace=True, strict=True
    )
    try:
        cells = [_plain(cell) for cell in next(reader)]
    except csv.Error as error:
        ran_on = reader.line_num > 1 or "unexpected end" in str(error)
        reason = FileReason.LINE_OPEN_QUOTE if ran_on else FileReason.LINE_UNREADABLE
        return Refused(FileReason.LINE_NOT_TEXT if start in text.broken else reason), 1
    used = reader.line_num
    if used > 1 and width and len(cells) != width:
        return Refused(FileReason.LINE_OPEN_QUOTE), 1
    if not text.broken.isdisjoint(range(start, start + used)):
        return Refused(FileReason.LINE_NOT_TEXT), used
    return (cells if len(cells) <= WIDEST else too_wide()), used


def _plain(cell: str) -> str:
    """Return a cell as it was before it was guarded against being taken for a formula or a number."""
    kept = _KEPT_AS_TEXT.fullmatch(cell)
    return kept[1].replace('""', '"') if kept else unguarded(cell)
