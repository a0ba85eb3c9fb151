"""The events about rescues in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CASES, Need


class RescueEvent(Event):
    """What was done about a rescue."""

    TAKE = "rescue_take"
    CHANGE = "rescue_change"
    PLAN = "rescue_plan_made"
    CONSENT = "rescue_consented"
    REFUSE = "rescue_refused"
    """The customer does not agree to the plan."""
    DEPART = "rescue_departed"
    ETA = "rescue_eta"
    CONTACT = "rescue_contact"
    ARRIVE = "rescue_arrived"
    CHECK = "rescue_checked"
    READ = "rescue_report_read"
    """R6: what is otherwise on site was read."""
    RESULT = "rescue_result"
    FOLLOW_UP = "rescue_followed_up"

    @property
    def can_be_undone(self) -> bool:
        """Whether the event can be undone: what was signed or told since stands in the way."""
        return True

    @property
    def need(self) -> Need:
        """It is for whoever works at the desk; who of them plans and who asks the customer is checked with it."""
        return OF_CASES
