"""How a case came in and what it is about: the store's own lists (C1, C4)."""

from collections.abc import Iterable
from enum import StrEnum

from frontdesk.domain.cases.case import CaseKind, Channel

ALSO_CALLED: dict[str, tuple[str, ...]] = {
    Channel.PERSON: ("到店", "来店", "上门"),
    Channel.PHONE: ("来电", "电话投诉", "telephone", "call"),
    Channel.EMAIL: ("电子邮件", "邮箱", "mail"),
    Channel.ONLINE: ("网络", "网上", "官网", "app"),
    Channel.LETTER: ("信件", "信函", "来信", "书面"),
    Channel.MAKER: ("厂家", "主机厂", "厂家400", "400", "400热线", "厂方热线", "manufacturer"),
    Channel.WECOM: ("企微", "微信", "wechat", "wecom"),
    Channel.AUTHORITY: ("12315/12345", "12315热线", "12315", "12345", "市场监管", "消协", "政府热线"),
    Channel.PLATFORM: ("汽车之家", "黑猫", "黑猫投诉", "车质网", "抖音", "小红书", "互联网平台"),
    Channel.FAX: ("传真件",),
    Channel.PASSED_ON: ("转来", "转派", "passed on"),
    CaseKind.PRODUCT: ("质量",),
    CaseKind.REPAIR: ("返修", "维修", "维修质量", "rework", "repair"),
    CaseKind.PARTS: ("备件", "零件", "缺件"),
    CaseKind.INSURANCE: ("理赔", "事故", "保险理赔"),
    CaseKind.PROMISE: ("承诺", "销售", "sales"),
}
"""What people call an entry besides its words on the screens."""


def channel_of(key: str) -> str:
    """Return a channel by its key; one that the store has added is its own word."""
    return _known(Channel, key)


def kind_of(key: str) -> str:
    """Return a kind of case by its key; one that the store has added is its own word."""
    return _known(CaseKind, key)


def listed(entries: Iterable[str], known: type[StrEnum]) -> tuple[str, ...]:
    """Return a list of the policy, each entry as what it is: one that comes with the program, or the store's own."""
    return tuple(_known(known, key) for key in entries)


def also_called(entry: str) -> tuple[str, ...]:
    """Return what people call an entry besides."""
    return ALSO_CALLED.get(entry, ()) if isinstance(entry, StrEnum) else ()


def _known(known: type[StrEnum], key: str) -> str:
    try:
        return known(key)
    except ValueError:
        return key
