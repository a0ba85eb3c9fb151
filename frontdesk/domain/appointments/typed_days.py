"""The day of the book that was typed, and the time of an appointment: tomorrow, 周六, 5-30 9:30."""

from datetime import date

from frontdesk.domain.appointments.reasons import AppointmentReason
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.calendar.typed_dates import read_date, read_deadline
from frontdesk.domain.calendar.typed_days import day_of
from frontdesk.domain.calendar.typed_numbers import plainly
from frontdesk.domain.calendar.unclear import Unclear
from frontdesk.domain.values.clock import Millis
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


def read_appointment(text: str, now: Millis, hours: OpeningHours) -> Millis:
    """Return the instant that was typed for an appointment. Raises `Refused`: NO_TIME, as `read_deadline` says."""
    try:
        day = read_book_day(text, hours.day_of(now)) if text.strip() else None
    except Refused:
        day = None
    if day is not None:
        raise Refused(AppointmentReason.NO_TIME, day=day.isoformat())
    return read_deadline(text, now, hours)
