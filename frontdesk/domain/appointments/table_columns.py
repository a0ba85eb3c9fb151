"""The columns of a table of appointments, and what they may be called."""

import re
from enum import StrEnum

from frontdesk.domain.values.text import clean_code


class Column(StrEnum):
    """A column of a table of appointments."""

    NUMBER = "number"
    AT = "at"
    PLATE = "plate"
    CUSTOMER = "customer"
    PHONE = "phone"
    PURPOSE = "purpose"
    WORK = "work"
    MINUTES = "minutes"
    WAITS = "waits"
    ADVISOR = "advisor"
    WAY = "channel"
    STATE = "state"
    CONFIRMED_AT = "confirmed_at"
    WHY = "why"
    UID = "uid"
    SEQUENCE = "sequence"


NEEDED = (Column.AT, Column.PLATE)
"""The columns a table must have to be taken."""
READ = (
    *NEEDED, Column.CUSTOMER, Column.PHONE, Column.PURPOSE, Column.WORK, Column.MINUTES, Column.WAITS, Column.ADVISOR,
    Column.WAY, Column.STATE, Column.WHY, Column.UID, Column.SEQUENCE,
)  # fmt: skip
"""The columns that are read if they are there; any other is passed over."""

_ALSO = {
    Column.AT: ("预约时间", "时间", "预约日期", "到店时间", "time", "appointmenttime", "start"),
    Column.PLATE: ("车牌", "车牌号", "车牌号码", "licenceplate"),
    Column.CUSTOMER: ("客户", "客户姓名", "姓名", "name"),
    Column.PHONE: ("电话", "手机", "手机号", "联系电话", "客户电话"),
    Column.PURPOSE: ("来意", "目的", "业务类型", "类型", "kind"),
    Column.WORK: ("项目", "作业", "作业项目", "预约项目", "内容", "jobs"),
    Column.MINUTES: ("分钟", "预计分钟", "时长", "预计时长", "duration"),
    Column.WAITS: ("等候", "客户等候", "等候方式", "是否等候", "wherethecustomerwaits"),
    Column.ADVISOR: ("顾问", "服务顾问", "业务接待", "接待", "serviceadvisor"),
    Column.WAY: ("方式", "渠道", "预约方式", "预约渠道", "bookedby"),
    Column.STATE: ("状态", "预约状态", "status"),
    Column.WHY: ("原因", "取消原因", "reason"),
    Column.UID: ("来源编号", "预约单号", "预约编号", "单号", "idinthesource", "id"),
    Column.SEQUENCE: ("版本", "版本号", "version"),
}
"""Other names for the columns in tables from elsewhere."""


def column_of(name: str) -> Column | None:
    """Return the column a heading means, in English or Chinese; None for one that is passed over."""
    return _NAMES.get(_folded(name))


def _folded(name: str) -> str:
    return re.sub(r"[\s_]+", "", clean_code(name)).casefold()


_NAMES = {_folded(name): column for column in Column for name in (column.value, *_ALSO.get(column, ()))}
