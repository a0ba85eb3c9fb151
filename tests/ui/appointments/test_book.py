"""The book at the desk: a day by half hours, booking while somebody is on the phone, and who the gate expects (Z9)."""

import pytest

from frontdesk.desk import zone
from frontdesk.desk.appointments import booking, reading
from frontdesk.domain.appointments.appointment import State
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.values.plates import Plate

HOUR = 3_600_000
HOSTILE = "[/b]王女士\x1b[2J"


async def open_book(person):
    await person.press("ctrl+z")
    await person.dialog("BookDialog")
    await person.until(lambda: "10:30" in person.show("#book"))
    await person.later(700)


def book(desk, clock, plate="苏A12345", *, later=HOUR // 2, above=False, **more):
    new = NewAppointment(clock.at + later, Plate(plate), more.pop("customer", "王女士"), **more)
    return booking.book(desk, new, above=above).number


@pytest.mark.usefixtures("language_of_the_screen")
async def test_a_day_by_half_hours(at_station, desk, clock, size):
    for number in range(5):
        book(desk, clock, f"苏A1234{number}", above=True, work="保养", advisor="陈静", phone="13800138000")
    async with at_station("reception", size=size) as desk_:
        await open_book(desk_)
        await desk_.press("down", "down")
        shown = desk_.show("#book")
        assert "5 / 4" in shown
        assert "苏A·12340 王女士 138****8000 保养 60" in shown
        assert "▸" in next(row for row in shown.split("\n") if "苏A·12340" in row)
        await desk_.press("right")
        await desk_.until(lambda: "05-30" in desk_.show("#book"))


async def test_booking_above_capacity_takes_a_second_word(at_station, desk, clock):
    for number in range(4):
        book(desk, clock, f"苏A1234{number}")
    async with at_station("reception") as desk_:
        await open_book(desk_)
        await desk_.press("down", "f2")
        await desk_.dialog("BookingForm")
        await desk_.reads("4 / 4", "next best: 11:00")
        await desk_.press("tab")
        await desk_.paste("苏A12349")
        await desk_.later(700)
        await desk_.press("f10")
        await desk_.reads("4 of 4", "05-29 11:00")
        await desk_.press("f10")
        await desk_.reads("✓ No. 5 · appointment booked · 10:30")
        assert "5 / 4" in desk_.show("#book")


async def test_whose_car_it_is_is_offered(at_station, desk, clock):
    zone.arrive(desk, Plate("苏A12349"))
    book(desk, clock, "苏A12349", later=30 * HOUR, customer="曾小明", phone="13811110001")
    async with at_station("reception") as desk_:
        await open_book(desk_)
        await desk_.press("down", "f2")
        await desk_.dialog("BookingForm")
        await desk_.press("tab")
        await desk_.paste("12349")
        await desk_.later(700)
        await desk_.press("tab")
        await desk_.reads("empty: 138****0001")
        assert desk_.app.screen.query_one("#customer").value == "曾小明"
        await desk_.later(700)
        await desk_.press("f10")
        await desk_.reads("✓ No. 2 · appointment booked · 10:30")
    made = reading.shown(desk, 2)
    assert (made.plate, made.customer, made.phone) == ("苏A12349", "曾小明", "138****0001")


async def test_what_is_done_with_one(at_station, desk, clock):
    number = book(desk, clock, customer=HOSTILE)
    async with at_station("reception") as desk_:
        await open_book(desk_)
        await desk_.press("f6")
        await desk_.reads("Choose an appointment first")
        await desk_.press("down", "down", "f6", "f6")
        await desk_.reads("[/b]王女士[2J", "✓ No. 1 · appointment confirmed")
        await desk_.later(700)
        await desk_.press("f3")
        await desk_.dialog("MoveForm")
        await desk_.press(*"14:00")
        await desk_.reads("1 from 10:30 to 14:00: risk")
        await desk_.later(700)
        await desk_.press("f10")
        await desk_.reads("✓ No. 1 · appointment moved · 14:00")
        await desk_.press("f9")
        await desk_.reads("✓ undone")
        await desk_.press("f5")
        await desk_.reads("came")
        assert reading.shown(desk, number).state is State.ARRIVED
        await desk_.press("f4")
        await desk_.reads("is “came”: nothing more")


async def test_the_gate_reads_who_is_booked(at_station, desk, clock):
    book(desk, clock, later=HOUR // 4, work="保养", advisor="陈静")
    async with at_station("guard") as guard:
        await guard.press(*"123")
        await guard.until(lambda: "booked 10:15 保养 王女士 · 陈静" in guard.show("Candidates"))
        await guard.press("f2")
        await guard.cars("苏A12345")
    assert reading.shown(desk, 1).state is State.ARRIVED


async def test_one_picked_from_those_booked_is_asked_about_as_a_typed_plate_is(at_station, desk, clock, arrive):
    arrive("苏A12346")
    book(desk, clock, "苏A12345", later=HOUR // 4)
    async with at_station("guard") as guard:
        await guard.press(*"1234")
        await guard.until(lambda: "苏A·12345" in guard.show("Candidates"))
        await guard.press("down", "f2")
        await guard.reads("苏A·12345 is new. Like 苏A·12346 in bay 1? Enter: that car · F2: another car")
        await guard.later(700)
        await guard.press("f2")
        await guard.cars("苏A12346", "苏A12345")


async def test_the_book_asks_too_before_another_car_arrives(at_station, desk, clock, arrive):
    arrive("苏A12346")
    book(desk, clock, "苏A12345")
    async with at_station("reception") as desk_:
        await open_book(desk_)
        await desk_.press("down", "down", "f5")
        await desk_.reads("苏A·12345 is new, and like 苏A·12346")
        await desk_.pilot.press("f5")
        assert reading.shown(desk, 1).state is State.BOOKED
        await desk_.later(700)
        await desk_.press("f5")
        await desk_.until(lambda: "came" in desk_.show("#book").split("苏A·12345")[1].split("\n")[0])
    assert reading.shown(desk, 1).state is State.ARRIVED
