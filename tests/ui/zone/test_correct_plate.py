"""Correcting a plate at a station: the car that is meant, the box with the wrong plate, what is refused and why."""

import pytest

from frontdesk.desk import plates, zone
from frontdesk.domain.values.plates import Plate
from frontdesk.words import i18n

WRONG, RIGHT = Plate("苏A12341"), Plate("苏A54321")


@pytest.mark.parametrize("station", ["guard", "reception", "manager"])
async def test_a_part_of_the_plate_the_key_and_the_right_plate(at_station, arrive, station):
    arrive(WRONG, "苏B77777")
    async with at_station(station) as person:
        await person.press(*"1234", "ctrl+k")
        await person.dialog("PlateDialog")
        await person.reads("Correct the plate of 苏A·12341", "arrived 10:00")
        await person.press(*"a54321", "enter")
        await person.closed()
        await person.cars(RIGHT, "苏B77777")
        await person.reads("苏A·54321 plate corrected, was 苏A·12341", "F9 undo")
        assert person.entry == ""
        await person.press("f9")
        await person.cars(WRONG, "苏B77777")


async def test_the_car_that_is_marked_on_the_board(at_station, arrive):
    arrive(WRONG)
    async with at_station("guard") as guard:
        await guard.press("down", "ctrl+k")
        await guard.dialog("PlateDialog")
        await guard.press(*"b54321", "enter")
        await guard.cars("苏B54321")


async def test_the_wrong_plate_stands_in_the_box_to_be_mended_or_typed_over(at_station, arrive):
    arrive(WRONG)
    async with at_station("guard") as guard:
        await guard.press(*"1234", "ctrl+k")
        await guard.dialog("PlateDialog")
        box = guard.app.screen.query_one("#right")
        assert (box.value, box.selected_text) == (WRONG, WRONG)
        await guard.press("end", "backspace", "9", "enter")
        await guard.cars("苏A12349")


async def test_only_the_province_is_wrong(at_station, arrive):
    arrive(WRONG)
    async with at_station("guard") as guard:
        await guard.press(*"1234", "ctrl+k")
        await guard.dialog("PlateDialog")
        await guard.press("ctrl+e")
        await guard.dialog("ProvinceDialog")
        await guard.press("enter")
        await guard.dialog("PlateDialog")
        await guard.press("enter")
        await guard.cars("京A12341")


async def test_esc_leaves_it_as_it_is_and_keeps_what_was_typed(at_station, arrive):
    arrive(WRONG)
    async with at_station("guard") as guard:
        await guard.press(*"1234", "ctrl+k")
        await guard.dialog("PlateDialog")
        await guard.press(*"a54321", "escape")
        await guard.closed()
        await guard.cars(WRONG)
        assert guard.entry == "1234"


@pytest.mark.parametrize(("speaks", "said"), [("en", "bay 2 since 10:00:00"), ("zh", "10:00:00")])
async def test_into_a_plate_that_is_here_it_says_where_and_nothing_typed_is_lost(at_station, arrive, speaks, said):
    i18n.use(speaks)
    arrive(WRONG, RIGHT)
    async with at_station("guard") as guard:
        await guard.press(*"12341", "ctrl+k")
        await guard.dialog("PlateDialog")
        await guard.press(*"a54321", "enter")
        await guard.reads("苏A·54321", said)
        assert guard.app.screen.query_one("#right").value == "a54321"
        await guard.press("enter")
        await guard.reads(said)
        await guard.cars(WRONG, RIGHT)


async def test_an_unusual_plate_is_kept_only_when_it_is_read_and_asked_for_again(at_station, arrive, clock):
    arrive(WRONG)
    async with at_station("guard") as guard:
        await guard.press(*"1234", "ctrl+k")
        await guard.dialog("PlateDialog")
        clock.at += 5000
        await guard.press(*"zz9", "enter", "enter")
        await guard.reads("Read it first")
        await guard.cars(WRONG)
        clock.at += 701
        await guard.press("enter")
        await guard.cars("ZZ9")


@pytest.mark.parametrize("text", ["[/b]", "\x1b]52;c;aGk=\x07", "[@click=app.quit]x[/]", "  ", "🚗", "\u202e"])
async def test_text_that_is_no_plate(at_station, arrive, text):
    arrive(WRONG)
    async with at_station("guard", size=(80, 24)) as guard:
        await guard.press(*"1234", "ctrl+k")
        await guard.dialog("PlateDialog")
        await guard.paste(text)
        await guard.press("enter")
        await guard.until(lambda: "✗" in guard.text)
        await guard.cars(WRONG)


async def test_who_is_second_reads_who_was_first(at_station, arrive, open_desk):
    arrive(WRONG)
    async with at_station("guard") as guard:
        await guard.press(*"1234", "ctrl+k")
        await guard.dialog("PlateDialog")
        visit = guard.app.snapshot.floor.car(WRONG).visit_id
        plates.correct(open_desk("reception", "李四"), visit, RIGHT, wrong=WRONG)
        await guard.press(*"a99999", "enter")
        await guard.reads("苏A·12341 was corrected to 苏A·54321 by 李四 at 10:00:00")


@pytest.mark.parametrize(("station", "corrected"), [("guard", False), ("reception", False), ("manager", True)])
async def test_a_car_that_has_left(at_station, arrive, staffed, station, corrected):
    arrive(WRONG)
    zone.leave(staffed, WRONG)
    async with at_station(station) as person:
        await person.press(*"1234", "ctrl+k")
        await person.dialog("PlateDialog")
        await person.reads("left 10:00")
        await person.press(*"a54321", "enter")
        if corrected:
            await person.closed()
            await person.reads("plate corrected, was 苏A·12341")
            assert zone.known_plates(staffed, "1234") == []
        else:
            await person.reads("manager on", "the deputy or the director")


async def test_a_plate_nobody_has_seen(at_station):
    async with at_station("guard") as guard:
        await guard.press(*"a12345", "ctrl+k")
        await guard.reads("苏A·12345 is not at the store")
        await guard.press("escape", "ctrl+k")
        await guard.reads("✗")


@pytest.mark.parametrize("speaks", ["en", "zh"])
async def test_the_dialog_fits_a_small_screen(at_station, arrive, speaks):
    i18n.use(speaks)
    arrive(WRONG)
    async with at_station("guard", size=(80, 24)) as guard:
        await guard.press(*"1234", "ctrl+k")
        await guard.dialog("PlateDialog")
        await guard.reads("苏A·12341")
        assert any("Enter" in line and "Ctrl+E" in line and "Esc" in line for line in guard.lines)
