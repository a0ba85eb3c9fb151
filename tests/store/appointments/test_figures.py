"""A day's figures say for how many a customer was expected, and for how many nobody came (Z9)."""

from frontdesk.desk.appointments import booking
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.figures import reports
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate

HOUR = 3_600_000


def test_who_was_booked_and_who_did_not_come(desk: Desk, clock: ManualClock) -> None:
    day = OpeningHours.of(Policy()).day_of(clock.at)
    numbers = [booking.book(desk, NewAppointment(clock.at + HOUR, Plate(f"苏A1234{each}"))).number for each in range(3)]
    booking.cancel(desk, numbers[0])
    assert reports.of_day(desk, day).figures.booked == 2
    clock.at += 2 * HOUR + 1
    handling.evaluate(desk)
    found = reports.of_day(desk, day).figures
    assert (found.booked, found.missed) == (2, 2)
