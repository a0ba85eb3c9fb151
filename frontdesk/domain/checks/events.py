"""The events about checks in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CARS, OF_THE_STORE, Need


class CheckEvent(Event):
    """What was done about a check."""

    ON = "check_on"
    OFF = "check_off"
    OPEN = "check_open"
    ITEM = "check_item"
    DONE = "check_done"

    @property
    def can_be_undone(self) -> bool:
        """All of it can be taken back, as long as nobody built on it."""
        return True

    @property
    def need(self) -> Need:
        """Which checks there are is for whoever runs the service; anybody carries them out, the guard his own."""
        return OF_THE_STORE if self in {CheckEvent.ON, CheckEvent.OFF} else OF_CARS
