"""What goes with a case: the evidence beside it, a penalty proposed from it, its documents on file (C5, C9, Z8)."""

from case_dialogs import IGNORES_KEYS_FOR, from_menu, opened, record

from frontdesk.desk.cases import page
from frontdesk.domain.cases.case import Severity
from frontdesk.domain.values.clock import MINUTE


async def test_the_evidence_beside_a_case(at_station, case, desk, arrive, clock):
    arrive("苏A12345", "苏A22222", "苏A33333", "苏A44444")
    clock.at += 25 * MINUTE
    case(plate="苏A12345")
    async with at_station("manager", size=(120, 40)) as manager:
        await manager.later(0)
        await manager.press("tab", "enter")
        await manager.dialog("CaseDialog")
        await manager.later(IGNORES_KEYS_FOR)
        await manager.until(lambda: "crowding during the visit" in record(manager))
        assert "over-count" in record(manager)
        assert "over-stay" in record(manager)
        assert "in the zone 25:01 · customer waited 25:01 (arrival to hand-over)" in record(manager)


async def test_a_penalty_is_proposed_from_the_case(at_station, case, desk, arrive):
    arrive("苏A12345", "苏A22222", "苏A33333", "苏A44444")
    case(plate="苏A12345")
    async with at_station("manager", size=(120, 40)) as manager:
        await manager.press("tab", "enter")
        await manager.dialog("CaseDialog")
        await manager.later(IGNORES_KEYS_FOR)
        await from_menu(manager, "propose a penalty")
        await manager.dialog("PenaltyDialog")
        await manager.reads("over-count")
        await manager.later(1_000)
        await manager.press("right", "f10")
        await manager.until(lambda: page.page(desk, 1).penalties)
        await manager.press("escape")
        await manager.dialog("CaseDialog")
        await manager.later(IGNORES_KEYS_FOR)
        await manager.until(lambda: "proposed" in record(manager))


async def test_the_documents_of_a_case_are_put_on_file(at_station, case, desk):
    case()
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        for document in ("complaint form for quality", "closing report"):
            await from_menu(reception, f"print: {document}")
            await reception.dialog("CaseDialog")
            await reception.reads("Written:")
            await reception.later(1_000)
        found = sorted((desk.path.parent / "documents").glob("*.html"))
        assert [path.name.split("-")[:2] for path in found] == [["1", "form"], ["1", "report"]]
        assert "等得太久了" in found[0].read_text(encoding="utf-8")
        assert found[0].stat().st_mode & 0o077 == 0


async def test_the_customers_words_come_first_then_the_clock_that_burns(at_station, case):
    case(Severity.MAJOR)
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        text = (await reception.reads("等得太久了", "head informed", "first answer")).split("what the customer said")[1]
        order = [text.index(part) for part in ("等得太久了", "head informed", "first answer", "full answer")]
        assert order == sorted(order)


async def test_closing_stands_in_the_list_with_what_it_waits_for(at_station, case):
    case()
    async with at_station("reception") as reception:
        await opened(reception)
        await reception.press("enter")
        await reception.dialog("ChooseDialog")
        said = "close the case the customer has not confirmed +1"
        await reception.until(lambda: said in " ".join(reception.text.split()))
