"""A plate that is one mistake away from a car here, or a known one, is asked about before it is taken as new."""

import pytest

from frontdesk.desk import zone
from frontdesk.domain.values.plates import Plate

IGNORES_KEYS_FOR = 700
CAR = "苏A7K3Q9"


@pytest.fixture
def known(arrive, staffed):
    arrive(CAR)
    zone.leave(staffed, Plate(CAR))


async def asks(guard, *keys):
    await guard.press(*keys)
    await guard.reads("is new. Like 苏A·7K3Q9")


@pytest.mark.parametrize("typed", ["a7k3q8", "a7kq39", "a73q9", "沪a7k3q9"])
async def test_a_car_here_is_proposed_and_enter_means_it(at_station, arrive, typed):
    arrive(CAR)
    async with at_station("guard") as guard:
        await asks(guard, *typed, "f2")
        await guard.reads("in bay 1? Enter: that car · F2: another car")
        await guard.later(IGNORES_KEYS_FOR)
        await guard.press("enter")
        await guard.reads("苏A·7K3Q9 is already here: bay 1 since 10:00:00")
        assert guard.entry == CAR
        # It is there for the next key; and the next plate takes its place.
        await guard.press("f4")
        await guard.says_why()
        await guard.cars()


async def test_the_key_again_means_another_car_once_the_question_could_be_read(at_station, arrive):
    arrive(CAR)
    async with at_station("guard") as guard:
        await asks(guard, *"a7k3q8", "f2")
        for after in (50, IGNORES_KEYS_FOR - 51):
            await guard.later(after)
            await guard.pilot.press("enter")
            await guard.cars(CAR)
            assert guard.entry == "a7k3q8"
        await guard.later(IGNORES_KEYS_FOR)
        await guard.press("f2")
        await guard.cars(CAR, "苏A7K3Q8")


async def test_a_question_goes_with_the_plate_it_is_about(at_station, arrive):
    arrive(CAR)
    async with at_station("guard") as guard:
        await asks(guard, *"a7k3q8", "f2")
        await guard.press("escape")
        await guard.until(lambda: "is new" not in guard.text)
        await guard.later(IGNORES_KEYS_FOR)
        await guard.press("enter")
        await guard.cars(CAR)


@pytest.mark.parametrize(("answer", "arrives"), [("enter", CAR), ("f2", "苏A7K3Q8")])
async def test_a_car_that_was_here_before_is_proposed_too(at_station, known, answer, arrives):
    async with at_station("guard") as guard:
        await asks(guard, *"a7k3q8", "f2")
        await guard.cars()
        await guard.later(IGNORES_KEYS_FOR)
        await guard.press(answer)
        await guard.cars(arrives)
        assert guard.entry == ""


async def test_it_is_offered_while_it_is_typed_and_can_be_marked(at_station, known):
    async with at_station("guard") as guard:
        await guard.press(*"a7k3q8")
        await guard.reads("苏A·7K3Q9  ↓ like it: was here before")
        await guard.press("down", "f2")
        await guard.cars(CAR)


async def test_who_is_turned_away_may_be_a_car_here(at_station, arrive, desk):
    arrive(CAR)
    async with at_station("guard") as guard:
        await asks(guard, *"a7k3q8", "f5")
        await guard.later(IGNORES_KEYS_FOR)
        await guard.press("enter")
        await guard.cars()
    assert desk.snapshot().recent[0].plate == CAR


async def test_an_odd_plate_is_asked_about_after_its_likeness(at_station, arrive):
    arrive(CAR)
    async with at_station("guard") as guard:
        await asks(guard, *"a7k39", "f2")
        await guard.later(IGNORES_KEYS_FOR)
        await guard.press("f2")
        await guard.reads("苏A·7K39 is too short")
        await guard.later(IGNORES_KEYS_FOR)
        await guard.press("enter")
        await guard.cars(CAR, "苏A7K39")


async def test_a_known_car_is_no_new_one_whatever_it_is_like(at_station, known, arrive):
    arrive("苏A7K3Q8")
    async with at_station("guard") as guard:
        await guard.press(*"a7k3q9", "f2")
        await guard.cars(CAR, "苏A7K3Q8")


async def test_a_wrong_plate_that_was_corrected_is_not_proposed(at_station, known):
    async with at_station("guard") as guard:
        await guard.press(*"b55555", "f2")
        await guard.cars("苏B55555")
        await guard.press(*"b55555", "ctrl+k")
        await guard.dialog("PlateDialog")
        await guard.later(IGNORES_KEYS_FOR)
        await guard.press(*"c66666", "enter")
        await guard.cars("苏C66666")
        await guard.press(*"b55556", "f2")
        await guard.cars("苏C66666", "苏B55556")


async def test_what_arrived_at_the_other_station_meanwhile_is_asked_about(at_station, arrive, monkeypatch):
    async with at_station("guard") as guard:
        await guard.press(*"a7k3q8")
        arrive(CAR)
        await guard.press("f2")
        await guard.reads("is new. Like 苏A·7K3Q9")
