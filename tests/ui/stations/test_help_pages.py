"""F1 opens the keys of a station, and its page of the handbook beside them."""

from itertools import pairwise

import pytest

from frontdesk.words import i18n
from frontdesk.words.handbook import pages
from screens.kit.handbook_page import HandbookPage, PageText


@pytest.mark.parametrize("speaks", ["zh", "en"])
@pytest.mark.parametrize("station", ["guard", "reception", "manager", "workshop", "lounge"])
async def test_tab_goes_to_the_page_and_back(at_station, station, speaks):
    i18n.use(speaks)
    async with at_station(station) as person:
        await person.press("f1")
        await person.until(lambda: "Ctrl+Q" in person.text or "F2" in person.text)
        keys = person.text
        await person.press("tab")
        page = pages.page(station)
        beginning = page.text.split("\n")[2].replace("`", "")[:20]
        await person.until(lambda: beginning in person.text)
        await person.press("tab")
        await person.until(lambda: person.text == keys or beginning not in person.text)
        await person.press("escape")
        await person.until(lambda: not person.app.screen.is_modal)


async def test_it_scrolls_and_finds(at_station):
    i18n.use("zh")
    async with at_station("reception", size=(80, 24)) as person:
        await person.press("f1")
        await person.until(lambda: person.app.screen.query("#help"))
        await person.press("tab")
        await person.until(lambda: "屏幕从上到下" in person.text)
        await person.press("pagedown", "pagedown")
        await person.until(lambda: "屏幕从上到下" not in person.text)
        await person.press(*"曾小明")
        await person.until(lambda: "1/1" in person.text)
        assert "曾小明" in person.text
        await person.press("backspace", *"无")
        await person.until(lambda: "本页没有" in person.text)


async def test_enter_goes_to_the_next_place_and_round(at_station):
    i18n.use("en")
    async with at_station("manager") as person:
        await person.press("f1")
        await person.until(lambda: person.app.screen.query("#help"))
        await person.press("tab", *"director")
        count = person.app.screen.query_one(PageText).mark("director")
        await person.until(lambda: f"1/{len(count)}" in person.text)
        for at in [*range(2, len(count) + 1), 1]:
            await person.press("enter")
            await person.until(lambda at=at: f"{at}/{len(count)}" in person.text)


async def test_what_runs_over_the_end_of_a_line_is_found(at_station):
    i18n.use("zh")
    async with at_station("guard", size=(80, 24)) as person:
        await person.press("f1")
        await person.until(lambda: person.app.screen.query("#help"))
        await person.press("tab")
        await person.until(lambda: person.app.screen.query(PageText))
        text = person.app.screen.query_one(PageText)
        await person.until(lambda: text.size.width)
        rows = ["".join(segment.text for segment in row).strip() for row in text.rows(text.size.width)]
        first, second = next((a, b) for a, b in pairwise(rows) if len(a) > 30 and b)
        assert text.mark(first[-3:] + second[:3]) == [rows.index(first)]


async def test_over_a_case_it_is_the_page_of_cases(at_station, arrive):
    i18n.use("en")
    async with at_station("reception") as person:
        await person.press("ctrl+n")
        await person.dialog("NewCaseForm")
        await person.press("f1")
        await person.dialog("HandbookDialog")
        assert person.app.screen.query_one(HandbookPage).page.topic == "cases"
        await person.press("escape")
        await person.dialog("NewCaseForm")
