"""Tables as files: CSV for whoever reads it, XLSX with real dates and numbers; no cell is ever a formula."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frontdesk.domain.cases.table_columns import guarded
from frontdesk.files.sheet import escaped

if TYPE_CHECKING:
    from openpyxl import Workbook

Cell = str | int | float | datetime | timedelta | None
Rows = Iterable[Iterable[Cell]]
_DATE_FORMAT = "yyyy-mm-dd hh:mm:ss"
_LENGTH_FORMAT = "[h]:mm:ss"


def write_csv(path: Path, rows: Rows) -> None:
    """Write UTF-8 with the mark that spreadsheets need; a cell that looks like a formula gets an apostrophe."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([_plain(cell) for cell in row] for row in rows)


def add_sheet(
    book: "Workbook", title: str | None, rows: Rows, widths: Mapping[str, int] | None = None, *, decimals: str = ""
) -> Any:
    """Add a sheet with a heading that stays in view to a workbook that is only written; return it.

    `decimals`: how its broken numbers are shown, as Excel writes it.
    """
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for column, width in (widths or {}).items():
        sheet.column_dimensions[column].width = width
    for row in rows:
        sheet.append(_cells(sheet, row, decimals))
    return sheet


def _plain(cell: Cell) -> str | int | float:
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="milliseconds" if cell.microsecond else "seconds")
    if isinstance(cell, timedelta):
        minutes, seconds = divmod(int(cell.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return "" if cell is None else guarded(cell) if isinstance(cell, str) else cell


def _cells(sheet: Any, row: Iterable[Cell], decimals: str) -> Iterator[object]:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - slow to load

    for value in row:
        if isinstance(value, datetime):
            cell = WriteOnlyCell(sheet, value.replace(tzinfo=None))
            cell.number_format = _DATE_FORMAT
        elif isinstance(value, timedelta):
            cell = WriteOnlyCell(sheet, value)
            cell.number_format = _LENGTH_FORMAT
        else:
            cell = WriteOnlyCell(sheet, escaped(value) if isinstance(value, str) else value)
        if decimals and isinstance(value, float):
            cell.number_format = decimals
        if isinstance(value, str):
            # Never a formula, whatever it begins with.
            cell.data_type = "s"
        yield cell
