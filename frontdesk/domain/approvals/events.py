"""The events about approvals in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import IN_PERSON, Need


class ApprovalEvent(Event):
    """What was done about a text that has to be signed."""

    SIGN = "approval_sign"
    BY_PHONE = "approval_by_phone"
    REJECT = "approval_reject"
    CONFIRM = "approval_confirm"

    @property
    def need(self) -> Need:
        """Each signs in person; for what, and in which order, the approval says."""
        return IN_PERSON
