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
