"""Keys that come all at once act at a station in the order they were typed, also through a dialog they open."""

import pytest
from textual import events

from frontdesk.desk import zone
from frontdesk.desk.cases import register
from frontdesk.domain.cases.case import Severity
from frontdesk.domain.values.plates import Plate


async def test_two_cars_arrive(at_station):
    async with at_station("guard") as guard:
        guard.burst("a12345", "f2", "b23456", "f2", "c3")
        await guard.cars("苏A12345", "苏B23456")
        await guard.until(lambda: guard.entry == "c3")


async def test_corrections_are_made_where_the_cursor_was(at_station):
    async with at_station("guard") as guard:
        guard.burst("a12346", "backspace", "5", "left", "left", "left", "left", "left", "left", "苏", "f2")
        await guard.cars("苏A12345")


async def test_a_car_is_moved_and_the_next_one_is_typed(at_station, arrive):
    arrive("苏A12345")
    async with at_station("guard") as guard:
        await guard.cars("苏A12345")
        before = guard.app.snapshot.floor.car("苏A12345").place
        guard.burst("a12345", "f3", "2", "b2")
        await guard.picture(lambda snapshot: snapshot.floor.car("苏A12345").place != before)
        await guard.until(lambda: guard.entry == "b2")


async def test_a_province_goes_to_the_front_of_what_is_typed(at_station):
    async with at_station("guard") as guard:
        guard.burst("a1234", "ctrl+e", "沪", "5", "f2")
        await guard.cars("沪A12345")


async def test_an_action_is_found_by_its_name(at_station):
    async with at_station("guard") as guard:
        guard.burst("a12345", "ctrl+p", "arrive", "enter", "b2")
        await guard.cars("苏A12345")
        await guard.until(lambda: guard.entry == "b2")


async def test_tab_in_the_find_box_stays_the_next_filter(at_station, case):
    case()
    async with at_station("reception") as reception:
        reception.burst("ctrl+f", "陈", "tab", "先", "shift+tab", "生")
        await reception.dialog("CaseBrowser")
        await reception.until(lambda: reception.app.screen.query_one("#find").value == "陈先生")
        assert reception.app.focused.id == "find"
        assert reception.app.screen._which.value == "open"
        reception.burst("enter")
        await reception.dialog("CaseDialog")


@pytest.mark.parametrize("opens", ["ctrl+f", "ctrl+y", "ctrl+l", "ctrl+d", "ctrl+n", "ctrl+o", "ctrl+p", "ctrl+e"])
async def test_a_dialog_that_is_opened_and_closed_leaves_the_next_keys_to_the_station(at_station, opens):
    async with at_station("reception") as reception:
        reception.burst("a1", opens, "escape", "23")
        await reception.until(lambda: reception.entry == "a123")
        await reception.closed()


async def test_keys_behind_the_end_of_the_station_do_nothing(at_station, desk):
    async with at_station("guard") as guard:
        guard.burst("a12345", "ctrl+q", "b2", "f2")
        await guard.until(lambda: not guard.app.is_running)
        assert guard.app._exception is None
    assert desk.snapshot().floor.cars == ()


async def test_the_case_that_enter_finds_is_up_before_the_next_key(at_station, case, slow_store):
    case()
    async with at_station("reception") as reception:
        reception.burst("ctrl+f", "陈", "enter", "f3")
        await reception.dialog("StepForm")


@pytest.mark.parametrize("keys", [("陈", "enter", "escape"), ("陈", "escape")])
async def test_enter_and_esc_in_the_browser_close_nothing_else(at_station, case, slow_store, keys):
    case()
    async with at_station("reception") as reception:
        reception.burst("ctrl+f", *keys, "a1")
        await reception.until(lambda: reception.entry == "a1")
        assert reception.screen in reception.app.screen_stack
        assert reception.app._exception is None


async def test_a_finger_is_meant_for_what_was_seen(at_station, arrive):
    arrive("苏A12345")
    async with at_station("guard", size=(120, 40)) as guard:
        await guard.cars("苏A12345")
        await guard.press(*"a12345")
        hints = guard.screen.query_one("KeyHints").region
        await guard.press("f1")
        await guard.dialog("HelpDialog")
        guard.burst("escape")
        for place in range(hints.x + 2, hints.right, 4):
            for touch in (events.MouseDown, events.MouseUp):
                guard.app.post_message(touch(None, place, hints.y + 1, 0, 0, 1, False, False, False))
        guard.burst("7")
        await guard.until(lambda: guard.entry == "a123457")
        assert guard.app.snapshot.recent[0].kind == "arrive"
        assert [car.plate for car in guard.app.snapshot.floor.cars] == ["苏A12345"]


@pytest.mark.parametrize(("later", "handed_over"), [(0, False), (699, False), (700, True)])
async def test_the_key_that_saved_a_case_hands_no_car_over(at_station, arrive, staffed, later, handed_over):
    arrive("苏A12345")
    zone.receive(staffed, Plate("苏A12345"))
    zone.make_work_order(staffed, Plate("苏A12345"))
    async with at_station("reception") as reception:
        await reception.press(*"a12345", "ctrl+n")
        await reception.dialog("NewCaseForm")
        reception.burst("漏油", "f10")
        await reception.closed()
        await reception.later(later)
        reception.burst("f10", "6")
        await reception.until(lambda: reception.entry in {"a123456", "6"})
        assert (staffed.snapshot().floor.find("苏A12345").place.kind.value == "workshop") is handed_over


async def test_a_key_that_is_held_down_opens_one_form_and_saves_nothing(at_station, case, desk):
    case(Severity.MAJOR)
    registered = register.get(desk, 1)
    async with at_station("reception") as reception:
        await reception.press("tab", "enter")
        await reception.dialog("CaseDialog")
        reception.burst(*["f10"] * 20)
        await reception.dialog("StepForm")
        await reception.pilot.pause()
        assert register.get(desk, 1) == registered
