"""The pre-inspection zone: where a car may stand, what may happen to it, and what is over the limit (Z2–Z6, Z4a)."""

from dataclasses import dataclass
from typing import NamedTuple

from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.text import clean_line
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.places import PLACE_LIMIT, Place, PlaceKind
from frontdesk.domain.zone.reasons import ZoneReason


class Kept(NamedTuple):
    """A place that is kept for a car on its way there."""

    place: str
    plate: Plate
    ticket: str = ""
    """The call ticket of a customer who was called to it; "" where the car was sent there."""


@dataclass(frozen=True, slots=True)
class Floor:
    """Every place and every car at the store, at one moment."""

    places: tuple[Place, ...]
    cars: tuple[Car, ...]
    kept: tuple[Kept, ...] = ()
    """The places somebody is on the way to, one for each: a car sent there, a customer called to it."""

    @property
    def in_zone(self) -> tuple[Car, ...]:
        """The cars in the zone."""
        return tuple(car for car in self.cars if car.place.in_zone)

    @property
    def count(self) -> int:
        """How many cars are in the zone (Z5)."""
        return len(self.in_zone)

    def car(self, plate: str) -> Car:
        """Return the car with this plate. Raises `Refused(NOT_HERE)`."""
        found = self.find(plate)
        if found is None:
            raise Refused(ZoneReason.NOT_HERE, plate=plate)
        return found

    def find(self, plate: str) -> Car | None:
        """Return the car with this plate, or None if it is not at the store."""
        return next((car for car in self.cars if car.plate == plate), None)

    def at(self, place: Place) -> tuple[Car, ...]:
        """Return the cars that stand at a place."""
        return tuple(car for car in self.cars if car.place.key == place.key)

    def free(self, place: Place) -> int | None:
        """Return how many more cars a place takes, or None if there is no limit."""
        return None if place.capacity is None else max(0, place.capacity - len(self.at(place)))

    def has_room(self, place: Place) -> bool:
        """Whether a place takes one more car."""
        return self.free(place) != 0

    def of_kind(self, kind: PlaceKind) -> tuple[Place, ...]:
        """Return the places of a kind."""
        return tuple(place for place in self.places if place.kind is kind)

    def open_places(self, kind: PlaceKind) -> tuple[Place, ...]:
        """Return the places of a kind that have room promised to nobody, each as often as it takes another car."""
        found: list[Place] = []
        for place in self.of_kind(kind):
            free = self.free(place)
            kept = sum(each.place == place.key for each in self.kept)
            found += [place] * (1 if free is None else max(0, free - kept))
        return tuple(found)

    def kept_for(self, place: Place) -> Kept | None:
        """Return for whom an empty place for one car is kept; None for nobody."""
        if place.capacity != 1 or self.at(place):
            return None
        return next((each for each in self.kept if each.place == place.key), None)

    def free_place(self, kind: PlaceKind) -> Place | None:
        """Return the first place of a kind that has room promised to nobody."""
        return next(iter(self.open_places(kind)), None)

    def place(self, key: str) -> Place:
        """Return the place with this key. Raises `Refused(UNKNOWN_PLACE)`."""
        for place in self.places:
            if place.key == key:
                return place
        raise Refused(ZoneReason.UNKNOWN_PLACE, text=clean_line(key, PLACE_LIMIT), places=self.places)
