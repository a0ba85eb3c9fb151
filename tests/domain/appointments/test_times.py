"""Who comes for which appointment, who is late, how many of those who booked come (Z9)."""

from datetime import date

import pytest

from frontdesk.domain.appointments.appointment import Appointment, State, Terms, Waits, meant
from frontdesk.domain.appointments.reasons import AppointmentReason
from frontdesk.domain.appointments.show_rate import Lead, ShowRate, lead_of
from frontdesk.domain.appointments.typed_days import read_appointment
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.cars import Purpose

MINUTE = 60_000
AT = 1_780_020_000_000
TERMS = Terms(60 * MINUTE, 180 * MINUTE, 60 * MINUTE)


def booked(number: int = 1, at: int = AT, state: State = State.BOOKED) -> Appointment:
    return Appointment(
        number, at, 60, Plate("苏A12345"), "王女士", "", Purpose.MAINTENANCE, "", Waits.LOUNGE, "", "phone", state,
        None, "", None, "", "desk", f"u{number}", 0, "", 0, AT, "陈静",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arrived", "fits"),
    [
        (AT - 60 * MINUTE - 1, False),
        (AT - 60 * MINUTE, True),
        (AT, True),
        (AT + 180 * MINUTE, True),
        (AT + 180 * MINUTE + 1, False),
    ],
)
def test_who_arrives_around_the_time_comes_for_it(arrived: int, fits: bool) -> None:
    assert (meant((booked(),), arrived, TERMS) is not None) is fits


def test_the_nearest_is_meant_and_a_no_show_too() -> None:
    early, late = booked(1, AT, State.NO_SHOW), booked(2, AT + 120 * MINUTE)
    assert meant((early, late), AT + 59 * MINUTE, TERMS) == early
    assert meant((early, late), AT + 60 * MINUTE, TERMS) == early
    assert meant((early, late), AT + 61 * MINUTE, TERMS) == late
    assert meant((booked(3, state=State.CANCELLED), booked(4, state=State.ARRIVED)), AT, TERMS) is None


@pytest.mark.parametrize(("after", "late"), [(0, False), (15 * MINUTE, False), (15 * MINUTE + 1, True)])
def test_late_is_more_than_the_time_allowed(after: int, late: bool) -> None:
    assert booked().is_late(900, AT + after) is late
    assert not booked(state=State.NO_SHOW).is_late(900, AT + after)


@pytest.mark.parametrize(
    ("made", "lead"),
    [(29, Lead.SAME_DAY), (28, Lead.SOON), (26, Lead.SOON), (25, Lead.LONGER), (30, Lead.SAME_DAY)],
)
def test_how_long_before_it_was_booked(made: int, lead: Lead) -> None:
    assert lead_of(date(2026, 5, made), date(2026, 5, 29)) is lead


def test_few_say_little() -> None:
    assert ShowRate().rate == 0.8
    assert ShowRate(0, 1).rate == pytest.approx(8 / 11)
    assert ShowRate(90, 100).rate == pytest.approx(98 / 110)


@pytest.mark.parametrize("typed", ["tomorrow", "周二", "5-30", "2026-06-01"])
def test_a_day_alone_is_asked_at_what_time(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_appointment(typed, AT, OpeningHours.of(Policy()))
    assert refused.value.reason is AppointmentReason.NO_TIME


def test_a_day_with_a_time_is_that_instant() -> None:
    hours = OpeningHours.of(Policy())
    assert read_appointment("2026-06-01T09:30", AT, hours) == read_appointment("6-1 9:30", AT, hours)
