"""Answering a customer: a spoken answer is to be written up, a template is filled in (Q5)."""

from case_dialogs import IGNORES_KEYS_FOR, opened

from frontdesk.desk.cases import register, templates
from frontdesk.domain.cases.case import Form
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import StoreError


async def test_a_spoken_answer_is_to_be_written_up(at_station, case, desk):
    case()
    async with at_station("reception") as reception:
        await opened(reception)
        await reception.press("f3")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        reception.app.screen.query_one("#said").index = list(Form).index(Form.SPOKEN)
        reception.app.screen.query_one("#words").text = "电话里说明了"
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.reads("spoken answers to be written up: 1", "spoken, to be written up")
        assert register.get(desk, 1).to_write_up == 1


async def test_an_answer_from_a_template(at_station, case):
    case()
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        await reception.press("f3", "f4")
        await reception.dialog("ChooseDialog")
        await reception.press("1")
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        assert reception.app.screen.query_one("#words").text.startswith("陈先生您好，您反映的问题我们已登记（编号1）")


async def test_a_store_that_fails_ends_no_form(at_station, case, monkeypatch):
    case()

    def busy(_desk):
        raise StoreError(StoreReason.BUSY)

    monkeypatch.setattr(templates, "everyone", busy)
    async with at_station("reception") as reception:
        await opened(reception)
        await reception.press("f3", "f4")
        await reception.reads("the database was busy")
