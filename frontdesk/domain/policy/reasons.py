"""Reasons for a refusal: the policy."""

from frontdesk.domain.values.errors import Detail, Reason


class PolicyReason(Reason):
    """Why a policy was not put in force."""

    BAY_IN_USE = "bay_in_use"
    ENTRY_IN_USE = "entry_in_use"
    NOT_RIGHT = "policy_not_right"
    CHANGED_MEANWHILE = "changed_meanwhile"
    ONLY_MANAGERS = "only_managers"
    GOVERNED = "governed"


class PolicyDetail(Detail):
    """What would be right in a policy."""

    SEVEN_DAYS = "seven_days"
