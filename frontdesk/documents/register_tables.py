"""Reads lists of things and of contacts; what is wrong with a line is a sentence about that line (S3, S7)."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeVar

from frontdesk.desk.register.importing import Problem
from frontdesk.domain.appointments.reasons import BookFileReason
from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.cases.table_cells import is_nothing, shown
from frontdesk.domain.cases.table_columns import unguarded
from frontdesk.domain.cases.table_reasons import TableReason
from frontdesk.domain.files import FileDetail
from frontdesk.domain.register.contacts import ContactKind, Details, read_number
from frontdesk.domain.register.last_days import read_last_day
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.register.table_columns import NEEDED, OF_CONTACTS, OF_THINGS, Column, column_of
from frontdesk.domain.register.things import MOST, Described, ThingKind
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.domain.values.text import clean_code, clean_line, folded
from frontdesk.files.lines import Line, bad, is_blank
from frontdesk.files.table import load
from frontdesk.words.every_language import keys_by_name
from frontdesk.words.lookup import word

T = TypeVar("T")
Kind = TypeVar("Kind", bound=StrEnum)
Cells = Mapping[Column, str]

_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d")
_YES = frozenset({"yes", "y", "true", "1", "是", "备用", "√", "✓"})
_NO = frozenset({"no", "n", "false", "0", "否", "首选"})
_ALSO: Mapping[StrEnum, tuple[str, ...]] = {
    ThingKind.SUPPLY: ("耗材", "备件", "药品", "急救用品", "防汛物资", "supply"),
    ThingKind.EQUIPMENT: ("器材", "消防器材", "消防设备", "消防", "仪器"),
    ThingKind.VEHICLE: ("车辆", "车", "vehicle"),
    ThingKind.TOOL: ("工具", "随车工具", "tools"),
    ContactKind.FIRE: ("火警", "fire"),
    ContactKind.AMBULANCE: ("医院", "急救中心", "hospital"),
    ContactKind.POLICE: ("派出所", "警察", "报警"),
    ContactKind.TRAFFIC: ("交通事故", "traffic"),
    ContactKind.POWER: ("供电所", "供电局", "电力", "power"),
    ContactKind.WATER: ("自来水", "水务", "water"),
    ContactKind.INSURER: ("保险", "insurance"),
    ContactKind.RESCUE: ("拖车", "救援", "道路救援", "towing", "rescue"),
    ContactKind.SUPPLIER: ("供货商", "配件供应商", "suppliers"),
    ContactKind.NEIGHBOUR: ("邻店", "兄弟店", "neighbour", "neighbor"),
    ContactKind.AUTHORITY: ("主管部门", "政府", "应急管理局", "authorities"),
    ContactKind.LEGAL: ("律师", "法务", "lawyer", "legal"),
    ContactKind.MEDIA: ("记者", "宣传", "media", "press"),
}
"""What people call a kind besides its word on the screens."""


class Read(NamedTuple):
    """What a file says, by the numbers of its lines, and what is wrong with the others."""

    things: tuple[tuple[int, Described], ...] = ()
    contacts: tuple[tuple[int, Details], ...] = ()
    problems: tuple[Problem, ...] = ()


def things_of(path: Path, areas: Mapping[str, str], today: date, kind: ThingKind | None = None) -> Read:
    """Read a list of things. `areas`: the key of each by its names, folded; `kind`: of what says none.

    Raises `InputError` for what is no such list.
    """

    def thing(said: Cells) -> Described:
        return Described(
            _kind(said, ThingKind, kind),
            _text(said, Column.NAME),
            _area(said, areas),
            _number(said, Column.QUANTITY),
            _number(said, Column.LEAST),
            _text(said, Column.UNIT),
            _day(said, today),
        )

    found, problems = _lines(path, OF_THINGS, RegisterReason.BAD_LIST_OF_THINGS, thing)
    return Read(things=found, problems=problems)


def contacts_of(path: Path, kind: ContactKind | None = None) -> Read:
    """Read a list of contacts; `kind`: of what says none. Raises `InputError` for what is no such list."""

    def contact(said: Cells) -> Details:
        return Details(
            _kind(said, ContactKind, kind),
            _text(said, Column.NAME),
            _phone(said),
            _text(said, Column.HOURS),
            _text(said, Column.NOTE),
            _backup(said),
        )

    found, problems = _lines(path, OF_CONTACTS, RegisterReason.BAD_LIST_OF_CONTACTS, contact)
    return Read(contacts=found, problems=problems)


def _lines(
    path: Path, among: Collection[Column], reason: RegisterReason, read: Callable[[Cells], T]
) -> tuple[tuple[tuple[int, T], ...], tuple[Problem, ...]]:
    table = load(path, reason)
    places: dict[Column, int] = {}
    for at, name in enumerate(table.header):
        column = column_of(name, among)
        if column in places:
            raise bad(table.path, reason, FileDetail.COLUMN_TWICE, column=word(column))
        if column is not None:
            places[column] = at
    if missing := [column for column in among if column in NEEDED and column not in places]:
        raise bad(table.path, reason, FileDetail.COLUMN_MISSING, columns=", ".join(map(word, missing)))
    found: list[tuple[int, T]] = []
    problems: list[Problem] = []
    for line in table.lines:
        try:
            said = _cells(line, places)
            if said is not None:
                found.append((line.number, read(said)))
        except FrontdeskError as refusal:
            problems.append(Problem(line.number, refusal))
    return tuple(found), tuple(problems)


def _cells(line: Line, places: Mapping[Column, int]) -> Cells | None:
    """Return what stands in the columns of a line; None of an empty one."""
    if isinstance(line.cells, FrontdeskError):
        raise line.cells
    if is_blank(line.cells):
        return None
    # A spreadsheet leaves out the empty cells at the end of a line.
    cells = [*line.cells, *[""] * (max(places.values()) + 1 - len(line.cells))]
    for column, at in places.items():
        line.refuse_faulty(at, word(column))
    return {column: unguarded(cells[at]) for column, at in places.items()}


def _text(said: Cells, column: Column) -> str:
    text = said.get(column, "")
    return "" if is_nothing(text) else clean_line(text, None)


def _kind(said: Cells, kinds: type[Kind], usual: Kind | None) -> Kind:
    text = said.get(Column.KIND, "")
    if is_nothing(text):
        if usual is None:
            raise Refused(TableReason.CELL_EMPTY, column=word(Column.KIND), right=word(next(iter(kinds))))
        return usual
    named = keys_by_name(kinds) | {folded(name): kind.value for kind in kinds for name in _ALSO[kind]}
    key = named.get(folded(text))
    if key is None:
        choices = tuple(word(kind) for kind in kinds)
        raise Refused(TableReason.CELL_UNKNOWN, column=word(Column.KIND), text=shown(text), choices=choices)
    return kinds(key)


def _area(said: Cells, areas: Mapping[str, str]) -> str:
    text = said.get(Column.AREA, "")
    if is_nothing(text):
        return ""
    key = areas.get(folded(text))
    if key is None:
        raise Refused(RegisterReason.CELL_NO_AREA, column=word(Column.AREA), text=shown(text))
    return key


def _number(said: Cells, column: Column) -> int | None:
    text = clean_code(said.get(column, "")).removesuffix(".0")
    if is_nothing(text):
        return None
    if not (text.isascii() and text.isdecimal() and int(text) <= MOST):
        raise Refused(BookFileReason.CELL_NO_NUMBER, column=word(column), text=shown(text), least=0, most=MOST)
    return int(text)


def _day(said: Cells, today: date) -> date | None:
    text = _MIDNIGHT.sub("", said.get(Column.EXPIRES_ON, "").strip())
    if is_nothing(text):
        return None
    try:
        if _YEAR.search(clean_code(text)) is None:
            raise Refused(CalendarReason.BAD_DATE, text=text)
        return read_last_day(text, today)
    except Refused as refusal:
        column = word(Column.EXPIRES_ON)
        raise Refused(RegisterReason.CELL_NO_DAY, column=column, text=shown(text)) from refusal


def _phone(said: Cells) -> str:
    text = said.get(Column.PHONE, "")
    if is_nothing(text):
        raise Refused(TableReason.CELL_EMPTY, column=word(Column.PHONE), right="95598")
    try:
        return read_number(text.removesuffix(".0"))
    except Refused as refusal:
        raise Refused(TableReason.CELL_NO_PHONE, column=word(Column.PHONE), text=shown(text)) from refusal


def _backup(said: Cells) -> bool:
    text = folded(said.get(Column.BACKUP, ""))
    if is_nothing(text) or text in _NO:
        return False
    if text not in _YES:
        raise Refused(
            TableReason.CELL_UNKNOWN, column=word(Column.BACKUP), text=shown(text), choices=("yes 是", "no 否")
        )
    return True
