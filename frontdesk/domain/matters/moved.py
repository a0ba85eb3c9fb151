"""What is owed gets a new instant: when that may be."""

from frontdesk.domain.matters.due import Due
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.values.clock import DAY, Millis
from frontdesk.domain.values.errors import Refused

FARTHEST: Millis = 366 * DAY
"""So far ahead something owed can be agreed anew, in one go."""


def check_moved(due: Due, becomes: Millis, why: str, now: Millis) -> None:
    """Check that what is owed may get a new instant. Raises `Refused`: DUE_ENDED, DUE_PAST, DUE_FAR, DUE_WHY."""
    if not due.is_running:
        raise Refused(MatterReason.DUE_ENDED, number=due.matter, due=due.name)
    if becomes <= now or becomes == due.due_at:
        raise Refused(MatterReason.DUE_PAST, number=due.matter, due=due.name, at=becomes)
    if becomes > now + FARTHEST:
        raise Refused(MatterReason.DUE_FAR, number=due.matter, due=due.name, at=becomes)
    if not why:
        raise Refused(MatterReason.DUE_WHY, number=due.matter, due=due.name)
