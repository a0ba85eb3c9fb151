"""The events about rescues in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CASES, RINGING_UP, Need


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
    SHOW_PHONE = "rescue_phone"

    @property
    def can_be_undone(self) -> bool:
        """Whether the event can be undone, if nothing was signed or told since; a number that was shown cannot."""
        return not self.is_passing

    @property
    def is_passing(self) -> bool:
        """Whether nobody did more than look: a number that was shown."""
        return self is RescueEvent.SHOW_PHONE

    @property
    def need(self) -> Need:
        """It is for whoever works at the desk; who of them plans and who asks the customer is checked with it."""
        return RINGING_UP if self.is_passing else OF_CASES
