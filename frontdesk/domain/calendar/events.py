"""What happens to the calendar, as the event log has it."""

from frontdesk.domain.values.event import Event


class CalendarEvent(Event):
    """What was done with the calendar."""

    CALENDAR = "calendar"
