"""A line of a table, and the error for a wrong line."""

from dataclasses import dataclass
from pathlib import Path

from frontdesk.domain.cases.table_reasons import TableReason
from frontdesk.domain.files import FileDetail
from frontdesk.domain.values.errors import FrontdeskError, InputError

Cells = list[str]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: where it begins in the file, and its cells, or why they cannot be read."""

    number: int
    cells: Cells | FrontdeskError


def bad(path: Path, detail: FileDetail, **facts: object) -> InputError:
    """Return why a file is no table of complaints."""
    return InputError(TableReason.BAD_TABLE, path=path, detail=detail, **facts)


def is_blank(cells: Cells) -> bool:
    """Whether there is nothing in a line."""
    return not any(cell.strip() for cell in cells)
