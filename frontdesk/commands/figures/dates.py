"""The day or the month that was typed for figures."""

from datetime import date

from frontdesk.domain.calendar.months import Month
from frontdesk.domain.calendar.typed_dates import read_date
from frontdesk.domain.figures.reasons import FiguresReason
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code

_MONTH = len("2026-11")


def read_day(text: str | None, today: date) -> date:
    """Return the day that was typed, or today. Raises `Refused`: BAD_DATE, NOT_YET."""
    if text is None:
        return today
    day = read_date(text)
    if day > today:
        raise Refused(FiguresReason.NOT_YET, text=str(day))
    return day


def read_month(text: str | None, today: date) -> Month:
    """Return the month that was typed, or that of the day that was typed. Raises `Refused`."""
    if text is None:
        return Month(today.year, today.month)
    if is_day(text):
        day = read_day(text, today)
        return Month(day.year, day.month)
    month = Month.read(text)
    if month > Month(today.year, today.month):
        raise Refused(FiguresReason.NOT_YET, text=str(month))
    return month


def is_day(text: str | None) -> bool:
    """Whether a day was typed, not a month."""
    return text is None or len(clean_code(text)) > _MONTH
