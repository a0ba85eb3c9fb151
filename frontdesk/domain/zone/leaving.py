"""Why a customer left whom nobody had received."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from frontdesk.domain.values.errors import Refused
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.reasons import ZoneReason


class WhyLeft(StrEnum):
    """Why a customer left without having been received."""

    NO_WAIT = "no_wait"
    WRONG_PLACE = "wrong_place"
    COMES_BACK = "comes_back"
    OTHER = "other"
    UNKNOWN = "unknown"
    """Nobody was asked: a camera saw the car leave, or a log of the day says no more."""


ASKED = (WhyLeft.NO_WAIT, WhyLeft.WRONG_PLACE, WhyLeft.COMES_BACK, WhyLeft.OTHER)
"""What whoever lets a car leave is asked."""


@dataclass(frozen=True, slots=True)
class LeftUnreceived:
    """How many customers left in a time without having been received, by reason; only those that there were."""

    by_reason: Mapping[WhyLeft, int]

    @property
    def count(self) -> int:
        """How many there were in all."""
        return sum(self.by_reason.values())


def check_leaving(car: Car, why: WhyLeft | None) -> WhyLeft | None:
    """Return why a car leaves, as it goes on record: nothing where the customer was received.

    Raises `Refused(WHY_LEFT)` where nobody received the customer and no reason is given.
    """
    if car.received_at is not None:
        return None
    if why is None:
        raise Refused(ZoneReason.WHY_LEFT, plate=car.plate, choices=tuple(each.value for each in WhyLeft))
    return why
