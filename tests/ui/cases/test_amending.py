"""Correcting what was registered: what others corrected meanwhile stays, a phone number is masked anew (C1, C10)."""

from case_dialogs import IGNORES_KEYS_FOR, from_menu, opened

from frontdesk.desk.cases import amending, register
from frontdesk.domain.cases.case import CaseKind, Nature


async def test_what_was_registered_is_corrected(at_station, case, desk, arrive):
    arrive("苏A12345")
    case()
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        await from_menu(reception, "correct what was registered")
        await reception.dialog("AmendForm")
        await reception.later(IGNORES_KEYS_FOR)
        form = reception.app.screen
        assert "13812348000" not in reception.text
        form.query_one("#customer").value = "陈女士"
        form.query_one("#plate").value = "a12345"
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.reads("陈女士", "visits of 苏A·12345")
        found = register.get(desk, 1)
        assert (found.customer, found.plate, found.phone, found.visit_id) == ("陈女士", "苏A12345", "138****8000", 1)


async def test_a_correction_made_meanwhile_stays_and_so_does_a_plate_without_its_province(at_station, case, desk):
    case(plate="A12345")
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        await from_menu(reception, "correct what was registered")
        await reception.dialog("AmendForm")
        amending.amend(desk, 1, nature=Nature.DISPUTE, kind=CaseKind.PRICE, customer="陈女士", phone="13900001111")
        reception.app.screen.query_one("#wants").value = "退款"
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        found = register.get(desk, 1)
        assert (found.nature, found.kind, found.customer) == (Nature.DISPUTE, CaseKind.PRICE, "陈女士")
        assert (found.phone, found.plate, found.wants) == ("139****1111", "A12345", "退款")


async def test_saving_with_nothing_corrected_changes_nothing(at_station, case, desk):
    case(plate="A12345")
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        await from_menu(reception, "correct what was registered")
        await reception.dialog("AmendForm")
        await reception.press("f10")
        await reception.reads("Nothing of complaint No. 1 would change.")


async def test_a_corrected_number_is_masked_again(at_station, case, desk):
    case()
    async with at_station("reception") as reception:
        await opened(reception)
        await reception.press("f12")
        await reception.reads("13812348000")
        amending.amend(desk, 1, phone="13900001111")
        await reception.reads("139****1111")
        assert "13812348000" not in reception.text
