"""The events about the calendar in the event log."""

from frontdesk.domain.values.event import Event


class CalendarEvent(Event):
    """What was done with the calendar."""

    CALENDAR = "calendar"
