"""The day of the book that was typed: tomorrow, 周六, 5-30, 2026-05-30."""

from datetime import date

from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.calendar.typed_dates import read_date
from frontdesk.domain.calendar.typed_days import day_of
from frontdesk.domain.calendar.typed_numbers import plainly
from frontdesk.domain.calendar.unclear import Unclear
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code


def read_book_day(text: str | None, today: date) -> date:
    """Return the day that was typed; today where none was. Raises `Refused`: BAD_DATE, UNCLEAR_DATE."""
    if text is None or not text.strip():
        return today
    typed = clean_code(text)
    try:
        found = day_of(plainly(typed), today)
    except Unclear as unclear:
        first, second = unclear.meanings
        raise Refused(CalendarReason.UNCLEAR_DATE, text=typed, first=first, second=second) from unclear
    except (ValueError, OverflowError):
        found = None
    return found or read_date(typed)
