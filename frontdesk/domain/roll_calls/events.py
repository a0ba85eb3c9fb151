"""The events about roll calls in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CARS, Need


class RollCallEvent(Event):
    """What was done about a roll call."""

    START = "roll_call_start"
    MARK = "roll_call_mark"
    ADD = "roll_call_add"
    END = "roll_call_end"

    @property
    def can_be_undone(self) -> bool:
        """Each can be taken back, as long as nobody has built on it."""
        return True

    @property
    def need(self) -> Need:
        """Whoever stands there counts; nobody types a PIN for it."""
        return OF_CARS
