"""Reasons for a refusal: days and months."""

from frontdesk.domain.values.errors import Reason


class CalendarReason(Reason):
    """Why a day, a month or a year of working days was not taken."""

    UNREADABLE_DATE = "unreadable_date"
    BAD_DATE = "bad_date"
    BAD_MONTH = "bad_month"
    DAY_CLOSED = "day_closed"
    BAD_CALENDAR = "bad_calendar"
    EMPTY_YEAR = "empty_year"
