"""The first sheet of an XLSX workbook as the lines of a table."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from frontdesk.domain.files import FileDetail
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.files import lines as files_lines

_LARGEST_UNPACKED = 512 * 1024 * 1024


def lines(path: Path, content: bytes) -> Iterator[files_lines.Line]:
    """Return the lines of a workbook's first sheet that hold anything. Raises `InputError(BAD_TABLE)`."""
    try:
        yield from _lines(path, content)
    except FrontdeskError:
        raise
    except Exception as error:  # a damaged workbook makes the reader raise whatever it stumbles over
        raise files_lines.bad(path, FileDetail.NOT_A_WORKBOOK) from error


def _lines(path: Path, content: bytes) -> Iterator[files_lines.Line]:
    from openpyxl import load_workbook  # noqa: PLC0415 - slow to load

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > _LARGEST_UNPACKED:
        raise files_lines.bad(path, FileDetail.TOO_LARGE, size=_LARGEST_UNPACKED // 1024 // 1024)
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    width = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = [_text(cell) for cell in row]
        if not files_lines.is_blank(cells):
            width = width or len(cells)
            # A spreadsheet keeps no empty cells at the end of a row.
            yield files_lines.Line(number, cells + [""] * (width - len(cells)))


def _shows_hours(number_format: str) -> bool:
    from openpyxl.styles.numbers import STRIP_RE  # noqa: PLC0415 - slow to load

    # A language (zh-CN) and literal words are no part of the time.
    return "h" in STRIP_RE.sub("", number_format).lower()


def _text(cell: Any) -> str:
    """Return a cell as it would be typed: a phone number without decimals, a time as ISO 8601.

    A day without a time stays a day, although a workbook stores it as midnight and shows no hour.
    """
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time() and not _shows_hours(cell.number_format):
        return value.date().isoformat()
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)
