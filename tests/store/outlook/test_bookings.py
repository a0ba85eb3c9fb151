"""Who has a booking is no walk-in, and is expected at their time until they have come (Z9)."""

import pytest

from data.outlook import booked
from frontdesk.desk import zone
from frontdesk.desk.appointments import booking
from frontdesk.desk.desk import Desk
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.outlook.booked import LATEST, Booked, expected
from frontdesk.domain.values.clock import HOUR, MINUTE, ManualClock
from frontdesk.domain.values.plates import Plate


def to_come(desk: Desk, now: int) -> list[Booked]:
    hours = OpeningHours.of(desk.snapshot().policy)
    return desk.read(lambda connection: booked.to_come(connection, now, hours.zone))


def test_from_booking_to_coming(desk: Desk, clock: ManualClock) -> None:
    began, at = clock.at, clock.at + HOUR
    number = booking.book(desk, NewAppointment(at, Plate("苏A12345"), "王女士"), above=False).number
    booking.book(desk, NewAppointment(at + 4 * HOUR, Plate("苏A12346"), "王女士"), above=False)
    usual = Booked(0.8, at - 15 * MINUTE, at + 15 * MINUTE)
    assert to_come(desk, clock.at) == [usual]
    assert to_come(desk, began - 1) == []
    clock.at += 50 * MINUTE
    came = clock.at
    zone.arrive(desk, Plate("苏A12345"))
    zone.arrive(desk, Plate("苏A99999"))
    assert to_come(desk, clock.at) == []
    # At a past instant it had not come yet.
    assert to_come(desk, came - 1) == [usual]
    assert desk.read(lambda connection: booked.came(connection, began, came + 1)) == {came}
    assert number


def test_a_booking_that_was_called_off_is_not_expected(desk: Desk, clock: ManualClock) -> None:
    number = booking.book(desk, NewAppointment(clock.at + HOUR, Plate("苏A12345"), "王女士"), above=False).number
    booking.cancel(desk, number, "改主意")
    assert to_come(desk, clock.at) == []


@pytest.mark.parametrize(
    ("off", "early", "late"),
    [
        ([], -15 * MINUTE, 15 * MINUTE),
        ([0] * 19, -15 * MINUTE, 15 * MINUTE),
        ([-10 * MINUTE] * 10 + [20 * MINUTE] * 10, -10 * MINUTE, 20 * MINUTE),
        ([5 * MINUTE] * 30, 5 * MINUTE, 5 * MINUTE + 1),
        ([-9 * HOUR] * 30, -LATEST, -LATEST + 1),
        ([9 * HOUR] * 30, LATEST, LATEST + 1),
    ],
)
def test_how_punctual_such_customers_were(off: list[int], early: int, late: int) -> None:
    assert expected(0, 0.7, off) == Booked(0.7, early, late)
