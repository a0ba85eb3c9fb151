"""Ctrl+T over a dialog: everything in it is said in the other language, and what was filled in stays."""

import pytest

from frontdesk.words import i18n
from screens.kit.choices import Choice

OVER = (
    ("ctrl+w", "PolicyForm", "The store's policy", ("门店规则", "查找", "值", "店名", "F10 全部保存", "Tab 查找")),
    ("ctrl+n", "NewCaseForm", "New complaint", ("新投诉", "客户原话", "性质", "●投诉", "严重程度", "F10 保存")),
    ("ctrl+d", "DutyDialog", "On duty", ("值班", "职责", "●到营业结束", "18:00", "F4 结束当前值班")),
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


async def test_a_refusal_is_said_in_the_other_language_and_a_hint_goes(at_station, staffed):
    async with at_station("manager") as person:
        await person.press("ctrl+d")
        await person.dialog("DutyDialog")
        await person.later(700)
        await person.press("f4")
        await person.reads("✗ Nobody is set as service manager now")
        await person.press("ctrl+t")
        await person.reads("✗ 现在没有设定服务经理值班人")
        await person.press("ctrl+t")
        await person.reads("✗ Nobody is set as service manager now")
        person.app.screen.say("Until when?")
        await person.press("ctrl+t")
        await person.reads("值班")
        assert "Until when?" not in person.text
        i18n.use("en")


async def test_the_line_above_the_keys_says_a_refusal_anew_and_a_hint_goes(at_station, arrive):
    arrive("苏A12345")
    async with at_station("guard") as person:
        await person.cars("苏A12345")
        await person.press(*"99999", "f4")
        await person.reads("✗ 99999 is not at the store.")
        await person.press("ctrl+t")
        await person.reads("✗ 99999 不在店。")
        assert "is not at the store" not in person.text
        await person.press("ctrl+t", "escape", "f8")
        await person.reads("✗ There is no prompt to answer.")
        await person.press("ctrl+t")
        await person.reads("车牌")
        assert "There is no prompt" not in person.text
        await person.press("ctrl+t")
        # What has gone by itself does not come back.
        await person.press(*"99999", "f4")
        await person.reads("✗ 99999 is not at the store.")
        await person.later(8_000)
        await person.press("ctrl+t")
        await person.reads("车牌")
        assert "✗" not in person.text
        i18n.use("en")


async def test_a_list_of_choices_is_said_in_the_other_language(at_station, arrive):
    arrive(*(f"苏A1234{n}" for n in range(5)))
    async with at_station("manager") as person:
        await person.until(lambda: len(person.app.snapshot.floor.cars) == 5)
        person.app.call_later(person.screen.run_action, "do('lane')")
        await person.dialog("ChooseDialog")
        await person.reads("lane 2", "normal  to be received")
        await person.press("down", "ctrl+t")
        await person.reads("区内排队 2", "正常  待接待")
        assert person.app.screen.query_one("Menu").index == 1
        i18n.use("en")
