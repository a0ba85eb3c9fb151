"""The events about the staff list and duties in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CARS, OF_THE_STORE, Need


class PeopleEvent(Event):
    """What was done about people."""

    STAFF_ADD = "staff_add"
    STAFF_REMOVE = "staff_remove"
    STAFF_CHANGE = "staff_change"
    DUTY = "duty"
    DUTY_END = "duty_end"
    PIN_GIVEN = "pin_given"
    """Somebody was given a first PIN, which holds until they choose their own."""
    PIN_CHOSEN = "pin_chosen"

    @property
    def need(self) -> Need:
        """It is for whoever runs the service; their own PIN is for each."""
        return OF_CARS if self is PeopleEvent.PIN_CHOSEN else OF_THE_STORE
