"""The guard at the kiosk: cars come and go with a few keys."""

import pytest

from frontdesk.desk import zone
from frontdesk.domain.values.plates import PROVINCES, Plate
from screens.zone.province import KEYS as PROVINCE_KEYS

MINUTE = 60_000


async def test_a_known_car_arrives_in_three_keystrokes(at_station, arrive, staffed):
    arrive("苏A12345")
    zone.leave(staffed, Plate("苏A12345"))
    async with at_station("guard") as guard:
        await guard.press("3", "4", "f2")
        await guard.cars("苏A12345")
        await guard.reads("苏A·12345 arrived → bay 1", "F9 undo 2:00")
        assert guard.entry == ""


async def test_a_plate_typed_without_province_gets_the_stores_own(at_station):
    async with at_station("guard") as guard:
        await guard.press(*"b12345", "f2")
        await guard.cars("苏B12345")


async def test_what_is_typed_and_the_key_sent_together_act_on_the_complete_plate(at_station, arrive, staffed):
    arrive("苏A12345", "苏A12399")
    zone.leave(staffed, Plate("苏A12345"))
    zone.leave(staffed, Plate("苏A12399"))
    async with at_station("guard") as guard:
        await guard.press("1", "2", "3", "4", "5", "f2")
        await guard.cars("苏A12345")
        await guard.press("1", "2", "3", "9", "9", "f2", "1", "2", "3", "4", "5", "f4")
        await guard.says_why()
        await guard.cars("苏A12399")


async def test_an_unusual_plate_is_asked_about_then_kept(at_station):
    async with at_station("guard") as guard:
        await guard.press(*"xyz", "f2")
        await guard.reads("XYZ is too short", "press Enter")
        assert not guard.app.snapshot.floor.cars
        await guard.later(700)
        await guard.press("enter")
        await guard.cars("XYZ")


async def test_the_question_about_an_unusual_plate_is_asked_anew_for_another_one(at_station):
    async with at_station("guard") as guard:
        await guard.press(*"xyz", "f2")
        await guard.reads("XYZ is too short")
        await guard.press("right", "q", "f2")
        await guard.reads("XYZQ is too short")
        assert not guard.app.snapshot.floor.cars


async def test_a_plate_that_is_here_already_is_said_with_place_and_time(at_station, arrive, clock):
    arrive("苏A12345")
    clock.at += 5 * MINUTE
    async with at_station("guard") as guard:
        await guard.press(*"A12345", "f2")
        await guard.reads("苏A·12345 is already here: bay 1 since 10:00:00")
        assert guard.entry.upper() == "A12345"


async def test_a_car_that_is_not_here_cannot_leave_and_the_entry_stays(at_station):
    async with at_station("guard") as guard:
        await guard.press(*"a99999", "f4")
        await guard.reads("苏A·99999 is not at the store")
        assert guard.entry == "a99999"


async def test_nothing_typed_and_nothing_marked_asks_which_car(at_station, arrive):
    arrive("苏A12345")
    async with at_station("guard") as guard:
        await guard.press("f4")
        await guard.reads("Which car?")
        await guard.cars("苏A12345")


@pytest.mark.parametrize(("key", "province"), [("1", "京"), ("0", "苏"), ("i", "湘")])
async def test_a_province_by_one_key(at_station, key, province):
    assert PROVINCE_KEYS.index(key) == PROVINCES.index(province)
    async with at_station("guard") as guard:
        await guard.press(*"a54321", "ctrl+e")
        await guard.dialog("ProvinceDialog")
        await guard.reads(province)
        await guard.press(key)
        await guard.closed()
        await guard.until(lambda: guard.entry == f"{province}A54321")
        await guard.press("f2")
        await guard.cars(f"{province}A54321")


async def test_a_province_first_and_the_rest_after_it(at_station):
    async with at_station("guard") as guard:
        await guard.press("ctrl+e")
        await guard.dialog("ProvinceDialog")
        await guard.touch("沪")
        await guard.closed()
        await guard.press(*"c24680", "f2")
        await guard.cars("沪C24680")


