"""What the floor offers: a bay that is free for a car that stands in the lane (Z2, Z4)."""

from collections.abc import Collection
from typing import NamedTuple

from frontdesk.domain.values.errors import Refused
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.floor import Floor
from frontdesk.domain.zone.places import Place, PlaceKind
from frontdesk.domain.zone.reasons import ZoneReason


class Offer(NamedTuple):
    """A car in the lane, and the free bay it can be guided to."""

    car: Car
    bay: Place

    @property
    def key(self) -> str:
        """What tells it from any other: which visit goes where."""
        return f"{self.car.visit_id} {self.bay.key}"


def offers(floor: Floor, sent: Collection[int] = ()) -> tuple[Offer, ...]:
    """Return who can be guided from the lane into a bay now: the longest wait first, one car for each bay.

    A bay that is kept for somebody is not offered; nor is a car that is on its way elsewhere already (`sent`: visits).
    """
    lane = [car for car in floor.in_zone if car.place.kind is PlaceKind.LANE and car.visit_id not in sent]
    lane.sort(key=lambda car: (car.arrived_at, car.visit_id))
    return tuple(Offer(car, bay) for car, bay in zip(lane, floor.open_places(PlaceKind.BAY), strict=False))


def check_guide(car: Car) -> None:
    """A car is guided from the lane: where it has left it, somebody was first. Raises `Refused`."""
    if car.place.kind is not PlaceKind.LANE:
        raise Refused(ZoneReason.NOT_IN_LANE, plate=car.plate, place=car.place, since=car.here_since)
