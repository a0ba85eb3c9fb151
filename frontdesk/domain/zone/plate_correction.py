"""When the plate of a visit may be corrected, and into which."""

from collections.abc import Iterable
from typing import NamedTuple

from frontdesk.domain.people.roles import Rank
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.reasons import ZoneReason


class NamedVisit(NamedTuple):
    """A visit and the plate it is on record with; `left_at` None while the car is at the store."""

    id: int
    plate: Plate
    arrived_at: Millis
    left_at: Millis | None


def check_correction(
    visit: NamedVisit, plate: Plate, *, rank: Rank, now: Millis, here: Car | None, others: Iterable[NamedVisit]
) -> None:
    """Check a plate correction: anybody may correct a car that is here, later only manager, deputy or director.

    `here`: the car at the store with the right plate; `others`: the visits of that plate. One plate can be at only one
    place at a time. Raises `Refused`.
    """
    if plate == visit.plate:
        raise Refused(ZoneReason.SAME_PLATE, plate=plate)
    if visit.left_at is not None and rank < Rank.MANAGER:
        raise Refused(ZoneReason.LEFT_ALREADY, plate=visit.plate, left_at=visit.left_at, now=now)
    if visit.left_at is None and here is not None:
        raise Refused(ZoneReason.ALREADY_HERE, plate=plate, place=here.place, since=here.here_since)
    for other in others:
        if _overlap(visit, other):
            raise Refused(ZoneReason.HERE_THEN, plate=plate, number=other.id, since=other.arrived_at, now=now)


def _overlap(one: NamedVisit, other: NamedVisit) -> bool:
    return (other.left_at is None or one.arrived_at < other.left_at) and (
        one.left_at is None or other.arrived_at < one.left_at
    )