async def test_choosing_among_the_cars_that_fit(at_station, arrive):
    arrive("苏A12311", "苏A12322", "苏A12333")
    async with at_station("guard") as guard:
        await guard.press("1", "2", "3")
        await guard.until(lambda: guard.show("Candidates").count("苏A·123") == 3)
        first = guard.show("Candidates").index("苏A·12322")
        order = sorted(["苏A12311", "苏A12322", "苏A12333"], key=lambda p: guard.show("Candidates").index(p[2:]))
        assert first >= 0
        await guard.press("down", "down", "down", "f4")
        await guard.says_why()
        await guard.cars(*order[:2])


async def test_a_car_chosen_on_the_board_with_the_arrow_keys(at_station, arrive):
    arrive("苏A12311", "苏A12322")
    async with at_station("guard") as guard:
        await guard.press("down", "down", "f4")
        await guard.says_why()
        await guard.cars("苏A12311")


async def test_a_car_touched_in_its_bay_then_a_key_touched(at_station, arrive):
    arrive("苏A12311", "苏A12322", "苏A12333")
    async with at_station("guard") as guard:
        await guard.touch("苏A·12322", row=1)
        await guard.until(lambda: guard.screen.query_one("Board").chosen == "苏A12322")
        await guard.touch("leave", row=1)
        await guard.says_why()
        await guard.cars("苏A12311", "苏A12333")


async def test_a_touch_on_a_car_in_the_lane(at_station, arrive):
    arrive("苏A12311", "苏A12322", "苏A12333", "苏A12344")
    async with at_station("guard") as guard:
        await guard.until(lambda: "苏A·12344" in guard.show("Board"))
        row = guard.screen.query_one("Board").region
        y = next(i for i, line in enumerate(guard.lines) if "苏A·12344" in line and row.y <= i < row.bottom)
        await guard.pilot.click(offset=(32, y))
        await guard.until(lambda: guard.screen.query_one("Board").chosen == "苏A12344")
        await guard.press("f5")
        await guard.cars("苏A12311", "苏A12322", "苏A12333")


async def test_a_touch_on_an_empty_bay_does_nothing(at_station, arrive):
    arrive("苏A12311")
    async with at_station("guard") as guard:
        await guard.press("7")
        await guard.touch("bay 3", row=2)
        assert guard.screen.query_one("Board").chosen == ""
        assert guard.entry == "7"


async def test_moving_a_car_shows_where_it_may_go_and_why_not(at_station, arrive):
    arrive("苏A12311", "苏A12322")
    async with at_station("guard") as guard:
        await guard.press(*"2311", "f3")
        await guard.dialog("MoveDialog")
        text = await guard.reads("Move 苏A·12311 to …", "stands here", "taken", "needs a work order")
        assert "temporary parking" in text
        await guard.press("1")
        await guard.reads("already stands there: bay 1")
        await guard.touch("temporary parking")
        await guard.picture(lambda snapshot: snapshot.floor.car("苏A12311").place.key == "temporary")


async def test_esc_leaves_the_car_where_it_is(at_station, arrive):
    arrive("苏A12311")
    async with at_station("guard") as guard:
        await guard.press(*"2311", "f3")
        await guard.dialog("MoveDialog")
        await guard.press("escape")
        await guard.closed()
        assert guard.entry == "2311"
        assert guard.app.snapshot.floor.car("苏A12311").place.key == "bay1"


async def test_undo_gives_back_state_and_timers(at_station, arrive, clock):
    arrive("苏A12345")
    clock.at += 12 * MINUTE
    async with at_station("guard") as guard:
        await guard.reads("12:00", "─ normal ─")
        await guard.press(*"2345", "f4")
        await guard.says_why()
        await guard.cars()
        await guard.later(60_000)
        await guard.reads("F9 undo 1:00")
        await guard.press("f9")
        snapshot = await guard.cars("苏A12345")
        assert snapshot.floor.car("苏A12345").place.key == "bay1"
        await guard.reads("13:00", "─ normal ─", "undone: left")
        await guard.later(700)
        await guard.press("f9")
        await guard.reads("Nothing to undo")


