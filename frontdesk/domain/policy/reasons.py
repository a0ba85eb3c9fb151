"""Reasons for a refusal: the policy."""

from frontdesk.domain.values.errors import Reason


class PolicyReason(Reason):
    """Why a policy was not put in force."""

    BAY_IN_USE = "bay_in_use"
