"""The events about the calendar in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_THE_STORE, Need


class CalendarEvent(Event):
    """What was done with the calendar."""

    CALENDAR = "calendar"

    @property
    def need(self) -> Need:
        """It is for whoever runs the service."""
        return OF_THE_STORE