async def test_after_two_minutes_nothing_can_be_undone(at_station):
    async with at_station("guard") as guard:
        await guard.press(*"b12345", "f2")
        await guard.cars("苏B12345")
        await guard.later(120_001)
        assert "F9 undo" not in guard.show("Feedback")
        await guard.press("f9")
        await guard.reads("Nothing to undo")
        await guard.cars("苏B12345")


async def test_a_car_not_for_maintenance_or_repair_is_turned_away_and_on_record(at_station, desk):
    """It never stands in the zone (Z3)."""
    async with at_station("guard") as guard:
        await guard.press(*"b12345", "f5")
        await guard.reads("苏B·12345 turned away")
        assert not guard.app.snapshot.floor.cars
        assert desk.snapshot().recent[0].kind == "turn_away"


async def test_esc_empties_the_entry_box(at_station):
    async with at_station("guard") as guard:
        await guard.press(*"b12345", "escape")
        assert guard.entry == ""


async def test_full_width_letters_of_an_input_method_are_a_plate(at_station):
    async with at_station("guard") as guard:
        guard.screen.query_one("#plate").value = "苏ａ·１２３４５"
        await guard.press("f2")
        await guard.cars("苏A12345")


async def test_nobody_signed_in_is_asked_who_before_anything_is_recorded(at_station, desk):
    async with at_station("guard", who="") as guard:
        await guard.dialog("OperatorDialog")
        await guard.press("escape")
        await guard.closed()
        await guard.press(*"b12345", "f2")
        await guard.dialog("OperatorDialog")
        await guard.later(700)
        assert not desk.snapshot().floor.cars
        await guard.reads("张三", "guard 13700137000")
        await guard.press("1")
        await guard.closed()
        await guard.until(lambda: "张三" in guard.lines[0])
        assert guard.entry == "b12345"
        await guard.press("f2")
        await guard.cars("苏B12345")
        assert desk.snapshot().recent[0].who == "张三"


async def test_an_operator_who_is_not_on_the_list_is_added_to_it(at_station, desk):
    async with at_station("guard") as guard:
        await guard.press("ctrl+o")
        await guard.dialog("OperatorDialog")
        await guard.later(700)
        await guard.press("f2")
        await guard.dialog("PersonDialog")
        await guard.press("f10")
        await guard.reads("A person needs a name")
        guard.app.screen.query_one("#name").value = "赵六"
        guard.app.screen.query_one("#phone").value = "12"
        await guard.press("f10")
        await guard.reads("“12” is not a phone number")
        assert guard.app.screen.query_one("#name").value == "赵六"
        guard.app.screen.query_one("#phone").value = "136 0013 6000"
        await guard.press("f10")
        await guard.closed()
        await guard.until(lambda: "赵六" in guard.lines[0])
        assert ("赵六", "guard", "13600136000") in {(p.name, p.post, p.phone) for p in desk.snapshot().staff}


async def test_a_province_is_chosen_with_the_arrows_where_letters_go_to_an_input_method(at_station):
    async with at_station("guard") as guard:
        await guard.press(*"a12345", "ctrl+e")
        await guard.dialog("ProvinceDialog")
        await guard.press("right", "right", "enter")
        await guard.until(lambda: guard.entry == "沪A12345")


async def test_a_clock_that_is_set_back_keeps_no_key_waiting(at_station, arrive, clock):
    arrive("苏A12311", "苏A12322", "苏A12333", "苏A12344")
    ran = [clock.at]
    clock.monotonic = lambda: ran[0]
    async with at_station("guard") as guard:
        await guard.until(guard.prompts)
        ran[0] += 700
        await guard.later(-600_000)
        await guard.press("f8")
        await guard.until(lambda: not guard.prompts())
        ran[0] += 700
        await guard.later(-600_000)
        await guard.press(*"2311", "f4")
        await guard.dialog("LeaveDialog")
        ran[0] += 700
        await guard.press("4")
        await guard.cars("苏A12322", "苏A12333", "苏A12344")
