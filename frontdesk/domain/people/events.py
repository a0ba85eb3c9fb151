"""The events about the staff list and duties in the event log."""

from frontdesk.domain.values.event import Event


class PeopleEvent(Event):
    """What was done about people."""

    STAFF_ADD = "staff_add"
    STAFF_REMOVE = "staff_remove"
    STAFF_CHANGE = "staff_change"
    DUTY = "duty"
    DUTY_END = "duty_end"
