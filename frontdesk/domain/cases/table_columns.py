"""A table of complaints: its columns, what they may be called, and how a cell is kept from being a formula."""

import re
from enum import StrEnum

from frontdesk.domain.values.text import clean_code


class Column(StrEnum):
    """A column of a table of complaints."""

    NUMBER = "number"
    RECEIVED_AT = "received_at"
    CHANNEL = "channel"
    KIND = "kind"
    SEVERITY = "severity"
    STAGE = "stage"
    CUSTOMER = "customer"
    PHONE = "phone"
    PLATE = "plate"
    WORDS = "words"
    ASSIGNED_TO = "assigned_to"
    NEXT_DUE = "next_due"
    OVERDUE = "overdue"
    NATURE = "nature"
    WANTS = "wants"
    DRILL = "drill"
    SATISFACTION = "satisfaction"


class Drill(StrEnum):
    """The cell text for a rehearsal or for a real case (S4)."""

    YES = "yes"
    NO = "no"


TAKEN = (
    Column.RECEIVED_AT,
    Column.CHANNEL,
    Column.KIND,
    Column.SEVERITY,
    Column.CUSTOMER,
    Column.PHONE,
    Column.PLATE,
    Column.WORDS,
)
"""The columns a table must have to be accepted."""

OPTIONAL = (Column.NATURE, Column.WANTS, Column.DRILL)
"""The columns that are read if they are there; any other column is ignored."""

_ALSO = {
    Column.RECEIVED_AT: ("收到时间", "受理时间", "接到时间", "接收时间", "投诉时间", "received"),
    Column.CHANNEL: ("渠道", "受理渠道", "投诉渠道"),
    Column.KIND: ("类型", "类别", "投诉类型", "投诉类别"),
    Column.SEVERITY: ("严重程度", "级别", "投诉级别"),
    Column.CUSTOMER: ("客户", "客户姓名", "姓名"),
    Column.PHONE: ("电话", "手机", "手机号", "联系电话", "客户电话"),
    Column.PLATE: ("车牌", "车牌号", "车牌号码"),
    Column.NATURE: ("性质", "案件性质"),
    Column.WANTS: ("客户诉求", "诉求"),
    Column.DRILL: ("演练",),
    Column.WORDS: ("投诉内容", "内容", "客户原话"),
}
"""Other names for the columns in tables from elsewhere."""

_SPACES = r"[\s_]+"
_LIKE_A_FORMULA = r"'*[=+\-@\t\r＝＋－＠]"
_GUARDED = r"''*[=+\-@\t\r＝＋－＠]"


def column_of(name: str) -> Column | None:
    """Return the column a heading means, in English or Chinese; None for one that is passed over."""
    return _NAMES.get(_folded(name))


def guarded(cell: str) -> str:
    """Return a cell with an apostrophe in front if a spreadsheet would otherwise take it for a formula."""
    return f"'{cell}" if re.match(_LIKE_A_FORMULA, cell) else cell


def unguarded(cell: str) -> str:
    """Return a cell as it was before it was `guarded`."""
    return cell[1:] if re.match(_GUARDED, cell) else cell


def _folded(name: str) -> str:
    return re.sub(_SPACES, "", clean_code(name)).casefold()


_NAMES = {_folded(name): column for column in Column for name in (column.value, *_ALSO.get(column, ()))}
