"""The reception desk: customers are received, one after the other or by their plate."""

import pytest
from attended import sign

from frontdesk.desk import zone
from frontdesk.domain.values.plates import Plate, show_plate
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from screens.kit.spans import width_of

MINUTE = 60_000


async def test_f6_with_nothing_typed_receives_who_has_waited_longest(at_station, arrive, clock):
    arrive("苏A11111")
    clock.at += 5_000
    arrive("苏A22222")
    async with at_station("reception") as reception:
        await reception.reads("to be received 2", "F6 苏A·11111")
        await reception.press("f6")
        snapshot = await reception.picture(lambda snapshot: snapshot.floor.car("苏A11111").received_at)
        assert snapshot.floor.car("苏A11111").received_by == "李四"
        assert snapshot.floor.car("苏A22222").received_at is None
        await reception.later(700)
        await reception.press("f6")
        await reception.picture(lambda snapshot: snapshot.floor.car("苏A22222").received_at)
        await reception.reads("everybody is received")
        await reception.later(700)
        await reception.press("f6")
        await reception.reads("Which car?")


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_row_of_who_waits_shows_whole_customers_and_how_many_more(at_station, arrive, language, size):
    i18n.use(language)
    plates = [f"苏A1111{n}" for n in range(4)]
    arrive(*plates)
    async with at_station("reception", size=size) as reception:
        await reception.reads("F6 苏A·11110")
        await reception.later(10 * MINUTE)
        row, late = reception.show("Waiting"), _("late")
        shown = [plate for plate in plates if show_plate(plate) in row]
        assert row.count(f"10:00 {late}") == len(shown) < 4
        assert row.rstrip().endswith(f"10:00 {late}   +{4 - len(shown)}")
        for plate in plates[:3]:
            await reception.pilot.press("f6")
            await reception.picture(lambda snapshot, plate=plate: snapshot.floor.car(plate).received_at)
            await reception.later(700)
        await reception.until(lambda: "F6 苏A·11113" in reception.show("Waiting"))
        assert reception.show("Waiting").rstrip().endswith(f"10:02 {late}")


async def test_a_customer_that_does_not_fit_alone_ends_in_a_dot_dot_dot(at_station, arrive):
    arrive("苏A11111", "苏A22222")
    async with at_station("reception") as reception:
        await reception.reads("F6 苏A·11111")
        for width in range(30, 47):
            (row,) = reception.screen.query_one("Waiting").build(width)
            assert width_of(row) == width
            assert "".join(span.text for span in row).endswith("…   +1")
        (row,) = reception.screen.query_one("Waiting").build(47)
        assert "".join(span.text for span in row).endswith("bay 1 0:00   +1")


async def test_f6_on_a_typed_plate_receives_that_one(at_station, arrive):
    arrive("苏A11111", "苏A22222")
    async with at_station("reception") as reception:
        await reception.press(*"222", "f6")
        snapshot = await reception.picture(lambda snapshot: snapshot.floor.car("苏A22222").received_at)
        assert snapshot.floor.car("苏A11111").received_at is None
        await reception.press(*"222", "f6")
        await reception.reads("苏A·22222 was received at 10:00:00 by 李四")


async def test_a_key_at_the_bottom_can_be_touched(at_station, arrive):
    arrive("苏A11111")
    async with at_station("reception") as reception:
        await reception.touch("F6 receive")
        await reception.picture(lambda snapshot: snapshot.floor.car("苏A11111").received_at)
        await reception.touch("new complaint")
        await reception.dialog("NewCaseForm")


async def test_a_car_goes_from_reception_to_the_workshop_with_f6_f7_f10(at_station, arrive):
    """The standard process, one key a step (Z4)."""
    arrive("苏A11111")
    async with at_station("reception") as reception:
        await reception.press(*"111", "f10")
        await reception.reads("苏A·11111 has no work order yet")
        await reception.press("f6")
        await reception.picture(lambda snapshot: snapshot.floor.car("苏A11111").received_at)
        await reception.press(*"111", "f7")
        await reception.picture(lambda snapshot: snapshot.floor.car("苏A11111").work_order_at)
        await reception.press(*"111", "f10")
        await reception.picture(lambda snapshot: snapshot.floor.car("苏A11111").place.key == "workshop")
        await reception.reads("苏A·11111 handed over to the workshop")
        await reception.press("f9")
        await reception.picture(lambda snapshot: snapshot.floor.car("苏A11111").place.key == "bay1")


async def test_late_reception_is_the_desks_at_once_and_the_managers_after_three_minutes(
    at_station, arrive, clock, desk
):
    """After the one minute in which everybody is received (Z4a)."""
    arrive("苏A12345")
    start = clock.at
    async with at_station("reception") as reception, at_station("manager") as manager:
        for at, at_reception, at_manager in (
            (60_000, [], []), (60_001, ["late_reception"], []), (180_000, ["late_reception"], []),
            (180_001, ["late_reception"], ["late_reception"]),
        ):  # fmt: skip
            clock.at = start + at
            sign(desk, clock.at)
            await reception.app.tick()
            await reception.until(lambda expected=at_reception: reception.prompts() == expected)
            await manager.picture(lambda snapshot, seq=reception.app.snapshot.seq: snapshot.seq >= seq)
            await manager.app.tick()
            await manager.until(lambda expected=at_manager: manager.prompts() == expected)
        await reception.reads("F6 receive now")
        await reception.press("f6")
        await reception.until(lambda: reception.prompts() == [])
        await manager.until(lambda: manager.prompts() == [])


async def test_a_customer_received_exactly_after_a_minute_is_in_time(at_station, arrive, clock, desk):
    arrive("苏A12345")
    async with at_station("reception") as reception:
        await reception.later(60_000)
        await reception.press("f6")
        await reception.picture(lambda snapshot: snapshot.floor.car("苏A12345").received_at)
        await reception.later(60_000)
        snapshot = desk.snapshot()
        assert (snapshot.escalations, snapshot.closed) == ((), ())


async def test_a_car_that_left_and_what_was_typed_for_it(at_station, arrive, staffed):
    arrive("苏A12345")
    async with at_station("reception") as reception:
        await reception.press(*"2345")
        zone.leave(staffed, Plate("苏A12345"))
        await reception.cars()
        await reception.press("f6")
        await reception.reads("苏A·12345 is not at the store: it left at 10:00:00")
