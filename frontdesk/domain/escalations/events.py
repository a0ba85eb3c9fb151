"""The events about escalations in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import DECIDING, OF_CARS, OF_TIME, Need


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

    @property
    def can_be_undone(self) -> bool:
        """Whether the event can be undone: decisions, their errands and explanations can, telling somebody cannot."""
        return self in {EscalationEvent.ACT, EscalationEvent.DONE, EscalationEvent.EXPLAIN}

    @property
    def is_passing(self) -> bool:
        """Whether nobody did more than look, or be told."""
        return self in {EscalationEvent.SEE, EscalationEvent.TELL, EscalationEvent.EVALUATE}

    @property
    def need(self) -> Need:
        """Deciding is for those on duty; to tell somebody, to explain and to do what was asked, for all."""
        if self in {EscalationEvent.ACT, EscalationEvent.ACKNOWLEDGE}:
            return DECIDING
        return OF_TIME if self is EscalationEvent.EVALUATE else OF_CARS
