"""What is done about escalations, as the event log has it."""

from frontdesk.domain.values.event import Event


class EscalationEvent(Event):
    """What was done about an escalation."""

    ACT = "act"
    DONE = "done"
    EXPLAIN = "explain"
    ACKNOWLEDGE = "acknowledge"
    TELL = "tell"
    EVALUATE = "evaluate"
    """Time alone crossed a limit; nobody did anything, and no screen tells it."""

    @property
    def can_be_undone(self) -> bool:
        """A decision can be taken back, and what carried it out; who was told was told."""
        return self in {EscalationEvent.ACT, EscalationEvent.DONE, EscalationEvent.EXPLAIN}
