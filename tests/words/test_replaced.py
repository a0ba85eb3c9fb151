"""One word per thing: a word that the glossary replaced is on no screen and in no page of the handbook."""

import re

import pytest
from babel.messages import pofile

from frontdesk.words import i18n
from frontdesk.words.handbook.pages import PAGES

REPLACED = {
    "zh": {
        "副职": "值班副经理",
        "报负责人": "上报负责人",
        "首答|全答|质答": "首次答复、完整答复、质量答复",
        "待位": "区内排队",
        "保安": "门卫",
        "曾来过店": "来过",
        "首次来店": "新车",
        "不是常见车牌": "车牌格式不对",
        "已接": "处理中",
        "已照办": "已完成",
        "已看到": "知道了",
        "无操作人": "未签到",
        "操作员": "操作人",
        "重开": "重新受理",
        "补记并确认|待补记": "补书面并确认、待补书面",
        "打烊": "营业结束",
        "不省时间": "不节省时间",
        "罚款": "考核扣款",
        "最近的预警": "预警记录",
        "案件|事件单": "投诉",
        "已超期|逾时|逾{": "逾期",
        "投诉超时": "投诉逾期",
        "回车(?!辆)": "Enter",
        "工作台": "工作站",
        "制度": "规则",
        "拥堵": "超量、超时停留",
        "触发预警": "发出提示",
        "放假日|不营业的日子": "不营业日",
    },
    "en": {
        "no usual plate": "does not look like a plate",
        "not handled": "nobody acted",
        "over after [{0-9]": "ended after",
        "Escalations lately": "Recent escalations",
        "all together": "total",
        "duty in force": "current duty",
        "severity anew$": "change severity",
        "gains (about|no)": "saves",
        r"\d:\d\dh": "8 h 18 min",
        "Neimenggu": "Inner Mongolia",
    },
}
"""What was said once, as a pattern, and what is said instead."""

ALLOWED = {
    ("zh", "报负责人"): ("上报负责人",),
    ("zh", "已接"): ("已接待",),
    ("zh", "罚款"): ("对员工罚款",),
}
"""Where the same characters stand in another word, or mean another thing: a reception is no escalation taken on,
and what the law forbids is called what the law calls it."""


def texts(language: str) -> dict[str, str]:
    """Return everything that is said in a language, by where it stands."""
    with (i18n.LOCALES / "zh" / "LC_MESSAGES" / "frontdesk.po").open("rb") as file:
        messages = [message for message in pofile.read_po(file, "zh", "frontdesk") if message.id]
    said = {str(message.id): str(message.string if language == "zh" else message.id) for message in messages}
    return said | {page.name: page.read_text(encoding="utf-8") for page in (PAGES / language).iterdir()}


@pytest.mark.parametrize(("language", "old"), [(language, old) for language in REPLACED for old in REPLACED[language]])
def test_a_word_that_was_replaced_is_said_nowhere(language: str, old: str) -> None:
    found = set()
    for place, text in texts(language).items():
        rest = text
        for allowed in ALLOWED.get((language, old), ()):
            rest = rest.replace(allowed, "")
        if re.search(old, rest, re.MULTILINE):
            found.add(place)
    assert found == set(), f"say {REPLACED[language][old]}"
