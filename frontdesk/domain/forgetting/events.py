"""The event of a customer's data."""

from frontdesk.domain.values.event import Event


class ForgetEvent(Event):
    """What was done about a customer's data."""

    FORGET = "forget"
