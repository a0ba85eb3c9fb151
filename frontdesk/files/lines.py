"""A line of a table that was read, and what is said of one, or of a cell, that is wrong."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from frontdesk.domain.files import FileDetail, FileReason
from frontdesk.domain.values.errors import FrontdeskError, InputError, Reason, Refused

Cells = list[str]

MOST_LINES, MOST_CELLS = 100_000, 5_000_000
"""How many lines and cells a table may have: what is more is no list that people keep."""
WIDEST = 1000
"""How many cells a line may have."""
_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|BUSY!|FIELD!|#+)", re.IGNORECASE)
"""What a spreadsheet shows where it has no result, or no room for one."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell that looks empty, or holds something, does not say what stands in the table."""

    reason: Reason
    text: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: where it begins in the file, and its cells, or why they cannot be read.

    `faults`: what is wrong with single cells, by their place; of a column that nobody reads it does not matter.
    """

    number: int
    cells: Cells | FrontdeskError
    faults: Mapping[int, Fault] = field(default_factory=dict)

    def refuse_faulty(self, place: int, column: str) -> None:
        """Raise `Refused` where the cell at a place does not say what stands in the table."""
        fault = self.faults.get(place)
        if fault is not None:
            raise Refused(fault.reason, column=column, text=fault.text)


def with_errors_told(number: int, cells: Cells, faults: Mapping[int, Fault] | None = None) -> Line:
    """Return a line in which the errors that a spreadsheet wrote as text are faults too."""
    found = {place: Fault(FileReason.CELL_ERROR, cell) for place, cell in enumerate(cells) if _is_error(cell)}
    return Line(number, cells, {**found, **(faults or {})})


def too_wide() -> Refused:
    """Return why a line with too many cells is not read."""
    return Refused(FileReason.LINE_TOO_WIDE, right=WIDEST)


def bad(path: Path, reason: Reason, detail: FileDetail, **facts: object) -> InputError:
    """Return why a file is no table of what `reason` is about."""
    return InputError(reason, path=path, detail=detail, **facts)


def is_blank(cells: Cells) -> bool:
    """Whether there is nothing in a line."""
    return not any(cell.strip() for cell in cells)


def _is_error(cell: str) -> bool:
    return cell.lstrip().startswith("#") and _ERROR.fullmatch(cell.strip()) is not None
