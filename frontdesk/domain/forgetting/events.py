"""The events of customers' data."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_THE_STORE, Need


class ForgetEvent(Event):
    """What was done about customers' data."""

    FORGET = "forget"
    """What is personal was taken out: of one customer's cases, or of those whose term is over."""
    PURGE_ASK = "purge_ask"
    """The director is asked to sign the list of cases whose term is over."""

    @property
    def need(self) -> Need:
        """It is for whoever runs the service."""
        return OF_THE_STORE
