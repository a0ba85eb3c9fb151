"""What is typed for a channel or a kind of case: an entry of the store's list, by its key or in either language."""

from frontdesk.commands.kit.inputs import read_choice
from frontdesk.domain.cases.case import CaseKind, Channel
from frontdesk.domain.cases.lists import also_called, listed
from frontdesk.domain.policy.policy import Policy


def read_channel(policy: Policy, text: str) -> str:
    """Return a channel of the store's list. Raises `Refused(UNKNOWN_CHOICE)`."""
    return read_choice(listed(policy.channels, Channel), text, also=also_called)


def read_kind(policy: Policy, text: str) -> str:
    """Return a kind of the store's list. Raises `Refused(UNKNOWN_CHOICE)`."""
    return read_choice(listed(policy.kinds, CaseKind), text, also=also_called)
