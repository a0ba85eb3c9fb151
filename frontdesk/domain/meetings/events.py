"""The events about meetings in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CASES, Need


class MeetingEvent(Event):
    """What was done about a meeting."""

    PLAN = "meeting_plan"
    MOVE = "meeting_move"
    CANCEL = "meeting_cancel"
    HELD = "meeting_held"
    MINUTES = "meeting_minutes"
    MATERIAL = "meeting_material"
    PROMISE = "meeting_promise"
    DECISION = "meeting_decision"
    FEEDBACK = "meeting_feedback"
    DONE = "meeting_item_done"
    AGAIN = "meeting_item_again"

    @property
    def can_be_undone(self) -> bool:
        """What was written down can be taken back; a meeting that was planned wrongly is cancelled, and says why."""
        return self not in {MeetingEvent.PLAN, MeetingEvent.MOVE, MeetingEvent.CANCEL, MeetingEvent.AGAIN}

    @property
    def need(self) -> Need:
        """Anybody at the desk plans meetings and keeps their record."""
        return OF_CASES
