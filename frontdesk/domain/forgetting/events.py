"""The event of a customer's data."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_THE_STORE, Need


class ForgetEvent(Event):
    """What was done about a customer's data."""

    FORGET = "forget"

    @property
    def need(self) -> Need:
        """It is for whoever runs the service."""
        return OF_THE_STORE
