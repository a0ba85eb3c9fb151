"""When the store is open, and which days are working days (Q2)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from frontdesk.domain.policy.numbers import Problem

WORKING_DAYS = ("statutory", "own")
DAYS = 7
_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]|24):([0-5]\d)")


@dataclass(frozen=True)
class CalendarNumbers:
    """Opening hours and closed days."""

    working_days: str = "statutory"
    """Which days count as working days: "statutory" (the State Council's), or "own" (the days the store opens)."""
    opening_hours: tuple[str, ...] = ("08:30-18:00",) * DAYS
    """Hours from Monday to Sunday, such as "08:30-18:00"; an empty text means the store is closed that day."""
    closed_dates: tuple[str, ...] = ()
    """Dates on which the store is closed, such as "2026-02-17"."""


def problems(policy: CalendarNumbers) -> Iterator[Problem]:
    """Yield everything that is wrong in the calendar's part."""
    if policy.working_days not in WORKING_DAYS:
        yield "working_days", policy.working_days, " ".join(WORKING_DAYS)
    for hours in policy.opening_hours:
        found = _HOURS.fullmatch(hours)
        if hours and (not found or hours[:5] >= hours[6:] or hours[6:] > "24:00"):
            yield "opening_hours", hours, "08:30-18:00"
    if not any(policy.opening_hours) or len(policy.opening_hours) != DAYS:
        yield "opening_hours", list(policy.opening_hours), "08:30-18:00"
    for day in policy.closed_dates:
        if not _is_day(day):
            yield "closed_dates", day, "2026-02-17"


def _is_day(text: str) -> bool:
    """Whether a text is a day as the calendar looks for it; Python reads "20260217" too."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
