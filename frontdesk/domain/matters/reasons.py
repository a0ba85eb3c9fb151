"""Reasons for a refusal: matters and what is owed."""

from frontdesk.domain.values.errors import Reason


class MatterReason(Reason):
    """Why a matter was not found, closed, or put off."""

    NO_MATTER = "no_matter"
    MATTER_CLOSED = "matter_closed"
    MATTER_OPEN = "matter_open"
    DUE_ENDED = "due_ended"
    DUE_PAST = "due_past"
    DUE_FAR = "due_far"
    DUE_WHY = "due_why"
