"""A digit chooses from a list where it stands alone; those that come faster than a person can mean choose nothing."""

import pytest
from case_dialogs import opened

from frontdesk.app import input_queue

CHOSE_NOTHING = "Several keys at once: nothing was chosen. Press one number."


@pytest.fixture(autouse=True)
def a_digit_chooses_at_once(monkeypatch):
    """As at a real station: it waits for whether another one follows."""
    monkeypatch.setattr(input_queue, "ALONE_FOR_S", 0.1)


@pytest.mark.parametrize("typed", ["67891", "12", "1a", "1粤"])
async def test_no_person_is_chosen_by_a_burst(at_station, typed):
    async with at_station("guard", who="") as guard:
        await guard.dialog("OperatorDialog")
        await guard.later(700)
        guard.burst(typed)
        await guard.reads(CHOSE_NOTHING)
        await guard.dialog("OperatorDialog")
        await guard.later(700)
        guard.burst("1")
        await guard.closed()
        await guard.until(lambda: "张三" in guard.lines[0])
        assert guard.entry == ""


async def test_a_key_that_is_no_character_behind_a_digit_is_done_next(at_station, arrive):
    arrive("粤A12345")
    async with at_station("guard") as guard:
        await guard.cars("粤A12345")
        guard.burst("345", "f3", "2", "f9")
        await guard.reads("undo")


async def test_right_behind_the_key_that_opened_the_list_a_digit_is_meant(at_station, arrive):
    arrive("苏A12345")
    async with at_station("guard") as guard:
        await guard.cars("苏A12345")
        guard.burst("345", "f3", "2", "b2")
        await guard.picture(lambda snapshot: snapshot.floor.car("苏A12345").place.key == "bay2")
        await guard.until(lambda: guard.entry == "b2")


async def test_no_bay_is_chosen_by_a_burst(at_station, arrive):
    arrive("粤A12345")
    async with at_station("guard") as guard:
        await guard.cars("粤A12345")
        guard.burst("345", "f3")
        await guard.dialog("MoveDialog")
        await guard.later(700)
        guard.burst("23")
        await guard.reads(CHOSE_NOTHING)
        guard.clock.at += 700
        guard.burst("2")
        await guard.closed()
        await guard.picture(lambda snapshot: snapshot.floor.car("粤A12345").place.key == "bay2")


async def test_no_step_of_a_case_is_chosen_by_a_burst(at_station, case):
    case()
    async with at_station("reception") as reception:
        await opened(reception)
        reception.burst("enter")
        await reception.dialog("ChooseDialog")
        await reception.later(700)
        reception.burst("13")
        await reception.reads(CHOSE_NOTHING)
        await reception.dialog("ChooseDialog")
