"""Reads the lines of a table of appointments; what is wrong with one is a sentence about that line (Z9)."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from frontdesk.domain.appointments.appointment import USUAL_MINUTES, State, Waits, Way
from frontdesk.domain.appointments.booking import LONGEST, SHORTEST, NewAppointment
from frontdesk.domain.appointments.incoming import Incoming, known_by, named_by_content
from frontdesk.domain.appointments.reasons import BookFileReason
from frontdesk.domain.appointments.table_columns import NEEDED, READ, Column, column_of
from frontdesk.domain.cases.table_cells import EXAMPLE_TIME, is_nothing, read_plate, shown
from frontdesk.domain.cases.table_reasons import TableReason
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.domain.values.phones import parse_phone
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.text import clean_code, clean_line, folded
from frontdesk.domain.values.typed_times import read_moment
from frontdesk.domain.zone.cars import Purpose
from frontdesk.files.lines import Line
from frontdesk.files.table import Table
from frontdesk.words.every_language import keys_by_name
from frontdesk.words.lookup import word

Choice = TypeVar("Choice", bound=StrEnum)

_MOST_SEQUENCE = 2**31
_ALSO: dict[StrEnum, tuple[str, ...]] = {
    Purpose.MAINTENANCE: ("保养", "常规保养", "service"),
    Purpose.REPAIR: ("维修", "检修", "机修", "钣喷", "事故"),
    Waits.LOUNGE: ("在店", "在店等候", "休息室", "等", "是", "waits", "yes"),
    Waits.AWAY: ("离店", "不等", "否", "no"),
    Way.PHONE: ("来电", "call", "telephone"),
    Way.PERSON: ("到店", "面约"),
    Way.WECHAT: ("企微", "小程序", "公众号", "wecom"),
    Way.ONLINE: ("网上", "官网", "app"),
    State.BOOKED: ("已预约", "预约", "待到店", "有效", "confirmed", "tentative"),
    State.CANCELLED: ("已取消", "取消", "作废", "canceled", "cancelled"),
    State.ARRIVED: ("已到店", "到店", "已完成", "完成"),
    State.NO_SHOW: ("未到", "爽约", "未到店", "noshow"),
}
"""What people call a value besides its words on the screens."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How the lines of a table are read: where each column is, and what completes a time or a plate."""

    places: dict[Column, int]
    zone: ZoneInfo
    policy: Policy
    source: str
    takes: Callable[[Plate], bool]
    """Whether a plate is taken although it is no usual one."""

    def entry(self, line: Line) -> Incoming | None:
        """Return what a line says; None of one that is decided already. Raises `Refused`."""
        if isinstance(line.cells, FrontdeskError):
            raise line.cells
        width = max(self.places.values()) + 1
        if len(line.cells) < width:
            raise Refused(TableReason.LINE_TOO_SHORT, count=len(line.cells), right=width)
        for column, at in self.places.items():
            line.refuse_faulty(at, word(column))
        said = {column: line.cells[at] for column, at in self.places.items()}
        state = _choice(State.BOOKED, Column.STATE, said)
        if state in {State.ARRIVED, State.NO_SHOW}:
            return None
        new = NewAppointment(
            at=self._at(said[Column.AT]),
            plate=self._plate(said[Column.PLATE]),
            customer=_text(said, Column.CUSTOMER),
            phone=_phone(said.get(Column.PHONE, "")),
            purpose=_choice(Purpose.MAINTENANCE, Column.PURPOSE, said, but=Purpose.OTHER),
            work=_text(said, Column.WORK),
            minutes=_number(said, Column.MINUTES, USUAL_MINUTES, SHORTEST, LONGEST),
            waits=_choice(Waits.LOUNGE, Column.WAITS, said),
            advisor=_text(said, Column.ADVISOR),
            way=_choice(Way.OTHER, Column.WAY, said),
        )
        uid = clean_line(said.get(Column.UID, ""))
        source, uid = known_by(uid or named_by_content(new), self.source)
        sequence = _number(said, Column.SEQUENCE, 0, 0, _MOST_SEQUENCE)
        why = _text(said, Column.WHY)
        return Incoming(line.number, new, source, uid, sequence, state is State.CANCELLED, why)

    def _at(self, text: str) -> int:
        column = word(Column.AT)
        if not text.strip():
            raise Refused(TableReason.CELL_EMPTY, column=column, right=EXAMPLE_TIME)
        try:
            return read_moment(text, self.zone)
        except Refused as error:
            raise Refused(TableReason.CELL_NO_TIME, column=column, text=shown(text), right=EXAMPLE_TIME) from error

    def _plate(self, text: str) -> Plate:
        return read_plate(text, word(Column.PLATE), self.policy.province, self.takes)


def columns_of(table: Table) -> dict[Column, int]:
    """Return the position of each column. Raises `InputError(BAD_BOOK)` if one is missing or there twice."""
    return table.places(column_of, read=READ, needed=NEEDED, called=word)


def _choice(usual: Choice, column: Column, said: dict[Column, str], but: StrEnum | None = None) -> Choice:
    """Return the value of a column; where it is missing or empty, the usual one."""
    text, kind = said.get(column, ""), type(usual)
    if is_nothing(text):
        return usual
    named = keys_by_name(kind) | {folded(name): value.value for value in kind for name in _ALSO.get(value, ())}
    key = named.get(folded(text))
    if key is None or key == but:
        words = tuple(word(value) for value in kind if value != but)
        raise Refused(TableReason.CELL_UNKNOWN, column=word(column), text=shown(text), choices=words)
    return kind(key)


def _number(said: dict[Column, str], column: Column, usual: int, least: int, most: int) -> int:
    text = clean_code(said.get(column, "")).removesuffix(".0").removesuffix("分钟").removesuffix("分").strip()
    if is_nothing(text):
        return usual
    if not (text.isascii() and text.isdecimal() and least <= int(text) <= most):
        raise Refused(BookFileReason.CELL_NO_NUMBER, column=word(column), text=shown(text), least=least, most=most)
    return int(text)


def _phone(text: str) -> str:
    # Of a number that was masked the middle is not known: none is better than a wrong one.
    if is_nothing(text) or "*" in text:
        return ""
    try:
        return parse_phone(text)
    except Refused as error:
        raise Refused(TableReason.CELL_NO_PHONE, column=word(Column.PHONE), text=shown(text)) from error


def _text(said: dict[Column, str], column: Column) -> str:
    text = said.get(column, "")
    return "" if is_nothing(text) else clean_line(text, None)
