"""Instants as a table writes them, and the calendar as it was published to the end of 2026."""

from datetime import datetime, timedelta, timezone

from data.calendar import _library
from frontdesk.domain.calendar.working_days import Calendar
from frontdesk.domain.values.clock import to_millis

SHANGHAI = timezone(timedelta(hours=8))
PUBLISHED = Calendar(
    {day: working for day, working in _library().days.items() if day.year <= 2026},
    frozenset(year for year in _library().years if year <= 2026),
)


def at(text: str) -> int:
    """Return an instant in Shanghai: "03-02T18:00", of 2026 where no year stands before it."""
    whole = text if text[4] == "-" else f"2026-{text}"
    return to_millis(datetime.fromisoformat(whole).replace(tzinfo=SHANGHAI))
