"""Finds the cause that a typed text means."""

from frontdesk.commands.kit.inputs import read_choice
from frontdesk.domain.cases.lists import listed
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.review.causes import Cause
from frontdesk.domain.review.reasons import ReviewReason


def read_cause(policy: Policy, text: str) -> str:
    """Return a cause on the store's list, from its key or its word in either language. Raises `Refused(NO_CAUSE)`."""
    return str(read_choice(listed(policy.causes, Cause), text, ReviewReason.NO_CAUSE))
