"""The events about matters of any kind in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_THE_STORE, Need


class MatterEvent(Event):
    """What was done about a matter, whatever its kind."""

    CLOSE = "matter_close"
    PUT_OFF = "due_moved"

    @property
    def need(self) -> Need:
        """It is for whoever runs the service."""
        return OF_THE_STORE
