"""Appointments: how full a half hour may be, how far ahead one is booked, and when nobody is expected any more (Z9)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.domain.policy.numbers import Problem, number

_TIME = r"([01]\d|2[0-3]):[0-5]\d"


@dataclass(frozen=True, init=False, repr=False, eq=False)
class AppointmentNumbers:
    """How the book of appointments is kept."""

    crowding_target_percent: int = number(10, 1, 90)
    """Z9: a half hour takes as many appointments as leave the zone this probability, at most, of reaching its limit."""
    book_from_s: int = number(0, 0, 604_800)
    """How long before its time an appointment is made at the latest."""
    book_days: int = number(60, 1, 366)
    """How many days ahead appointments are made at most."""
    appointment_late_s: int = number(900, 60, 86_400)
    """More than this after the time of an appointment its customer is late."""
    no_show_s: int = number(3600, 60, 86_400)
    """More than this after the time of an appointment its customer is not expected any more."""
    came_before_s: int = number(3600, 0, 86_400)
    """A car that arrives at most this long before an appointment comes for it."""
    came_after_s: int = number(10_800, 60, 86_400)
    """A car that arrives at most this long after the time of an appointment comes for it, late or not."""
    remind_at: str = "16:00"
    """When, on the opening day before, customers are to be reminded."""


def problems(policy: AppointmentNumbers) -> Iterator[Problem]:
    """Yield everything that is wrong in the appointments' part."""
    if re.fullmatch(_TIME, policy.remind_at) is None:
        yield "remind_at", policy.remind_at, "16:00"
    if policy.no_show_s < policy.appointment_late_s:
        yield "no_show_s", policy.no_show_s, f"≥ {policy.appointment_late_s}"
    if policy.came_after_s < policy.no_show_s:
        yield "came_after_s", policy.came_after_s, f"≥ {policy.no_show_s}"
