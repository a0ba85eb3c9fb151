"""What happens to the policy, as the event log has it."""

from frontdesk.domain.values.event import Event


class PolicyEvent(Event):
    """What was done with the policy."""

    POLICY = "policy"
