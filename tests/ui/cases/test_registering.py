"""The form for a new case: the first judgement follows the words, a person decides, a drill is marked (C1, C2)."""

from case_dialogs import opened

from frontdesk.desk.cases import register
from frontdesk.domain.cases.case import Severity


async def test_the_first_judgement_follows_the_words_and_a_person_decides(at_station, case, desk):
    case(plate="苏A12345")
    async with at_station("reception", size=(120, 40)) as reception:
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        await reception.reads("first judgement: ordinary")
        assert "earlier case" not in reception.text
        reception.app.screen.query_one("#plate").value = "c99999"
        await reception.reads("no earlier case")
        reception.app.screen.query_one("#plate").value = ""
        await reception.paste("手被车门夹伤了，要找记者")
        await reception.reads("first judgement: major — injury", "media", "F4 take it over")
        form = reception.app.screen
        form.query_one("#phone").value = "13812348000"
        await reception.reads("earlier cases: 1, the last No. 1 (registered)")
        assert form.query_one("#severity").index == 0
        await reception.press("f4")
        assert form.query_one("#severity").index == 1
        await reception.press("f10")
        await reception.closed()
        await reception.until(lambda: register.get(desk, 2).severity is Severity.MAJOR)


async def test_a_drill_is_marked(at_station, desk):
    async with at_station("reception", size=(120, 40)) as reception:
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        await reception.paste("演练用的投诉")
        reception.app.screen.query_one("#drill").index = 1
        await reception.press("f10")
        await reception.closed()
        await reception.until(lambda: register.get(desk, 1).is_drill)
        await reception.until(lambda: "DRILL" in reception.show("#queue"))
        assert "complaints 0 " in reception.show("#queue").split("\n")[0]
        assert "due today" not in reception.show("#queue")
        await opened(reception)
        await reception.reads("DRILL")


async def test_words_that_are_pasted_are_not_called_lost(at_station):
    async with at_station("reception") as reception:
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        await reception.paste("车门异响\n等得太久")
        await reception.reads("车门异响", "等得太久")
        assert "Nothing can be typed here" not in reception.text
