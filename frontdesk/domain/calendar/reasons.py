"""Reasons for a refusal: days and months."""

from frontdesk.domain.values.errors import Detail, Reason


class CalendarReason(Reason):
    """Why a day, a month or a year of working days was not taken."""

    UNREADABLE_DATE = "unreadable_date"
    UNCLEAR_DATE = "unclear_date"
    BAD_DATE = "bad_date"
    BAD_MONTH = "bad_month"
    MONTH_FAR = "month_far"
    DAY_CLOSED = "day_closed"
    BAD_CALENDAR = "bad_calendar"
    EMPTY_YEAR = "empty_year"


class CalendarDetail(Detail):
    """What is written in a year of working days if a value is missing."""

    NOTHING = "nothing"
