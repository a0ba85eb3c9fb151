"""The columns of a list of things or of contacts, and what they may be called in lists that stores have already."""

import re
from collections.abc import Collection
from enum import StrEnum

from frontdesk.domain.values.text import clean_code


class Column(StrEnum):
    """A column."""

    NAME = "name"
    KIND = "kind"
    AREA = "area"
    QUANTITY = "quantity"
    LEAST = "least"
    UNIT = "unit"
    EXPIRES_ON = "expires_on"
    PHONE = "phone"
    HOURS = "hours"
    NOTE = "note"
    BACKUP = "backup"


OF_THINGS = frozenset(
    {Column.NAME, Column.KIND, Column.AREA, Column.QUANTITY, Column.LEAST, Column.UNIT, Column.EXPIRES_ON}
)
OF_CONTACTS = frozenset({Column.NAME, Column.KIND, Column.PHONE, Column.HOURS, Column.NOTE, Column.BACKUP})
NEEDED = frozenset({Column.NAME, Column.PHONE})
"""The columns that a list which may have them must have; any other column is passed over."""

_ALSO = {
    Column.NAME: (
        "名称", "物品", "物品名称", "物资名称", "器材名称", "品名", "设备名称", "联系人", "单位名称", "姓名", "item",
    ),
    Column.KIND: ("类别", "种类", "类型", "分类", "sort", "type"),
    Column.AREA: ("区域", "位置", "地点", "存放地点", "存放位置", "place", "where"),
    Column.QUANTITY: ("数量", "现有数量", "库存", "number", "count", "amount"),
    Column.LEAST: ("最低数量", "最低", "最低库存", "安全库存", "下限", "atleast", "minimum"),
    Column.UNIT: ("计量单位", "计量", "units"),
    Column.EXPIRES_ON: (
        "到期日", "有效期", "有效期至", "到期日期", "失效日期", "下次检验日期", "lastday", "expires", "validuntil",
    ),
    Column.PHONE: ("电话", "联系电话", "电话号码", "手机", "号码", "telephone"),
    Column.HOURS: ("接听时间", "时间", "服务时间", "值班时间", "when"),
    Column.NOTE: ("说明", "备注", "remark", "notes"),
    Column.BACKUP: ("备用", "是否备用", "备选"),
}  # fmt: skip


def column_of(name: str, among: Collection[Column]) -> Column | None:
    """Return the column a heading means, in English or Chinese; None for one that is passed over.

    “单位” is who somebody is in a list of contacts, and what is counted in a list of things.
    """
    folded = _folded(name)
    if folded == "单位":
        return Column.UNIT if Column.UNIT in among else Column.NAME
    column = _NAMES.get(folded)
    return column if column in among else None


def _folded(name: str) -> str:
    return re.sub(r"[\s_]+", "", clean_code(name)).casefold()


_NAMES = {_folded(name): column for column in Column for name in (column.value, *_ALSO[column])}
