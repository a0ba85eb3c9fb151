"""The events about parts that are fetched, in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CASES, Need


class PartEvent(Event):
    """What was done about a part."""

    ASK = "part_order_asked"
    CHANGE = "part_order_changed"
    MAKER_OK = "part_maker_ok"
    STEP = "part_order_step"
    HAND = "part_handed_out"
    CANCEL = "part_order_cancelled"

    @property
    def can_be_undone(self) -> bool:
        """Whether the event can be undone."""
        return True

    @property
    def need(self) -> Need:
        """It is for whoever works at the desk or keeps the parts."""
        return OF_CASES
