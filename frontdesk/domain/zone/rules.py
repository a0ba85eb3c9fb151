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
    """Return where an arriving car goes: to the place the guard names, else a free bay, else the lane (Z4)."""
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
    """Check that the place has room and, for a workshop place, that there is a work order (Z5b, Z6a)."""
    if place.key == car.place.key:
        raise Refused(ZoneReason.SAME_PLACE, plate=car.plate, place=place, since=car.here_since)
    if place.kind in NEEDS_WORK_ORDER and car.work_order_at is None:
        raise Refused(ZoneReason.NO_WORK_ORDER, plate=car.plate, place=place)
    _room(floor, place)


def check_swap(floor: Floor, car: Car, place: Place) -> Car:
    """Return the car to swap with, which is the only one at a place with room for one car.

    Raises `Refused` as for a move of either car; the workshop gives up no car for another.
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
    """Check that the customer was not received before (Z4)."""
    if car.received_at is not None:
        raise Refused(ZoneReason.ALREADY_RECEIVED, plate=car.plate, who=car.received_by, at=car.received_at)


def check_work_order(car: Car) -> None:
    """Check that the customer was received and there is no work order yet."""
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
