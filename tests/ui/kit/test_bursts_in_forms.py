"""Keys that come all at once (a stalled connection, a fast typist) act in a form in the order they were typed."""

from functools import partial

import pytest
from case_dialogs import IGNORES_KEYS_FOR, from_menu, opened
from crowded import complain, crowd, penalty
from textual import events

from data.cases import drafts as kept_drafts
from frontdesk.desk import penalties
from frontdesk.desk.cases import page as case_page
from frontdesk.desk.cases import register, templates
from frontdesk.desk.people import staff
from frontdesk.domain.cases.case import CaseKind, Nature
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.penalties.terms import PenaltyState
from frontdesk.domain.people.roles import Role
from frontdesk.domain.people.staff import Actor, Post
from screens.penalties.propose import PenaltyDialog
from screens.people.duty import DutyDialog

TO_THE_CUSTOMER = ("tab",) * 5
"""In the form for a new case: over the four choices."""


def filled_in(case):
    return case.words, case.customer, case.phone, case.plate, case.wants


async def registered(person, desk, number=1):
    await person.closed()
    await person.until(lambda: desk.connection.execute("select count(*) from complaints").fetchone()[0] == number)
    return register.get(desk, number)


REGISTERED = ("漏油", "曾小明", "138****5678", "苏A12345", "退款")
TYPED = ("漏油", *TO_THE_CUSTOMER, "曾小明", "tab", "13812345678", "tab", "苏A12345", "tab", "退款")


async def test_a_whole_case_is_registered_and_the_phone_number_is_masked(at_station, desk):
    async with at_station("reception") as reception:
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        reception.burst(*TYPED, "f10")
        assert filled_in(await registered(reception, desk)) == REGISTERED
        assert "13812345678" not in "".join(map(str, desk.connection.execute("select * from complaints").fetchall()))


async def test_a_case_goes_into_the_form_that_the_same_burst_opens(at_station, desk):
    async with at_station("reception") as reception:
        reception.burst("ctrl+n", *TYPED, "f10", "a12345")
        assert filled_in(await registered(reception, desk)) == REGISTERED
        await reception.until(lambda: reception.entry == "a12345")


async def test_shift_tab_goes_back_and_corrections_stay_where_they_were_made(at_station, desk):
    async with at_station("reception") as reception:
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        back = ("shift+tab",) * 5
        reception.burst("漏油了", "backspace", *TO_THE_CUSTOMER, "小明", "left", "left", "曾", *back, "！", "f10")
        assert filled_in(await registered(reception, desk))[:2] == ("漏油！", "曾小明")


async def test_each_choice_is_the_one_that_had_the_focus(at_station, desk):
    async with at_station("reception") as reception:
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        reception.burst("漏油", "tab", "right", "tab", "right", "right", "tab", "f10")
        found = await registered(reception, desk)
        assert (found.nature, found.kind) == (list(Nature)[1], list(CaseKind)[2])


async def test_escape_keeps_all_that_was_typed_before_it(at_station, staffed, desk):
    async with at_station("reception") as reception:
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        reception.burst("漏油", *TO_THE_CUSTOMER, "曾小明", "tab", "13812345678", "escape", "b2")
        await reception.closed()
        await reception.until(lambda: reception.entry == "b2")
        found = kept_drafts.find(desk.connection, Actor("reception", "李四"))
        assert found
        kept, phone = found
        assert isinstance(kept, dict)
        assert (kept["words"], kept["customer"], phone) == ("漏油", "曾小明", "13812345678")


async def test_what_is_pasted_and_what_is_touched_wait_their_turn(at_station, desk):
    async with at_station("reception") as reception:
        await reception.press("ctrl+n")
        await reception.dialog("NewCaseForm")
        reception.burst("漏油", *TO_THE_CUSTOMER)
        reception.app.post_message(events.Paste("曾小明"))
        reception.burst("tab", "13812345678")
        box = reception.app.screen.query_one("#words").region
        for kind in (events.MouseDown, events.MouseUp):
            reception.app.post_message(kind(None, box.x, box.y, 0, 0, 1, False, False, False, box.x, box.y))
        reception.burst("机", "f10")
        found = await registered(reception, desk)
        assert (found.words, found.customer, found.phone) == ("机漏油", "曾小明", "138****5678")


async def test_a_step_with_several_boxes(at_station, case, desk):
    case()
    async with at_station("reception") as reception:
        await opened(reception)
        reception.app.call_later(partial(reception.app.screen.action_take, CaseStep.PROMISE))
        await reception.dialog("StepForm")
        await reception.later(IGNORES_KEYS_FOR)
        reception.burst("16:30", "tab", "给回电", "shift+tab", "16:35", "f10")
        await reception.dialog("CaseDialog")
        assert "给回电" in case_page.page(desk, 1).notes[-1].words
        await reception.reads("16:35")


