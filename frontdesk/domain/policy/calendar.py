"""When the store is open, and which days are working days (Q2)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from frontdesk.domain.policy.numbers import Problem
from frontdesk.domain.values.text import clean_code

WORKING_DAYS = ("statutory", "own")
DAYS = 7
_HOURS = r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]|24):([0-5]\d)"
_TYPED_HOURS = r"(\d{1,2})(?:[:.](\d\d))?\s*[-–—~至到]\s*(\d{1,2})(?:[:.](\d\d))?"
_TYPED_DAY = r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?"
_CLOSED = frozenset({"-", "–", "—", "休", "休息", "不营业", "关门", "closed"})


@dataclass(frozen=True, init=False, repr=False, eq=False)
class CalendarNumbers:
    """Opening hours and closed days."""

    working_days: str = "statutory"
    """Which days count as working days: "statutory" (the State Council's), or "own" (the days the store opens)."""
    opening_hours: tuple[str, ...] = ("08:30-18:00",) * DAYS
    """Hours from Monday to Sunday, such as "08:30-18:00"; an empty text means the store is closed that day."""
    closed_dates: tuple[str, ...] = ()
    """Dates on which the store is closed, such as "2026-02-17"."""


def read_hours(text: str) -> str:
    """Return typed opening hours as the policy keeps them: 08:30-18:00 for 8:30~18, "" for a day that is closed.

    What is no hours is returned as it was typed; `problems` says so.
    """
    typed = clean_code(text)
    found = re.fullmatch(_TYPED_HOURS, typed)
    if found is None:
        return "" if typed.casefold() in _CLOSED else typed
    opens, past_opens, closes, past_closes = found.groups(default="00")
    return f"{int(opens):02}:{past_opens}-{int(closes):02}:{past_closes}"


def read_day(text: str) -> str:
    """Return a typed day as the policy keeps it: 2026-02-07 for 2026.2.7; anything else as it was typed."""
    typed = clean_code(text)
    found = re.fullmatch(_TYPED_DAY, typed)
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else typed


def problems(policy: CalendarNumbers) -> Iterator[Problem]:
    """Yield everything that is wrong in the calendar's part."""
    if policy.working_days not in WORKING_DAYS:
        yield "working_days", policy.working_days, " ".join(WORKING_DAYS)
    if not any(policy.opening_hours) or len(policy.opening_hours) != DAYS:
        yield "opening_hours", list(policy.opening_hours), "08:30-18:00"
    else:
        for hours in filter(None, policy.opening_hours):
            found = re.fullmatch(_HOURS, hours)
            if not found or hours[:5] >= hours[6:] or hours[6:] > "24:00":
                yield "opening_hours", hours, "08:30-18:00"
    for day in policy.closed_dates:
        if not is_day(day):
            yield "closed_dates", day, "2026-02-17"


def is_day(text: str) -> bool:
    """Whether a text is a day as the calendar looks for it; Python reads "20260217" too."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
