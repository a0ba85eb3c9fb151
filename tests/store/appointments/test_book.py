"""The book: booked once, above capacity by a second word, moved, called off; who comes, who does not (Z9)."""

from typing import Any

import pytest
from at_desk import refusal

from data import agenda
from data.proof.tables import compare
from frontdesk.desk import plates, undo, zone
from frontdesk.desk.appointments import arriving, booking, expected, reading
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.domain.appointments.appointment import Appointment, State
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.appointments.reasons import AppointmentReason
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
CAR = Plate("苏A12345")


def book(desk: Desk, at: int, plate: str = CAR, **more: Any) -> int:
    above = more.pop("above", False)
    return booking.book(desk, NewAppointment(at, Plate(plate), "王女士", **more), above=above).number


def of(desk: Desk, number: int) -> Appointment:
    return reading.shown(desk, number)


def no_show_planned(desk: Desk) -> int | None:
    return agenda.at_of(desk.connection, agenda.APPOINTMENTS)


def is_proved(desk: Desk) -> bool:
    return not compare(desk.connection, lambda done, of: None).found


def test_a_car_has_one_booking_a_day(desk: Desk, clock: ManualClock) -> None:
    number = book(desk, clock.at + HOUR, phone="13800138000", work="保养")
    assert of(desk, number).phone == "138****8000"
    assert refusal(lambda: book(desk, clock.at + 2 * HOUR)) is AppointmentReason.BOOKED_ALREADY
    book(desk, clock.at + 3 * DAY)
    booking.cancel(desk, number, "改主意")
    book(desk, clock.at + 2 * HOUR)
    assert is_proved(desk)


@pytest.mark.parametrize(
    ("later", "reason"),
    [
        (0, AppointmentReason.BOOKED_IN_PAST),
        (9 * HOUR, AppointmentReason.NOT_OPEN),
        (61 * DAY, AppointmentReason.TOO_FAR),
    ],
)
def test_a_time_that_cannot_be(desk: Desk, clock: ManualClock, later: int, reason: AppointmentReason) -> None:
    assert refusal(lambda: book(desk, clock.at + later)) is reason


def test_a_full_half_hour_takes_a_second_word(desk: Desk, clock: ManualClock) -> None:
    at = clock.at + HOUR
    for number in range(4):
        book(desk, at, f"苏A0000{number}")
    with pytest.raises(Refused) as refused:
        book(desk, at)
    assert refused.value.reason is AppointmentReason.SLOT_FULL
    assert refused.value.facts["times"] == (at - HOUR // 2, at + HOUR // 2, at + HOUR)
    number = book(desk, at, above=True)
    slot = reading.weighed(desk, at)[0]
    assert slot is not None
    assert slot.free == -1
    booking.move(desk, number, at + HOUR // 2)
    assert of(desk, number).at == at + HOUR // 2
    day = reading.of_day(desk)
    booking.override(desk, day.day, 660, capacity=9, why="加一人")
    assert reading.of_day(desk).slots[5].free == 5


def test_an_arrival_takes_it_up_and_its_undo_lets_it_go(desk: Desk, clock: ManualClock) -> None:
    number = book(desk, clock.at + HOUR)
    zone.arrive(desk, CAR)
    assert of(desk, number).state is State.ARRIVED
    undo.undo(desk)
    assert (of(desk, number).state, of(desk, number).visit_id) == (State.BOOKED, None)
    assert is_proved(desk)


def test_a_no_show_is_written_when_its_time_is_over_and_taken_back(desk: Desk, clock: ManualClock) -> None:
    number = book(desk, clock.at + HOUR)
    clock.at += 2 * HOUR
    assert not desk.snapshot().has_news(desk.now())
    assert handling.evaluate(desk) is None
    clock.at += 1
    assert desk.snapshot().has_news(desk.now())
    handling.evaluate(desk)
    assert of(desk, number).state is State.NO_SHOW
    assert handling.evaluate(desk) is None
    zone.arrive(desk, CAR)
    assert of(desk, number).state is State.ARRIVED
    undo.undo(desk)
    assert of(desk, number).state is State.NO_SHOW
    assert is_proved(desk)


def test_what_was_called_off_and_taken_back_is_expected_again(desk: Desk, clock: ManualClock) -> None:
    number = book(desk, clock.at + HOUR)
    booking.cancel(desk, number)
    assert no_show_planned(desk) is None
    undo.undo(desk)
    assert no_show_planned(desk) == clock.at + 2 * HOUR + 1


def test_who_comes_at_another_time_is_put_together_by_hand(desk: Desk, clock: ManualClock) -> None:
    number = book(desk, clock.at + 3 * HOUR)
    assert refusal(lambda: arriving.arrived(desk, number)) is AppointmentReason.CAR_NOT_HERE
    zone.arrive(desk, CAR)
    assert of(desk, number).state is State.BOOKED
    arriving.arrived(desk, number)
    assert of(desk, number).state is State.ARRIVED
    assert refusal(lambda: arriving.arrived(desk, number)) is AppointmentReason.APPOINTMENT_STATE
    other = book(desk, clock.at + HOUR, "")
    assert refusal(lambda: arriving.arrived(desk, other, CAR)) is AppointmentReason.VISIT_TAKEN


def test_a_plate_that_is_corrected_comes_for_its_own(desk: Desk, clock: ManualClock) -> None:
    wrong, right = book(desk, clock.at + HOUR, "苏A12346"), book(desk, clock.at + HOUR)
    zone.arrive(desk, Plate("苏A12346"))
    visit = of(desk, wrong).visit_id
    assert visit is not None
    plates.correct(desk, visit, CAR, wrong=Plate("苏A12346"))
    assert (of(desk, wrong).state, of(desk, right).state) == (State.BOOKED, State.ARRIVED)
    undo.undo(desk)
    assert (of(desk, wrong).state, of(desk, right).state) == (State.ARRIVED, State.BOOKED)
    assert is_proved(desk)


def test_the_gate_reads_who_is_expected_today(desk: Desk, clock: ManualClock) -> None:
    number = book(desk, clock.at + HOUR)
    book(desk, clock.at + 3 * DAY, "苏A12347")
    assert [each.id for each in expected.expected(desk, "a123")] == [number]
    assert expected.expected(desk, "") == ()
    zone.arrive(desk, CAR)
    assert expected.expected(desk, "a123") == ()


def test_moving_asks_for_a_new_confirmation(desk: Desk, clock: ManualClock) -> None:
    number = book(desk, clock.at + HOUR)
    booking.remind(desk, number)
    assert of(desk, number).confirmed_by == "张三"
    booking.move(desk, number, clock.at + 2 * HOUR)
    assert of(desk, number).confirmed_at is None
    assert refusal(lambda: booking.move(desk, number, clock.at + 2 * HOUR)) is AppointmentReason.SAME_TIME
