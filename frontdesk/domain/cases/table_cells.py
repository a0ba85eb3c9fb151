"""What a cell of any table says: nothing, or a plate; and how much of it is shown in a sentence about it."""

from collections.abc import Callable

from frontdesk.domain.cases.table_reasons import TableReason
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import NO_PLATE, Plate, fragment, is_read_whole, is_too_long, is_usual, parse_plate
from frontdesk.domain.values.text import clean_code, clean_line

EXAMPLE_TIME = "2026-03-02T10:05"
_NOTHING = frozenset({"", "-", "--", "—", "/", "无", "没有", "none", "n/a"})
"""The words that people write into an empty cell."""
_EXAMPLE_PLATE = "A12345"
"""What follows the province of the store."""
_SHOWN = 40


def is_nothing(text: str) -> bool:
    """Whether a cell says nothing."""
    return clean_code(text).casefold() in _NOTHING


def shown(text: str) -> str:
    """Return what a sentence repeats of a cell."""
    cut = clean_line(text)
    return cut if len(cut) <= _SHOWN else f"{cut[:_SHOWN]}…"


def read_plate(text: str, column: str, province: str, takes: Callable[[Plate], bool]) -> Plate:
    """Return the plate in a cell; `takes`: whether an unusual one is taken.

    Raises `Refused`: CELL_NO_PLATE, CELL_UNREAD_PLATE, CELL_UNUSUAL_PLATE, each naming the column.
    """
    if is_nothing(text):
        return NO_PLATE
    # What is longer than any plate is something else.
    compact, right = fragment(text), province + _EXAMPLE_PLATE
    if not compact or is_too_long(compact):
        raise Refused(TableReason.CELL_NO_PLATE, column=column, text=shown(text), right=right)
    plate = parse_plate(text, province)
    if not is_read_whole(text):
        raise Refused(TableReason.CELL_UNREAD_PLATE, column=column, text=shown(text), right=right)
    if not is_usual(plate) and not takes(plate):
        raise Refused(TableReason.CELL_UNUSUAL_PLATE, column=column, text=shown(text), right=right)
    return plate
