"""A visit log, in any form of table: which car came, was received and left; and which of its lines make no sense."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, tzinfo
from enum import StrEnum
from pathlib import Path

from frontdesk.domain.files import FileDetail
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.replay import ReplayReason
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.text import clean_code, clean_line, whole_line
from frontdesk.files.lines import Line, bad
from frontdesk.files.table import Table
from frontdesk.files.table import load as load_table
from frontdesk.files.visit_log_plates import LogPlates
from frontdesk.files.visit_log_times import LogTimes

_CAR = ("plate", "customer")
_NEEDED = ("arrived", "received", "left")
_ALSO = {
    "plate": ("车牌", "车牌号", "车牌号码"),
    "customer": ("客户", "客户姓名", "姓名"),
    "date": ("日期", "到店日期"),
    "arrived": ("到店", "到店时间", "进店时间", "入场时间"),
    "received": ("接待", "接待时间"),
    "left": ("离店", "离店时间", "出场时间"),
    "received_by": ("接待人", "服务顾问"),
}
"""What the columns are called in logs of other making."""
CLOCKS_DIFFER: Millis = 10 * SECOND
"""By so little a reception may be noted before the arrival: two clocks noted them, so it was at the arrival."""
_NAMES = {"".join(name.replace("_", "").split()): column for column, also in _ALSO.items() for name in (column, *also)}


class Wrong(StrEnum):
    """Why a line makes no sense."""

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


def load(path: Path) -> Table:
    """Return a visit log's lines. Raises `InputError`: as `given_files.read`, `BAD_LOG` where it is no visit log."""
    table = load_table(path, ReplayReason.BAD_LOG)
    names = [name for name in map(_column, table.header) if name]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise bad(path, ReplayReason.BAD_LOG, FileDetail.COLUMN_TWICE, column=twice)
    missing = [name for name in _NEEDED if name not in names]
    if not set(_CAR) & set(names):
        missing.insert(0, "customer / plate")
    if missing:
        raise bad(path, ReplayReason.BAD_LOG, FileDetail.COLUMN_MISSING, columns=", ".join(missing))
    return table


def understand(table: Table, zone: tzinfo, province: str, day: date) -> VisitLog:
    """Return the visits of a log. `zone` completes times, `province` plates; `day` is that of a line without a date."""
    problems: list[Problem] = []
    rows: list[tuple[int, dict[str, str]]] = []
    columns = {name: at for at, name in enumerate(map(_column, table.header)) if name}
    for line in table.lines:
        try:
            rows.append((line.number, _cells(line, columns, len(table.header))))
        except Refused as error:
            problems.append(Problem(line.number, error))
        except _WrongError as error:
            problems.append(Problem(line.number, error.why))
    plates = LogPlates(province, (row for _number, row in rows))
    entries, times = [], LogTimes(zone, day)
    for number, row in rows:
        try:
            entries.append(_entry(number, row, plates, times.of_date(row.get("date", ""))))
        except Refused as error:
            problems.append(Problem(number, error))
        except _WrongError as error:
            problems.append(Problem(number, error.why))
    problems.sort(key=lambda problem: problem.line)
    return VisitLog(tuple(entries), tuple(problems))


class _WrongError(Exception):
    """A line makes no sense."""

    def __init__(self, why: Wrong) -> None:
        super().__init__(why)
        self.why = why


def _column(heading: str) -> str:
    """Return what a heading names, in English or Chinese; "" for a column that is passed over."""
    folded = "".join(clean_code(heading).casefold().replace("_", " ").split())
    return _NAMES.get(folded, "")


def _cells(line: Line, columns: Mapping[str, int], width: int) -> dict[str, str]:
    if isinstance(line.cells, FrontdeskError):
        raise line.cells
    # Of a plate also counts what cleaning takes away: a hole in it.
    row = {
        name: line.cells[at] if name == "plate" else clean_line(line.cells[at], None)
        for name, at in columns.items()
        if at < len(line.cells)
    }
    if any(name not in row for name in _NEEDED) or not set(_CAR) & set(row):
        raise _WrongError(Wrong.CELL_MISSING)
    if any(cell.strip() for cell in line.cells[width:]):
        raise _WrongError(Wrong.TOO_MANY_CELLS)
    for name, at in columns.items():
        line.refuse_faulty(at, name)
    return row


def _entry(number: int, row: dict[str, str], plates: LogPlates, times: LogTimes) -> Entry:
    plate = plates.of(row)
    if not plate:
        raise _WrongError(Wrong.NO_CAR)
    arrived = times.read(row["arrived"])
    received, left = (times.read(row[name], after=arrived) for name in ("received", "left"))
    if arrived is None:
        raise _WrongError(Wrong.NO_ARRIVAL)
    if received is not None and 0 < arrived - received <= CLOCKS_DIFFER:
        received = arrived
    who = whole_line(row.get("received_by", ""), NAME_LIMIT)
    entry = Entry(number, plate, arrived, received, left, who)
    wrong = _contradiction(entry)
    if wrong is not None:
        raise _WrongError(wrong)
    return entry


def _contradiction(entry: Entry) -> Wrong | None:
    if entry.left_at is not None and entry.left_at < entry.arrived_at:
        return Wrong.LEFT_BEFORE_ARRIVED
    if entry.received_at is not None and entry.received_at < entry.arrived_at:
        return Wrong.RECEIVED_BEFORE_ARRIVED
    if entry.received_at is not None and entry.left_at is not None and entry.received_at > entry.left_at:
        return Wrong.RECEIVED_AFTER_LEFT
    return None
