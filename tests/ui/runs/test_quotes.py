"""A quotation at a station, from a complaint: line by line, given, printed (Q8)."""

from frontdesk.desk import quotes
from frontdesk.domain.quotes import About


async def test_from_a_complaint(at_station, staffed, case, store):
    case()
    async with at_station("manager") as manager:
        await manager.press("tab")
        await manager.press("enter")
        await manager.dialog("CaseDialog")
        await manager.press("enter")
        await manager.dialog("ChooseDialog")
        await manager.touch("quotations")
        await manager.dialog("QuotesDialog")
        await manager.later(700)
        await manager.paste("换[b]离合总泵")
        await manager.press("enter")
        await manager.paste("离合总泵")
        await manager.press("enter")
        await manager.reads("is no line of a quotation")
        await manager.paste("300-500")
        await manager.press("enter")
        await manager.reads("sum: 300–500 yuan")
        await manager.press("f8")
        await manager.reads("This one is not given yet: F10 gives it")
        await manager.press("escape")
        await manager.reads("Esc once more drops it")
        await manager.press("f10")
        await manager.until(lambda: manager.app.focused.id == "until")
        await manager.paste("2 weeks")
        await manager.press("f10")
        await manager.reads("quotation given No. 1", "holds", "换[b]离合总泵")
        await manager.later(700)
        await manager.press("f8")
        await manager.until(lambda: list((store.parent / "documents").glob("*quote*.html")))
    (quote,) = quotes.of(staffed, About(case=1))
    assert (quote.who, quote.most) == ("王五", 500)
