"""Reasons for a refusal: the plan of a holiday and its notices."""

from frontdesk.domain.values.errors import Reason


class HolidayReason(Reason):
    """Why something about a holiday was not done."""

    HOLIDAY_DAYS = "holiday_days"
    HOLIDAY_PLANNED = "holiday_planned"
    NO_HOLIDAY_PLAN = "no_holiday_plan"
    NO_HOLIDAY_NOTICE = "no_holiday_notice"
    NOTICE_HOURS = "notice_hours"
    NOTICE_SAME = "notice_same"
    NOTICE_INCOMPLETE = "notice_incomplete"
    """Whom customers ring is not said."""
    NOTICE_UNSIGNED = "notice_unsigned"
    NOTICE_STALE = "notice_stale"
    """The store's calendar is another one than when it was written."""
    POSTED_ALREADY = "posted_already"
