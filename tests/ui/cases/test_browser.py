"""The case browser as a person uses it: typing finds, keys and fingers choose, the mark stays on its case."""

import asyncio

import pytest
from rich.cells import cell_len

from frontdesk.desk.cases import register, search
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.search import Filter
from frontdesk.domain.values.clock import HOUR, SECOND
from frontdesk.domain.values.plates import Plate
from frontdesk.words import i18n
from screens.cases import long_list
from screens.cases.row import case_line


@pytest.fixture
def many(staffed):
    """Forty open cases, one for each plate, due in the order they came in."""
    for number in range(40):
        register.register(staffed, NewCase(
            channel=Channel.PHONE, kind=CaseKind.WAITING, severity=Severity.ORDINARY,
            customer=f"客户{number:02d}", phone="13812348000", plate=Plate(f"苏A{10000 + number}"), words="等得太久了",
        ))  # fmt: skip
    return staffed


def marked(person):
    return person.app.screen._window.marked


async def test_ctrl_f_opens_on_what_is_due_first_and_enter_opens_the_case(at_station, many):
    async with at_station("reception") as reception:
        await reception.press("ctrl+f")
        await reception.dialog("CaseBrowser")
        await reception.reads("客户00", "1–", "of 40")
        await reception.press("down", "down", "enter")
        await reception.dialog("CaseDialog")
        await reception.reads("客户02")


@pytest.fixture
def held_back(monkeypatch):
    """Hold back the answer to one text: `asked, let_go = held_back(station, text)`."""

    def hold(person, text):
        asked, let_go, do = asyncio.Event(), asyncio.Event(), person.screen.desk.do

        async def slow(command, *values, **named):
            found = await do(command, *values, **named)
            if command is search.part and values[1] == text:
                asked.set()
                await let_go.wait()
            return found

        monkeypatch.setattr(person.screen.desk, "do", slow)
        return asked, let_go

    return hold


async def test_typing_finds_and_enter_waits_for_the_answer_to_what_was_typed_last(at_station, many, held_back):
    async with at_station("manager") as manager:
        asked, let_go = held_back(manager, "10017")
        await manager.press("ctrl+f")
        await manager.dialog("CaseBrowser")
        await manager.press(*"10016")
        await manager.until(lambda: marked(manager) and marked(manager).customer == "客户16")
        await manager.press("backspace", "7")
        assert manager.app.screen.query_one("#find").value == "10017"
        await manager.until(asked.is_set)
        await manager.press("enter")
        await manager.pilot.pause()
        assert type(manager.app.screen).__name__ == "CaseBrowser"
        let_go.set()
        await manager.dialog("CaseDialog")
        await manager.reads("客户17")
        assert "客户16" not in manager.text


async def test_an_answer_that_comes_late_is_not_shown(at_station, many, held_back):
    async with at_station("manager") as manager:
        asked, let_go = held_back(manager, "苏A1000")
        await manager.press("ctrl+f")
        await manager.dialog("CaseBrowser")
        box = manager.app.screen.query_one("#find")
        box.value = "苏A1000"
        await manager.until(asked.is_set)
        box.value = "苏A10039"
        await manager.pilot.pause()
        let_go.set()
        await manager.until(lambda: marked(manager) is not None)
        assert marked(manager).plate == "苏A10039"
        assert manager.app.screen._window.part.total == 1


async def test_nothing_found_says_so(at_station, many):
    async with at_station("reception", size=(120, 40)) as reception:
        await reception.press("ctrl+f")
        await reception.dialog("CaseBrowser")
        await reception.press("f10", *"zzz")
        await reception.reads("no such case")
        await reception.press("enter", "escape")
        await reception.closed()


async def test_what_is_not_among_the_open_cases_may_be_among_all(at_station, many):
    async with at_station("reception") as reception:
        await reception.press("ctrl+r")
        await reception.dialog("CaseBrowser")
        await reception.reads("no such case")
        await reception.press(*"10016")
        await reception.reads("none among these · F10 looks through all")
        assert "no such case" not in reception.text
        await reception.press("f10")
        await reception.reads("客户16")
        await reception.press("9")
        await reception.reads("no such case")
        assert "F10 looks" not in reception.text
        await reception.press("f2")
        await reception.reads("none among these")
        await reception.press("f9", *["backspace"] * 6, "space")
        await reception.reads("no such case")


async def test_home_end_and_pages_go_through_all_of_them(at_station, many):
    async with at_station("reception") as reception:
        await reception.press("ctrl+f")
        await reception.dialog("CaseBrowser")
        await reception.press("end")
        await reception.until(lambda: marked(reception) and marked(reception).customer == "客户39")
        await reception.press("home")
        await reception.until(lambda: marked(reception).customer == "客户00")
        seen = set()
        for _ in range(40):
            seen.add(marked(reception).customer)
            await reception.press("down")
        assert len(seen) == 40
        await reception.press("pageup", "pageup", "pageup")
        await reception.until(lambda: marked(reception).customer == "客户00")


