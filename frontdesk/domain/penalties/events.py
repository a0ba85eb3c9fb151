"""The events about penalties in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_PENALTIES, Need


class PenaltyEvent(Event):
    """What was done about a penalty."""

    PROPOSE = "penalty_propose"
    SIGN = "penalty_sign"
    APPEAL = "penalty_appeal"
    UPHOLD = "penalty_uphold"
    COUNTER = "penalty_counter"

    @property
    def need(self) -> Need:
        """Each signs in person; who may sign, the penalty itself says."""
        return OF_PENALTIES
