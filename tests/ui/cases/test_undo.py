"""Undo in a case: F9 takes back one's own step and leaves what another took meanwhile."""

from case_dialogs import IGNORES_KEYS_FOR, opened

from frontdesk.desk.cases import page, steps
from frontdesk.domain.cases.steps import CaseStep


async def test_f9_takes_back_and_what_others_did_meanwhile_is_said(at_station, case, desk, open_desk):
    case()
    async with at_station("reception") as reception:
        await opened(reception)
        await reception.press("f3")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.paste("我的答复")
        steps.take(open_desk("manager", "王五"), 1, CaseStep.ANSWER, "经理已答复")
        await reception.press("f10")
        await reception.reads("Meanwhile: 王五 answer 经理已答复")
        assert len(page.page(desk, 1).notes) == 1
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        await reception.until(lambda: len(page.page(desk, 1).notes) == 2)
        await reception.press("f9")
        await reception.until(lambda: [n.words for n in page.page(desk, 1).notes] == ["经理已答复"])
