"""What may be done with a car, and where an arriving one stands (Z2, Z3)."""

from frontdesk.domain.values.clock import DAY, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.floor import Floor
from frontdesk.domain.zone.places import NEEDS_WORK_ORDER, Place, PlaceKind
from frontdesk.domain.zone.reasons import ZoneReason

FARTHEST_BACK: Millis = 7 * DAY
"""A car is entered on the day, or after a weekend at the latest: what is older is a camera's clock, or mistyped."""


def place_for_arrival(floor: Floor, plate: Plate, wanted: str | None = None) -> Place:
    """Z4: a car that arrives goes to the place the guard names, else to a free bay, else into the lane."""
    here = floor.find(plate)
    if here is not None:
        raise Refused(ZoneReason.ALREADY_HERE, plate=plate, place=here.place, since=here.here_since)
    if wanted is not None:
        place = floor.place(wanted)
        if place.kind in NEEDS_WORK_ORDER:
            raise Refused(ZoneReason.NO_WORK_ORDER, plate=plate, place=place)
        _room(floor, place)
        return place
    return floor.free_place(PlaceKind.BAY) or floor.of_kind(PlaceKind.LANE)[0]


def check_move(floor: Floor, car: Car, place: Place) -> None:
    """Z5b, Z6a: a car moves where there is room; into the workshop's places only with a work order."""
    if place.key == car.place.key:
        raise Refused(ZoneReason.SAME_PLACE, plate=car.plate, place=place, since=car.here_since)
    if place.kind in NEEDS_WORK_ORDER and car.work_order_at is None:
        raise Refused(ZoneReason.NO_WORK_ORDER, plate=car.plate, place=place)
    _room(floor, place)


def check_swap(floor: Floor, car: Car, place: Place) -> Car:
    """Return the car that a car changes places with: the only one there is room for at that place.

    Raises `Refused` as for a move, for either of the two; the workshop gives no car up for another.
    """
    others = floor.at(place)
    if place.key == car.place.key or place.capacity != 1 or not others or car.place.kind is PlaceKind.WORKSHOP:
        check_move(floor, car, place)
        raise Refused(ZoneReason.NO_SWAP, plate=car.plate, place=place)
    (other,) = others
    for moving, target in ((car, place), (other, car.place)):
        if target.kind in NEEDS_WORK_ORDER and moving.work_order_at is None:
            raise Refused(ZoneReason.NO_WORK_ORDER, plate=moving.plate, place=target)
    return other


def check_receive(car: Car) -> None:
    """Z4: a customer is received once."""
    if car.received_at is not None:
        raise Refused(ZoneReason.ALREADY_RECEIVED, plate=car.plate, who=car.received_by, at=car.received_at)


def check_work_order(car: Car) -> None:
    """A work order is made once, for a customer who was received."""
    if car.received_at is None:
        raise Refused(ZoneReason.NOT_RECEIVED, plate=car.plate)
    if car.work_order_at is not None:
        raise Refused(ZoneReason.ALREADY_WORK_ORDER, plate=car.plate, at=car.work_order_at)


def check_time(at: Millis, now: Millis, last_change: Millis, plate: Plate) -> None:
    """A back-dated entry lies between the visit's last change and now, and within a week."""
    if at > now:
        raise Refused(ValueReason.IN_FUTURE, at=at, now=now)
    if at < now - FARTHEST_BACK:
        raise Refused(ZoneReason.ENTERED_LATE, at=at, now=now)
    if at < last_change:
        raise Refused(ZoneReason.BEFORE_LAST_CHANGE, plate=plate, at=at, since=last_change)


def _room(floor: Floor, place: Place) -> None:
    if not floor.has_room(place):
        raise Refused(ZoneReason.PLACE_FULL, place=place, cars=floor.at(place), floor=floor)
