"""The events about holidays in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CASES, Need


class HolidayEvent(Event):
    """What was done about the plan of a holiday."""

    PLAN = "holiday_plan"
    NOTICE = "holiday_notice"
    SUBMIT = "holiday_submit"
    POST = "holiday_posted"
    SEND = "holiday_sent"

    @property
    def can_be_undone(self) -> bool:
        """What went out to customers is not taken back; nor is what was put before somebody to sign."""
        return self in {HolidayEvent.PLAN, HolidayEvent.NOTICE, HolidayEvent.POST}

    @property
    def need(self) -> Need:
        """It is for whoever works at the desk."""
        return OF_CASES
