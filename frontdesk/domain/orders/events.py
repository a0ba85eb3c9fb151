"""The events about emergency orders in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CASES, RINGING_UP, Need


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
    SHOW_PHONE = "order_phone"

    @property
    def can_be_undone(self) -> bool:
        """Whether the event can be undone; a number that was shown cannot."""
        return not self.is_passing

    @property
    def is_passing(self) -> bool:
        """Whether nobody did more than look: a number that was shown."""
        return self is OrderEvent.SHOW_PHONE

    @property
    def need(self) -> Need:
        """It is for whoever works at the desk."""
        return RINGING_UP if self.is_passing else OF_CASES
