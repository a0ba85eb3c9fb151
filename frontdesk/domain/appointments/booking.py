"""What is checked when an appointment is made or moved (Z9)."""

from dataclasses import dataclass
from datetime import date, timedelta

from frontdesk.domain.appointments.appointment import (
    CUSTOMER_LIMIT,
    USUAL_MINUTES,
    WORK_LIMIT,
    Appointment,
    State,
    Waits,
    Way,
)
from frontdesk.domain.appointments.reasons import AppointmentReason
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import SECOND, Millis, to_millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.phones import parse_phone
from frontdesk.domain.values.plates import NO_PLATE, Plate
from frontdesk.domain.values.text import whole_line
from frontdesk.domain.zone.cars import Purpose

SHORTEST, LONGEST = 5, 1440
_LOOKED_AHEAD = 400


@dataclass(frozen=True, slots=True)
class NewAppointment:
    """What somebody says who books. Its texts are cleaned when it is made. Raises `Refused`."""

    at: Millis
    plate: Plate = NO_PLATE
    customer: str = ""
    phone: str = ""
    purpose: Purpose = Purpose.MAINTENANCE
    work: str = ""
    minutes: int = USUAL_MINUTES
    waits: Waits = Waits.LOUNGE
    advisor: str = ""
    way: str = Way.PHONE

    def __post_init__(self) -> None:
        object.__setattr__(self, "customer", whole_line(self.customer, CUSTOMER_LIMIT))
        object.__setattr__(self, "work", whole_line(self.work, WORK_LIMIT))
        object.__setattr__(self, "advisor", whole_line(self.advisor, NAME_LIMIT))
        object.__setattr__(self, "way", whole_line(self.way, NAME_LIMIT) or Way.OTHER.value)
        object.__setattr__(self, "phone", parse_phone(self.phone))
        if not SHORTEST <= self.minutes <= LONGEST:
            raise Refused(AppointmentReason.BAD_MINUTES, count=self.minutes, least=SHORTEST, most=LONGEST)
        if not (self.plate or self.customer or self.phone):
            raise Refused(AppointmentReason.NOBODY_BOOKED)


def check_time(at: Millis, now: Millis, policy: Policy, hours: OpeningHours) -> None:
    """Raise `Refused` for a time that is over, too soon, too far ahead, or when the store is closed."""
    if at <= now:
        raise Refused(AppointmentReason.BOOKED_IN_PAST, when=at)
    if at < now + policy.book_from_s * SECOND:
        raise Refused(AppointmentReason.TOO_SOON, when=at, begun=now + policy.book_from_s * SECOND)
    day = hours.day_of(at)
    if day > hours.day_of(now) + timedelta(days=policy.book_days):
        raise Refused(AppointmentReason.TOO_FAR, when=at, days=policy.book_days)
    times = hours.of_day(day)
    if times is None or not to_millis(times[0]) <= at < to_millis(times[1]):
        right = "" if times is None else f"{times[0]:%H:%M}–{times[1]:%H:%M}"
        raise Refused(AppointmentReason.NOT_OPEN, when=at, right=right, following=_next_open(hours, day))


def _next_open(hours: OpeningHours, day: date) -> str:
    following = (day + timedelta(days=ahead) for ahead in range(1, _LOOKED_AHEAD))
    return next((each.isoformat() for each in following if hours.is_open_on(each)), "")


def check_state(found: Appointment, *allowed: State) -> None:
    """Raise `Refused(APPOINTMENT_STATE)` where an appointment is in another state than these."""
    if found.state not in allowed:
        raise Refused(
            AppointmentReason.APPOINTMENT_STATE, number=found.id, plate=found.plate, state=found.state, when=found.at
        )
