"""When a day's look-up may begin (I7)."""

from datetime import time

BEFORE_HOURS = 2
"""So many hours before it is due, or at midnight."""


def begins_at(forecast_by: str) -> str:
    """Return the time of day from which on a look-up that is due by another is owed: 07:00 for 09:00."""
    due = time.fromisoformat(forecast_by)
    return "00:00" if due.hour < BEFORE_HOURS else f"{due.hour - BEFORE_HOURS:02}:{due.minute:02}"
