"""The events about the policy in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import IN_PERSON, OF_THE_STORE, OF_TIME, Need


class PolicyEvent(Event):
    """How a policy came into force; each of these brought one, and its detail says what that changed."""

    POLICY = "policy"
    PUBLISHED = "policy_published"
    """G1: an approved version of a plan brought it."""
    EMERGENCY = "policy_emergency"
    """A director changed one number at once, for a day."""
    FELL_BACK = "policy_fell_back"
    """The day is over: what is approved is in force again."""
    TEMPLATE = "policy_template"
    """The director accepted the numbers that head office offered."""

    @property
    def is_passing(self) -> bool:
        """What falls back nobody did, so nobody takes it back."""
        return self is PolicyEvent.FELL_BACK

    @property
    def need(self) -> Need:
        """It is for whoever runs the service; that the day is over brings it by itself; a template is signed."""
        if self is PolicyEvent.TEMPLATE:
            return IN_PERSON
        return OF_TIME if self is PolicyEvent.FELL_BACK else OF_THE_STORE
