"""The plate of a case: part of it is enough, cars at the store come first, and what fits nothing is asked about."""

from case_dialogs import IGNORES_KEYS_FOR, from_menu, opened

from frontdesk.desk import zone
from frontdesk.domain.values.plates import Plate


async def filled_in(station, plate):
    await station.press("ctrl+n")
    await station.dialog("NewCaseForm")
    await station.paste("等太久")
    station.app.screen.query_one("#plate").focus()
    await station.press(*plate)


async def test_part_of_a_plate_is_completed_by_the_car_at_the_store(at_station, desk, arrive):
    arrive("苏AT3X45")
    async with at_station("reception") as reception:
        await filled_in(reception, "t3")
        await reception.reads("苏A·T3X45 bay 1 waits")
        await reception.press("f10")
        await reception.closed()
        (case,) = desk.snapshot().complaints
        assert (case.plate, case.visit_id) == ("苏AT3X45", 1)


async def test_whoever_goes_on_sees_the_plate_written_out(at_station, arrive):
    arrive("苏AT3X45")
    async with at_station("reception") as reception:
        await filled_in(reception, "t3")
        await reception.press("tab")
        box = reception.app.screen.query_one("#plate")
        await reception.until(lambda: box.value == "苏A·T3X45")


async def test_who_waits_is_proposed_before_anything_is_typed(at_station, desk, arrive):
    for plate in ("苏A11111", "苏A22222", "苏A33333"):
        arrive(plate)
    zone.receive(desk, Plate("苏A11111"))
    async with at_station("reception", size=(120, 40)) as reception:
        await filled_in(reception, "")
        shown = await reception.reads("↑ ↓ choose")
        assert shown.index("苏A·22222 bay 2 waits") < shown.index("苏A·33333 bay 3 waits +1")
        await reception.press("down", "down", "down")
        await reception.reads("苏A·11111 bay 1 ")
        await reception.press("up", "f10")
        await reception.closed()
        assert desk.snapshot().complaints[0].plate == "苏A33333"


async def test_a_case_needs_no_plate_though_somebody_waits(at_station, desk, arrive):
    arrive("苏A11111")
    async with at_station("reception") as reception:
        await filled_in(reception, "")
        await reception.press("f10")
        await reception.closed()
        assert desk.snapshot().complaints[0].plate == ""


async def test_where_several_fit_it_asks_which(at_station, desk, arrive):
    arrive("苏AT3X45")
    arrive("苏BT3Y46")
    async with at_station("reception") as reception:
        await filled_in(reception, "t3")
        await reception.press("f10")
        await reception.reads("“T3” fits several cars")
        await reception.press("down", "down", "f10")
        await reception.closed()
        assert desk.snapshot().complaints[0].plate == "苏BT3Y46"


async def test_what_fits_nothing_is_asked_about_and_kept_only_on_purpose(at_station, desk):
    async with at_station("reception") as reception:
        await filled_in(reception, "t3")
        await reception.press("f10")
        await reception.reads("T3 fits no car that was here")
        await reception.pilot.press("f10")
        assert not desk.snapshot().complaints
        await reception.later(IGNORES_KEYS_FOR)
        # What is typed next replaces it, and another text is another plate: it is asked about anew.
        await reception.press(*"t34", "f10")
        await reception.reads("T34 fits no car that was here")
        await reception.later(IGNORES_KEYS_FOR)
        await reception.press("f10")
        await reception.closed()
        assert desk.snapshot().complaints[0].plate == "T34"


async def test_correcting_a_case_asks_as_well(at_station, desk, case, arrive):
    arrive("苏AT3X45")
    case(plate="苏A12345")
    async with at_station("reception", size=(120, 40)) as reception:
        await opened(reception)
        await from_menu(reception, "correct what was registered")
        await reception.dialog("AmendForm")
        await reception.later(IGNORES_KEYS_FOR)
        reception.app.screen.query_one("#plate").value = "zz9"
        await reception.press("f10")
        await reception.reads("ZZ9 fits no car that was here")
        reception.app.screen.query_one("#plate").value = "t3"
        await reception.press("f10")
        await reception.dialog("CaseDialog")
        assert desk.snapshot().complaints[0].plate == "苏AT3X45"
