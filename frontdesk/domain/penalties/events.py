"""The events about penalties in the event log."""

from frontdesk.domain.values.event import Event


class PenaltyEvent(Event):
    """What was done about a penalty."""

    PROPOSE = "penalty_propose"
    SIGN = "penalty_sign"
    APPEAL = "penalty_appeal"
    UPHOLD = "penalty_uphold"
    COUNTER = "penalty_counter"
