"""Moving a car: the dialog stays where a place cannot be chosen, and two cars change places in one action."""

import pytest

from frontdesk.desk import zone
from frontdesk.domain.values.plates import Plate
from frontdesk.words import i18n


def places(station):
    return {car.plate: car.place.key for car in station.app.snapshot.floor.cars}


@pytest.mark.parametrize("speaks", ["en", "zh"])
async def test_a_taken_bay_chosen_again_swaps_the_two(at_station, arrive, clock, speaks):
    i18n.use(speaks)
    arrive("苏A12311", "苏A12322")
    async with at_station("guard") as guard:
        await guard.press(*"2311", "f3")
        await guard.dialog("MoveDialog")
        await guard.press("2")
        await guard.reads("bay 2 is taken by 苏A·12322" if speaks == "en" else "两车对调")
        clock.at += 701
        await guard.press("2")
        await guard.closed()
        await guard.picture(lambda snapshot: snapshot.floor.car("苏A12311").place.key == "bay2")
        assert places(guard) == {"苏A12311": "bay2", "苏A12322": "bay1"}
        await guard.reads("swapped places 苏A·12322 → bay 2" if speaks == "en" else "对调位置 苏A·12322")
        await guard.press("f9")
        await guard.picture(lambda snapshot: snapshot.floor.car("苏A12311").place.key == "bay1")
        assert places(guard) == {"苏A12311": "bay1", "苏A12322": "bay2"}


async def test_a_double_press_swaps_nothing(at_station, arrive):
    arrive("苏A12311", "苏A12322")
    async with at_station("guard") as guard:
        await guard.press(*"2311", "f3")
        await guard.dialog("MoveDialog")
        guard.burst("2", "2", "2")
        await guard.reads("Read it first")
        assert places(guard) == {"苏A12311": "bay1", "苏A12322": "bay2"}


async def test_where_it_may_not_go_the_dialog_stays_and_says_why(at_station, arrive):
    arrive("苏A12311")
    async with at_station("guard") as guard:
        await guard.press(*"2311", "f3")
        await guard.dialog("MoveDialog")
        await guard.press("1")
        await guard.reads("already stands there: bay 1")
        await guard.touch("waiting bay 1")
        await guard.reads("has no work order yet")
        assert type(guard.app.screen).__name__ == "MoveDialog"
        await guard.press("2")
        await guard.closed()
        await guard.picture(lambda snapshot: snapshot.floor.car("苏A12311").place.key == "bay2")
        assert guard.entry == ""


async def test_what_is_free_is_shown_as_it_is_now(at_station, arrive, staffed):
    arrive("苏A12311", "苏A12322")
    async with at_station("guard") as guard:
        await guard.press(*"2311", "f3")
        await guard.dialog("MoveDialog")
        assert guard.show("#menu").count("taken") == 1
        zone.arrive(staffed, Plate("苏A12333"), place="bay3")
        await guard.until(lambda: guard.show("#menu").count("taken") == 2)
