"""A key that is held down, or hit twice, is pressed once."""

import pytest

IGNORES_KEYS_FOR = 700
PLATES = [f"苏A1000{n}" for n in range(6)]


def received(person):
    return [car.plate for car in person.app.snapshot.floor.cars if car.received_at]


async def test_six_f6_in_a_burst_receive_one_customer(at_station, arrive):
    arrive(*PLATES)
    async with at_station("reception") as reception:
        reception.burst(*["f6"] * 6, "7")
        await reception.until(lambda: reception.entry == "7")
        await reception.until(lambda: received(reception) == PLATES[:1])
        await reception.press("escape")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.press("f6")
        await reception.until(lambda: received(reception) == PLATES[:2])


@pytest.mark.parametrize("every", [30, 699])
async def test_a_key_may_be_held_for_any_time(at_station, arrive, every):
    arrive(*PLATES)
    async with at_station("reception") as reception:
        for _time in range(5):
            await reception.pilot.press("f6")
            await reception.later(every)
        await reception.until(lambda: received(reception) == PLATES[:1])


async def test_f9_held_undoes_only_one(at_station):
    async with at_station("guard") as guard:
        guard.burst("a12345", "f2", "b98765", "f2")
        await guard.cars("苏A12345", "苏B98765")
        guard.burst(*["f9"] * 10, "7")
        await guard.until(lambda: guard.entry == "7")
        await guard.cars("苏A12345")


async def test_f2_hit_twice_on_a_good_plate_says_no_error(at_station):
    async with at_station("guard") as guard:
        guard.burst("a12345", "f2", "f2")
        await guard.cars("苏A12345")
        await guard.reads("苏A·12345 arrived")
        assert "✗" not in guard.text


async def test_a_trembling_finger_touches_once(at_station, arrive):
    arrive(*PLATES)
    async with at_station("reception") as reception:
        for _time in range(3):
            await reception.touch("F6 receive")
        await reception.until(lambda: received(reception) == PLATES[:1])
