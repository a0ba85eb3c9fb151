"""The entry box: a time behind the plate, and what is typed while a prompt is answered."""

import pytest

from frontdesk.domain.values.typed_times import split_time

MINUTE = 60_000


@pytest.mark.parametrize(
    ("typed", "plate", "time"),
    [
        ("a12345", "a12345", ""),
        ("a12345 10:05", "a12345", "10:05"),
        ("a12345 9:05:30", "a12345", "9:05:30"),
        ("a12345 １０：０５", "a12345", "10:05"),
        ("10:05", "", "10:05"),
        ("a12345 10:", "a12345 10:", ""),
        ("g12345 2370", "g12345", "2370"),
        ("g1234 2370", "g1234 2370", ""),
        ("ad1234 567", "ad1234", "567"),
        ("", "", ""),
    ],
)
def test_a_time_of_day_at_the_end_is_told_from_the_plate(typed, plate, time):
    assert split_time(typed) == (plate, time)


async def test_a_car_that_arrived_earlier_keeps_both_its_times(at_station, clock):
    async with at_station("guard") as guard:
        await guard.press(*"a12345", "space", *"09:50", "f2")
        await guard.cars("苏A12345")
        car = guard.app.snapshot.floor.car("苏A12345")
        assert clock.at - car.arrived_at == 10 * MINUTE
        entry = guard.app.snapshot.recent[0]
        assert (entry.occurred_at, entry.at) == (car.arrived_at, clock.at)
        assert guard.entry == ""


@pytest.mark.parametrize(("typed", "asks"), [("07:00", False), ("06:59", True)])
async def test_a_time_more_than_three_hours_back_is_asked_about(at_station, clock, typed, asks):
    async with at_station("guard") as guard:
        await guard.press(*"a12345", "space", *typed, "f2")
        if asks:
            await guard.reads("06:59:00 is 3 h 1 min ago. F2 again, or Enter: that time.")
            await guard.later(699)
            await guard.pilot.press("f2")
            assert not guard.app.snapshot.floor.cars
            await guard.later(700)
            await guard.pilot.press("f2")
        await guard.cars("苏A12345")
        await guard.until(lambda: guard.entry == "")
        await guard.press(*"a12345", "space", *typed, "f4")
        if asks:
            await guard.reads("F4 again, or Enter: that time.")
            await guard.later(700)
            await guard.pilot.press("enter")
        await guard.dialog("LeaveDialog")


async def test_what_is_no_time_behind_a_plate_is_named(at_station):
    async with at_station("guard") as guard:
        await guard.press(*"g12345", "space", *"2370", "f2")
        await guard.reads("“2370” is not a time.")


async def test_another_text_is_asked_about_anew(at_station):
    async with at_station("guard") as guard:
        for _round in range(2):
            await guard.press(*"a12345", "space", *"0200", "f2")
            await guard.reads("02:00:00 is 8 h ago")
            assert not guard.app.snapshot.floor.cars
            await guard.press("escape")


async def test_a_time_that_is_still_to_come_is_refused_and_nothing_is_lost(at_station):
    async with at_station("guard") as guard:
        await guard.press(*"a12345", "space", *"23:50", "f2")
        await guard.reads("23:50:00 is in the future")
        assert guard.entry == "a12345 23:50"


async def test_answering_a_prompt_leaves_what_is_typed(at_station, arrive, clock):
    arrive("苏A10001", "苏A10002", "苏A10003", "苏A10004")
    async with at_station("manager") as manager:
        await manager.until(manager.prompts)
        await manager.press("7", "7")
        clock.at += MINUTE // 30
        await manager.app.tick()
        await manager.press("f8")
        await manager.reads("Decide")
        assert manager.entry == "77"


async def test_right_and_left_mark_the_cars_beside_each_other(at_station, arrive):
    """They stand side by side; within the text the arrows move in it, as before (trial, 32)."""
    arrive("苏A12345", "苏B12346", "苏C12347")
    async with at_station("guard") as guard:
        found = guard.app.screen.query_one("Candidates")
        await guard.press(*"1234")
        await guard.until(lambda: len(found.fitting()) == 3)
        first, second, third = (each.plate for each in found.fitting())
        for key, picked in (
            ("right", first), ("right", second), ("right", third), ("right", third), ("left", second), ("left", first),
        ):  # fmt: skip
            await guard.press(key)
            assert found.picked == picked
        await guard.press("left", "5")
        assert guard.entry == "12354"


async def test_with_one_car_or_none_the_arrows_move_in_the_text(at_station, arrive):
    arrive("苏A12345")
    async with at_station("guard") as guard:
        await guard.press(*"1235", "left", "4", "right", "right", "6")
        assert guard.entry == "123456"


async def test_a_letter_lays_nothing_out_anew_and_a_long_text_is_seen_to_its_end(at_station, monkeypatch):
    async with at_station("guard") as guard:
        await guard.press("a")
        laid_out, lay_out = [], guard.screen._refresh_layout

        def note(**how):
            laid_out.append(how)
            lay_out(**how)

        monkeypatch.setattr(guard.screen, "_refresh_layout", note)
        await guard.press(*"12345")
        await guard.reads("苏A·12345")
        assert laid_out == []
        for letter in "x" * guard.screen.size.width:
            await guard.press(letter)
        await guard.press("z")
        await guard.reads("xxz")