async def test_a_correction(at_station, case, desk):
    case()
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        await from_menu(reception, "correct what was registered")
        await reception.dialog("AmendForm")
        await reception.later(IGNORES_KEYS_FOR)
        reception.burst("tab", "13912345678", "tab", "a12345", "tab", "退款", "f10")
        await reception.dialog("CaseDialog")
        assert filled_in(register.get(desk, 1))[2:] == ("139****5678", "苏A12345", "退款")


@pytest.mark.parametrize("onward", ["tab", "enter"])
async def test_handing_over(at_station, staffed, onward):
    async with at_station("manager") as manager:
        app, screen = manager.app, manager.screen
        app.call_later(lambda: app.push_screen(DutyDialog(screen)))
        await manager.dialog("DutyDialog")
        await manager.later(IGNORES_KEYS_FOR)
        manager.app.screen.query_one("#until").focus()
        await manager.pilot.pause()
        manager.burst("18:00", onward, "tab", "09:00", "shift+tab", "shift+tab", "18:05", "f10")
        await manager.reads("18:05")
        shift = await manager.until(
            lambda: next((s for s in app.snapshot.roster.shifts if s.role is Role.MANAGER), None)
        )
        assert (shift.ends_at // 60_000 % 60, shift.starts_at // 60_000 % 60) == (5, 0)


@pytest.mark.parametrize("saves", ["f10", "enter"])
async def test_a_person_is_put_on_the_staff_list(at_station, desk, saves):
    async with at_station("guard") as guard:
        await guard.press("ctrl+o")
        await guard.dialog("OperatorDialog")
        await guard.later(700)
        guard.burst("f2", "赵六", "tab", "tab", "13600136000", saves)
        await guard.closed()
        assert ("赵六", "13600136000") in {(person.name, person.phone) for person in desk.snapshot().staff}


@pytest.fixture
def crowded(staffed):
    """Four cars in the zone, and a complaint about the first of them, No. 1."""
    crowd(staffed, {"李建国": Post.DIRECTOR})
    staffed.actor = Actor("manager", "王五")
    complain(staffed)
    return staffed


async def test_a_penalty_is_proposed(at_station, crowded):
    async with at_station("manager", who="王五") as manager:
        app, screen, page = manager.app, manager.screen, case_page.page(crowded, 1)
        app.call_later(lambda: app.push_screen(PenaltyDialog(page, screen)))
        await manager.dialog("PenaltyDialog")
        await manager.later(IGNORES_KEYS_FOR)
        await manager.until(lambda: len(manager.app.screen.query_one("#person")._words) > 1)
        manager.burst("right", "tab", "没有报告", "f10")
        await manager.reads("✓ Penalty No. 1")
        found = penalty(crowded, 1)
        assert found.person == crowded.snapshot().staff[0].name
        assert found.entries[0].words == "没有报告"


async def test_an_appeal_with_its_words(at_station, crowded):
    penalties.propose(crowded, 1, "张三", words="没有及时报告")
    staff.add(crowded, "赵敏", Post.DIRECTOR)
    async with at_station("manager", who="李建国") as manager:
        await manager.press("ctrl+b")
        await manager.dialog("LedgerDialog")
        await manager.until(lambda: manager.app.screen.query_one("#ledger").penalty)
        await manager.later(IGNORES_KEYS_FOR)
        manager.burst("f2", "tab", "当时在修车", "f3")
        await manager.until(lambda: penalty(crowded, 1).state is PenaltyState.APPEALED)
        assert penalty(crowded, 1).entries[-1].words == "当时在修车"


async def test_a_template_stands_before_what_is_typed_behind_it(at_station, case, staffed, slow_store):
    templates.put(staffed, "道歉", "给您添麻烦了。")
    case()
    async with at_station("reception") as reception:
        await reception.press("ctrl+f", "enter")
        await reception.dialog("CaseDialog")
        await reception.later(1_000)
        await reception.press("f3")
        await reception.dialog("StepForm")
        await reception.later(1_000)
        reception.burst("f4", "enter", "马上处理", "f10")
        await reception.until(lambda: len(case_page.page(staffed, 1).notes) == 1)
        words = case_page.page(staffed, 1).notes[0].words
        assert words.endswith("马上处理")
        assert len(words) > len("马上处理")


async def test_a_step_is_filled_in_and_saved_by_one_burst(at_station, case, staffed):
    case()
    async with at_station("reception") as reception:
        reception.burst("tab", "enter", "f3", "马上处理", "f10", "escape", "a1")
        await reception.until(lambda: len(case_page.page(staffed, 1).notes) == 1)
        assert case_page.page(staffed, 1).notes[0].words == "马上处理"
        await reception.closed()
