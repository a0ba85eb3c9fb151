"""Reads the lines of a table of complaints; an error is one sentence on what is wrong and what would be right."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from frontdesk.commands.kit.inputs import read_choice
from frontdesk.desk.cases.importing import Entry
from frontdesk.domain.cases.case import CUSTOMER_LIMIT, WANTS_LIMIT, CaseKind, Channel, Nature, Severity
from frontdesk.domain.cases.checks import FARTHEST_BACK
from frontdesk.domain.cases.lists import also_called, listed
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.table_cells import EXAMPLE_TIME, is_nothing, read_plate, shown
from frontdesk.domain.cases.table_columns import OPTIONAL, TAKEN, Column, Drill, column_of
from frontdesk.domain.cases.table_reasons import TableReason
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import MINUTE, Millis
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.domain.values.phones import parse_phone
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.text import WORDS_LIMIT, clean_code, clean_line, clean_words
from frontdesk.domain.values.typed_times import read_moment
from frontdesk.files.lines import Line
from frontdesk.files.table import Table
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import long_time

Choice = TypeVar("Choice", bound=str)
Usual = TypeVar("Usual", bound=StrEnum)

_TRUTHS = {"true": Drill.YES, "false": Drill.NO}
"""The words that spreadsheets write for a ticked or an unticked box."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read a table's lines: the position of each column, and the data that complete a time or a plate."""

    places: dict[Column, int]
    width: int
    delimiter: str
    zone: ZoneInfo
    policy: Policy
    now: Millis
    takes: Callable[[Plate], bool]
    """Whether a plate is taken although it is no usual one."""

    def entry(self, line: Line) -> Entry:
        """Return what a line says. Raises `Refused`."""
        if isinstance(line.cells, FrontdeskError):
            raise line.cells
        cells = line.cells
        if len(cells) < self.width:
            raise Refused(TableReason.LINE_TOO_SHORT, count=len(cells), right=self.width)
        if any(cell.strip() for cell in cells[self.width :]):
            raise Refused(TableReason.LINE_TOO_LONG, count=len(cells), right=self.width, text=self.delimiter or ",")
        for column, at in self.places.items():
            line.refuse_faulty(at, word(column))
        said = {column: cells[at] for column, at in self.places.items()}
        case = NewCase(
            received_at=self._moment(said[Column.RECEIVED_AT]),
            channel=_choice(listed(self.policy.channels, Channel), Column.CHANNEL, said),
            kind=_choice(listed(self.policy.kinds, CaseKind), Column.KIND, said),
            severity=_choice(Severity, Column.SEVERITY, said),
            customer=_short_enough(Column.CUSTOMER, clean_line(said[Column.CUSTOMER], None), CUSTOMER_LIMIT),
            phone=_phone(said[Column.PHONE]),
            plate=self._plate(said[Column.PLATE]),
            words=_words(said[Column.WORDS]),
            nature=_choice_or(Nature.COMPLAINT, Column.NATURE, said),
            wants=_wants(said.get(Column.WANTS, "")),
            is_drill=_is_drill(said),
        )
        return Entry(line.number, case)

    def _moment(self, text: str) -> Millis:
        column = word(Column.RECEIVED_AT)
        if not text.strip():
            raise Refused(TableReason.CELL_EMPTY, column=column, right=EXAMPLE_TIME)
        try:
            at = read_moment(text, self.zone, self.now)
        except Refused as error:
            raise Refused(TableReason.CELL_NO_TIME, column=column, text=shown(text), right=EXAMPLE_TIME) from error
        if at > self.now:
            latest = long_time(self.now, self.zone)
            raise Refused(TableReason.CELL_IN_FUTURE, column=column, text=shown(text), right=latest)
        if at < self.now - FARTHEST_BACK:
            # Written to the minute: the first whole one that is taken.
            earliest = long_time(self.now - FARTHEST_BACK + MINUTE - 1, self.zone)
            raise Refused(TableReason.CELL_LONG_AGO, column=column, text=shown(text), right=earliest)
        return at

    def _plate(self, text: str) -> Plate:
        return read_plate(text, word(Column.PLATE), self.policy.province, self.takes)


def columns_of(table: Table) -> dict[Column, int]:
    """Return the position of each column. Raises `InputError(BAD_TABLE)` if one is missing or there twice."""
    return table.places(column_of, read={*TAKEN, *OPTIONAL}, needed=TAKEN, called=word)


def width_of(table: Table) -> int:
    """Return how many cells a line has; headings without a name at the end do not count."""
    return max(at for at, name in enumerate(table.header) if name.strip()) + 1


def count_masked(table: Table) -> int:
    """Return how many lines of a table hold a masked phone number."""
    at = columns_of(table)[Column.PHONE]
    return sum(isinstance(line.cells, list) and len(line.cells) > at and "*" in line.cells[at] for line in table.lines)


def _choice(choices: Iterable[Choice], column: Column, said: dict[Column, str]) -> Choice:
    text, offered = said[column], tuple(choices)
    words = tuple(word(choice) for choice in offered)
    if not text.strip():
        raise Refused(TableReason.CELL_EMPTY, column=word(column), right=" / ".join(words))
    try:
        return read_choice(offered, text, also=also_called)
    except Refused as error:
        raise Refused(TableReason.CELL_UNKNOWN, column=word(column), text=shown(text), choices=words) from error


def _choice_or(usual: Usual, column: Column, said: dict[Column, str]) -> Usual:
    """Return the value of an optional column; if it is missing or empty, the usual value."""
    return usual if is_nothing(said.get(column, "")) else _choice(type(usual), column, said)


def _is_drill(said: dict[Column, str]) -> bool:
    found = _TRUTHS.get(clean_code(said.get(Column.DRILL, "")).casefold())
    return (found or _choice_or(Drill.NO, Column.DRILL, said)) is Drill.YES


def _wants(text: str) -> str:
    wants = "" if is_nothing(text) else clean_line(text, None)
    return _short_enough(Column.WANTS, wants, WANTS_LIMIT)


def _phone(text: str) -> str:
    # Of a number that was masked the middle is not known: none is better than a wrong one.
    if is_nothing(text) or "*" in text:
        return ""
    try:
        return parse_phone(text)
    except Refused as error:
        raise Refused(TableReason.CELL_NO_PHONE, column=word(Column.PHONE), text=shown(text)) from error


def _words(text: str) -> str:
    words = clean_words(text, None)
    if not words:
        raise Refused(TableReason.CELL_EMPTY, column=word(Column.WORDS), right=_("what the customer said"))
    return _short_enough(Column.WORDS, words, WORDS_LIMIT)


def _short_enough(column: Column, text: str, limit: int) -> str:
    if len(text) > limit:
        raise Refused(TableReason.CELL_TOO_LONG, column=word(column), count=len(text), right=limit)
    return text
