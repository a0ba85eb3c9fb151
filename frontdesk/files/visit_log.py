"""A visit log in CSV: which car came, was received and left, and when; and which of its lines make no sense."""

import csv
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from pathlib import Path

from frontdesk.domain.files import FileDetail
from frontdesk.domain.replay import ReplayReason
from frontdesk.domain.values.clock import Millis, to_millis
from frontdesk.domain.values.errors import FrontdeskError, InputError, Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.text import clean_code, clean_line
from frontdesk.files import given_file
from frontdesk.files.visit_log_plates import LogPlates

_CAR = ("plate", "customer")
_NEEDED = ("arrived", "received", "left")
_NAME_LIMIT = 30
_TIME_OF_DAY = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?")
_YEARS = range(1971, 2900)


class Wrong(StrEnum):
    """Why a line makes no sense."""

    UNREADABLE = "unreadable"
    OPEN_QUOTE = "open_quote"
    CELL_MISSING = "cell_missing"
    TOO_MANY_CELLS = "too_many_cells"
    NO_CAR = "no_car"
    NO_ARRIVAL = "no_arrival"
    LEFT_BEFORE_ARRIVED = "left_before_arrived"
    RECEIVED_BEFORE_ARRIVED = "received_before_arrived"
    RECEIVED_AFTER_LEFT = "received_after_left"


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that was not replayed, or not to its end. The header is line 1."""

    line: int
    why: Wrong | FrontdeskError


@dataclass(frozen=True, slots=True)
class Entry:
    """One visit of the log. `received_at` or `left_at` is None if it had not happened when the log ended."""

    line: int
    plate: Plate
    arrived_at: Millis
    received_at: Millis | None
    left_at: Millis | None
    received_by: str


@dataclass(frozen=True, slots=True)
class VisitLog:
    """The visits in a log, and its lines that make no sense."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of a file with the right header, not looked at yet."""

    header: tuple[str, ...]
    delimiter: str
    lines: tuple[tuple[int, str], ...]


def load(path: Path) -> Table:
    """Return a file's lines, read as UTF-8 or else as GB 18030, as spreadsheets write them.

    Raises `InputError`: as `given_file.read`, `BAD_LOG` if it is no visit log.
    """
    content = given_file.read(path)
    try:
        lines = re.split("\r\n|\n|\r", _decoded(content))
    except UnicodeDecodeError as error:
        raise InputError(ReplayReason.BAD_LOG, path=path, detail=FileDetail.NOT_TEXT) from error
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not numbered:
        raise InputError(ReplayReason.BAD_LOG, path=path, detail=FileDetail.EMPTY)
    first = numbered[0][1]
    delimiter = max(",;\t", key=first.count)
    names = _split(first, delimiter)
    if isinstance(names, Wrong):
        raise InputError(ReplayReason.BAD_LOG, path=path, detail=FileDetail.HEADER_UNREADABLE)
    header = tuple(clean_code(name).lower() for name in names)
    missing = [name for name in _NEEDED if name not in header]
    if not set(_CAR) & set(header):
        missing.insert(0, "customer / plate")
    if missing:
        columns = ", ".join(missing)
        raise InputError(ReplayReason.BAD_LOG, path=path, detail=FileDetail.COLUMN_MISSING, columns=columns)
    return Table(header, delimiter, tuple(numbered[1:]))


def understand(table: Table, zone: tzinfo, province: str, day: date) -> VisitLog:
    """Return the visits of a log. `zone` and `day` complete times without them, `province` completes plates."""
    problems: list[Problem] = []
    rows: list[tuple[int, dict[str, str]]] = []
    for number, line in table.lines:
        found = _cells(table, line)
        if isinstance(found, Wrong):
            problems.append(Problem(number, found))
        else:
            rows.append((number, found))
    plates = LogPlates(province, (row for _number, row in rows))
    entries = []
    for number, row in rows:
        try:
            entry = _entry(number, row, plates, zone, day)
        except Refused as error:
            problems.append(Problem(number, error))
            continue
        wrong = entry if isinstance(entry, Wrong) else _contradiction(entry)
        if wrong is not None:
            problems.append(Problem(number, wrong))
        elif isinstance(entry, Entry):
            entries.append(entry)
    return VisitLog(tuple(entries), tuple(problems))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def _cells(table: Table, line: str) -> dict[str, str] | Wrong:
    cells = _split(line, table.delimiter)
    if isinstance(cells, Wrong):
        return cells
    row = dict(zip(table.header, cells, strict=False))
    if any(name not in row for name in _NEEDED) or not set(_CAR) & set(row):
        return Wrong.CELL_MISSING
    return Wrong.TOO_MANY_CELLS if any(cells[len(table.header) :]) else row


def _split(line: str, delimiter: str) -> list[str] | Wrong:
    """Split the text line by line, so that a stray quotation mark does not swallow the lines after it."""
    if line.count('"') % 2:
        return Wrong.OPEN_QUOTE
    try:
        reader = csv.reader([line], delimiter=delimiter, skipinitialspace=True, strict=True)
        return [clean_line(cell) for cell in next(reader)]
    except csv.Error:
        return Wrong.UNREADABLE


def _entry(number: int, row: dict[str, str], plates: LogPlates, zone: tzinfo, day: date) -> Entry | Wrong:
    plate = plates.of(row)
    arrived, received, left = (_instant(row[name], zone, day) for name in _NEEDED)
    if not plate:
        return Wrong.NO_CAR
    if arrived is None:
        return Wrong.NO_ARRIVAL
    return Entry(number, plate, arrived, received, left, row.get("received_by", "")[:_NAME_LIMIT])


def _contradiction(entry: Entry) -> Wrong | None:
    if entry.left_at is not None and entry.left_at < entry.arrived_at:
        return Wrong.LEFT_BEFORE_ARRIVED
    if entry.received_at is not None and entry.received_at < entry.arrived_at:
        return Wrong.RECEIVED_BEFORE_ARRIVED
    if entry.received_at is not None and entry.left_at is not None and entry.received_at > entry.left_at:
        return Wrong.RECEIVED_AFTER_LEFT
    return None


def _instant(cell: str, zone: tzinfo, day: date) -> Millis | None:
    text = clean_code(cell)
    if not text:
        return None
    found = _TIME_OF_DAY.fullmatch(text)
    try:
        if found:
            hour, minute, second, fraction = found.groups("0")
            micros = timedelta(microseconds=int(fraction.ljust(6, "0")))
            moment = datetime.combine(day, time(int(hour), int(minute), int(second)), zone) + micros
        else:
            moment = datetime.fromisoformat(text)
            moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        if moment.year not in _YEARS or ":" not in text:
            raise ValueError(text)
    except ValueError as error:
        raise Refused(ValueReason.UNREADABLE_TIME, text=text) from error
    return to_millis(moment)
