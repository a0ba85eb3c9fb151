"""A call to the staff outside the stations, and what it is about."""

from typing import NamedTuple

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.matters.due import Due
from frontdesk.domain.values.plates import Plate


class Call(NamedTuple):
    """What a call says of an escalation: which car, if any, and the number by which it is found."""

    escalation: Escalation
    plate: Plate
    number: int
    """Of the case or the matter; of the escalation where it is about neither."""
    owed: Due | None = None
