"""Ctrl+T over a dialog: everything in it is said in the other language, and what was filled in stays."""

import pytest

from frontdesk.words import i18n
from screens.kit.choices import Choice

OVER = (
    ("ctrl+w", "PolicyForm", "The store's policy", ("门店规则", "查找", "值", "店名", "F10 全部保存", "Tab 查找")),
    ("ctrl+n", "NewCaseForm", "New complaint", ("新投诉", "客户原话", "性质", "●投诉", "严重程度", "F10 保存")),
    ("ctrl+d", "DutyDialog", "On duty", ("值班", "职责", "到营业结束", "时间：18:00", "F4 结束当前值班")),
    ("ctrl+o", "OperatorDialog", "Who is on shift?", ("请选择当班人员", "服务经理", "F2 新增人员")),
    ("ctrl+f", "CaseBrowser", "Cases", ("投诉", "查找", "Esc 关闭")),
    ("f1", "HelpDialog", "Keys of the manager console", ("经理台的按键", "全部按键", "Tab 使用手册")),
)


@pytest.mark.parametrize(("key", "name", "title", "said"), OVER, ids=[each[1] for each in OVER])
async def test_a_dialog_says_everything_in_the_other_language_and_back(at_station, key, name, title, said):
    async with at_station("manager") as person:
        await person.press(key)
        await person.dialog(name)
        before = await person.reads(title)
        await person.press("ctrl+t")
        await person.reads(*said)
        assert title not in person.text
        await person.press("ctrl+t")
        await person.reads(title)
        assert [line.rstrip() for line in person.lines[3:]] == [line.rstrip() for line in before.split("\n")[3:]]
        await person.later(700)
        await person.press("ctrl+t", "escape")
        await person.closed()
        await person.reads("经理台", "▸ 车牌")


async def test_what_was_filled_in_and_chosen_stays(at_station):
    async with at_station("manager") as person:
        await person.press("ctrl+n")
        await person.dialog("NewCaseForm")
        await person.press(*"waited")
        await person.press("tab", "right", "ctrl+t")
        await person.reads("客户原话", "waited", "●纠纷")
        assert isinstance(person.app.focused, Choice)
        i18n.use("en")


async def test_the_policy_reads_what_was_typed_before(at_station):
    async with at_station("manager") as person:
        await person.press("ctrl+w")
        await person.dialog("PolicyForm")
        await person.press("tab")
        await person.paste("over-stay")
        await person.reads("▸ A car longer in the zone than this is an over-stay")
        await person.press("enter", *"25min")
        await person.press("ctrl+t")
        await person.reads("20 分钟 → 25 分钟")
        assert person.app.screen.query_one("#value").value == "25min"
