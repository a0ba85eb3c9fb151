"""The events about the policy in the event log."""

from frontdesk.domain.values.event import Event


class PolicyEvent(Event):
    """What was done with the policy."""

    POLICY = "policy"
