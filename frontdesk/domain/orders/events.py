"""The events about emergency orders in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CASES, Need


class OrderEvent(Event):
    """What was done about a customer's order."""

    TAKE = "order_take"
    CHANGE = "order_change"
    PROMISE = "order_promised"
    DECLINE = "order_declined"
    """It is said that it cannot be supplied."""
    SUPPLY = "order_supplied"
    WITHDRAW = "order_withdrawn"
    """The customer does not want it any more."""

    @property
    def can_be_undone(self) -> bool:
        """Whether the event can be undone."""
        return True

    @property
    def need(self) -> Need:
        """It is for whoever works at the desk."""
        return OF_CASES
