"""The events about the monthly review in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CASES, OF_THE_STORE, Need


class ReviewEvent(Event):
    """What was done about a review."""

    OPEN = "review_open"
    CAUSE = "review_cause"
    LEAVE = "review_leave"
    SUBMIT = "review_submit"

    @property
    def can_be_undone(self) -> bool:
        """Causes and what is left without a measure can be taken back; what was submitted is withdrawn by a new one."""
        return self in {ReviewEvent.CAUSE, ReviewEvent.LEAVE}

    @property
    def need(self) -> Need:
        """Anybody at the desk says causes; it is submitted by whoever runs the service."""
        return OF_CASES if self is ReviewEvent.CAUSE else OF_THE_STORE
