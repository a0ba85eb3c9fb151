"""A last day of use as people type it, and as it stands on what is bought: a month means its last day (S9)."""

import re
from calendar import monthrange
from datetime import date

from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.calendar.typed_dates import read_date
from frontdesk.domain.calendar.typed_days import day_of
from frontdesk.domain.calendar.typed_numbers import plainly
from frontdesk.domain.calendar.unclear import Unclear
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code

_MONTH = re.compile(r"(20\d\d)[-/.年] ?(1[0-2]|0?[1-9])月?[底末]?")


def read_last_day(text: str, today: date) -> date:
    """Return the day meant by 2027-06-30, 2027-06, 2027年6月, 明年3月1日, 两年, in 6 months.

    Raises `Refused`: BAD_DATE, UNCLEAR_DATE for what may mean the one or the other.
    """
    typed = plainly(text)
    month = _MONTH.fullmatch(typed)
    if month:
        year, number = int(month[1]), int(month[2])
        return date(year, number, monthrange(year, number)[1])
    try:
        day = day_of(typed, today)
    except Unclear as unclear:
        first, second = unclear.meanings
        raise Refused(CalendarReason.UNCLEAR_DATE, text=clean_code(text), first=first, second=second) from unclear
    except (ValueError, OverflowError) as error:
        raise Refused(CalendarReason.BAD_DATE, text=clean_code(text)) from error
    return read_date(text) if day is None else day
