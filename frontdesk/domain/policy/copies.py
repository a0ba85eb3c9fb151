"""Records: when copies are made, how many stay, and how long what stands in them is kept (G2)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.domain.policy.numbers import Problem, number
from frontdesk.domain.values.text import clean_code

TIME = r"([01]\d|2[0-3]):[0-5]\d"
"""A time of day as the policy keeps it."""
_TYPED = r"(\d{1,2})(?:[:.点时](\d\d)?分?)?"


@dataclass(frozen=True, init=False, repr=False, eq=False)
class CopyNumbers:
    """When copies are made, of how many days, weeks and months one stays, and how long records are kept in full."""

    copy_at: str = "21:00"
    copies_daily: int = number(7, 1, 366)
    copies_weekly: int = number(5, 0, 520)
    copies_monthly: int = number(12, 0, 120)
    keep_visits_years: int = number(3, 1, 30)
    """From when the car left."""
    keep_cases_years: int = number(3, 1, 30)
    """From when the case was closed: until then no name, number or words are taken out of it."""
    keep_appointments_years: int = number(3, 1, 30)
    """From the day the customer was expected."""
    keep_rosters_years: int = number(2, 1, 30)
    """From the last day of a roster or an absence."""
    keep_rescues_years: int = number(3, 1, 30)
    """From when a rescue or an emergency order was over."""
    keep_incidents_years: int = number(5, 1, 30)
    """From when an incident was closed."""


def read_time_of_day(text: str) -> str:
    """Return a typed time of day as the policy keeps it: 09:30 for 9:30, 21:00 for 21点; anything else as typed."""
    typed = clean_code(text)
    found = re.fullmatch(_TYPED, typed)
    return f"{int(found[1]):02}:{found[2] or '00'}" if found else typed


def problems(policy: CopyNumbers) -> Iterator[Problem]:
    """Yield everything that is wrong in the copies' part."""
    if not re.fullmatch(TIME, policy.copy_at):
        yield "copy_at", policy.copy_at, "21:00"
