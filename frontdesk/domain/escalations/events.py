"""The events about escalations in the event log."""

from frontdesk.domain.values.event import Event


class EscalationEvent(Event):
    """What was done about an escalation."""

    ACT = "act"
    DONE = "done"
    EXPLAIN = "explain"
    ACKNOWLEDGE = "acknowledge"
    SEE = "see"
    TELL = "tell"
    EVALUATE = "evaluate"
    """Time alone crossed a limit; nobody did anything, and no screen tells it."""


UNDOABLE = (EscalationEvent.ACT, EscalationEvent.DONE, EscalationEvent.EXPLAIN)
"""What a person can take back."""