async def test_a_touch_on_a_row_and_on_a_filter(at_station, many):
    async with at_station("reception") as reception:
        await reception.press("ctrl+f")
        await reception.dialog("CaseBrowser")
        await reception.touch("F9 closed")
        await reception.reads("no such case")
        await reception.touch("F2 open")
        await reception.reads("客户03")
        await reception.touch("客户03")
        await reception.dialog("CaseDialog")
        await reception.reads("客户03")


async def test_every_filter_has_its_key_and_tab_goes_round(at_station, many):
    async with at_station("manager") as manager:
        await manager.press("ctrl+f")
        await manager.dialog("CaseBrowser")
        for number, which in enumerate(Filter, 2):
            await manager.press(f"f{number}")
            assert manager.app.screen._which is which
        await manager.press("tab")
        assert manager.app.screen._which is Filter.OPEN
        await manager.press("shift+tab")
        last: Filter = manager.app.screen._which
        assert last is [*Filter][-1]


async def test_ctrl_r_opens_it_on_the_closed_cases(at_station, many):
    async with at_station("manager") as manager:
        await manager.press("ctrl+r")
        await manager.dialog("CaseBrowser")
        await manager.reads("●closed", "no such case")


async def test_the_mark_stays_on_its_case_when_others_change(at_station, many):
    async with at_station("manager") as manager:
        await manager.press("ctrl+f")
        await manager.dialog("CaseBrowser")
        await manager.press(*["down"] * 5)
        await manager.until(lambda: marked(manager) and marked(manager).customer == "客户05")
        register.register(many, NewCase(
            channel=Channel.PHONE, kind=CaseKind.WAITING, severity=Severity.MAJOR, customer="先来的", phone="",
            plate=Plate("苏B99999"), words="刹车失灵",
        ))  # fmt: skip
        await manager.reads("苏B·99999", "of 41")
        assert marked(manager).customer == "客户05"
        assert manager.app.screen._window.index == 6


async def test_it_counts_down_without_asking_the_store(at_station, many):
    async with at_station("manager") as manager:
        await manager.press("ctrl+f")
        await manager.dialog("CaseBrowser")
        await manager.reads("first answer in 8 h")
        await manager.later(HOUR)
        await manager.reads("first answer in 7 h")


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_it_fits_the_screen(at_station, many, language, size):
    i18n.use(language)
    async with at_station("manager", size=size) as manager:
        await manager.press("ctrl+f")
        await manager.dialog("CaseBrowser")
        await manager.reads("苏A·10000")
        screen = manager.app.screen
        listed = screen.query_one("#cases").region
        assert listed.height >= 12
        box = screen.query_one("#find")
        assert cell_len(str(box.placeholder)) < box.size.width
        assert max(part.region.bottom for part in screen.query("*")) <= size[1]
        assert max(part.region.right for part in screen.query("*")) <= size[0]
        assert {cell_len(line) for line in manager.lines} == {size[0]}


async def test_what_is_sought_in_the_words_is_underlined_in_its_row(at_station, many):
    async with at_station("reception") as reception:
        await reception.press("ctrl+f")
        await reception.dialog("CaseBrowser")
        await reception.press(*"太久了")
        await reception.reads("等得太久了")
        segments = [segment for strip in reception.strips for segment in strip if "太久了" in segment.text]
        assert any(segment.style and segment.style.underline for segment in segments)


async def test_a_letter_lays_nothing_out_anew_and_a_long_text_is_seen_to_its_end(at_station, many, monkeypatch):
    async with at_station("reception", size=(80, 24)) as reception:
        await reception.press("ctrl+f")
        await reception.dialog("CaseBrowser")
        await reception.reads("客户03")
        laid_out, lay_out = [], reception.app.screen._refresh_layout

        def note(**how):
            laid_out.append(how)
            lay_out(**how)

        monkeypatch.setattr(reception.app.screen, "_refresh_layout", note)
        await reception.press(*"1001")
        await reception.reads("苏A·10010", "of 10")
        assert laid_out == []
        for letter in "2 bis zum letzten Wort, das niemand sucht":
            await reception.press(letter)
        await reception.reads("das niemand sucht")


async def test_a_second_later_no_row_is_built_that_reads_the_same(at_station, many, monkeypatch):
    async with at_station("manager") as manager:
        await manager.press("ctrl+f")
        await manager.dialog("CaseBrowser")
        await manager.later(SECOND)
        await manager.reads("first answer in 7 h")
        built = []

        def note(case, *at, **how):
            built.append(case)
            return case_line(case, *at, **how)

        monkeypatch.setattr(long_list, "case_line", note)
        await manager.later(SECOND)
        assert built == []
        await manager.press("down")
        assert [case.customer for case in built] == ["客户00", "客户01"]
        await manager.later(HOUR)
        await manager.reads("first answer in 6 h")
        assert len(built) > 2
