"""The pre-inspection zone: where a car may stand, what may happen to it, and what is over the limit (Z2–Z6, Z4a)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.text import clean_line

PLACE_LIMIT = 40


class PlaceKind(StrEnum):
    """The kinds of place of the glossary."""

    BAY = "bay"
    LANE = "lane"
    TEMPORARY = "temporary"
    REPAIR = "repair"
    WORKSHOP_BAY = "workshop_bay"
    WORKSHOP = "workshop"


IN_ZONE = frozenset({PlaceKind.BAY, PlaceKind.LANE})
_ZONE_KEY = re.compile(r"bay\d+|lane")
NEEDS_WORK_ORDER = frozenset({PlaceKind.WORKSHOP_BAY, PlaceKind.WORKSHOP})


class Purpose(StrEnum):
    """Why a car came. Only the first two may stop in the zone (Z3)."""

    MAINTENANCE = "maintenance"
    REPAIR = "repair"
    OTHER = "other"


def is_zone_key(key: str) -> bool:
    """Whether the place of a key is in the zone, also one that is no longer in use."""
    return _ZONE_KEY.fullmatch(key) is not None


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere a car can stand. `capacity` None: as many as come."""

    key: str
    kind: PlaceKind
    name: str
    capacity: int | None

    @property
    def in_zone(self) -> bool:
        """Whether a car here counts as in the zone."""
        return self.kind in IN_ZONE


@dataclass(frozen=True, slots=True)
class Stay:
    """One interval of a visit at one place; `ended_at` None while it lasts."""

    in_zone: bool
    started_at: Millis
    ended_at: Millis | None


@dataclass(frozen=True, slots=True)
class ZoneClock:
    """A visit's time in the zone: what earlier stretches add up to, and since when the present one runs."""

    before: Millis
    since: Millis | None

    @classmethod
    def of(cls, stays: Iterable[Stay]) -> "ZoneClock":
        """Add up a visit's stays, in order of time: driving out and in again does not start afresh (Z6)."""
        before, since, ended = 0, None, None
        for stay in stays:
            ended = stay.ended_at
            if not stay.in_zone:
                if since is not None:
                    before += stay.started_at - since
                since = None
            elif since is None:
                since = stay.started_at
        if since is not None and ended is not None:
            before, since = before + ended - since, None
        return cls(before, since)

    def at(self, now: Millis) -> Millis:
        """Return the zone time at `now`; never negative."""
        return self.before + (max(0, now - self.since) if self.since is not None else 0)

    def reaches(self, limit: Millis) -> Millis | None:
        """Return the instant the zone time reaches `limit`, or None while the car is not in the zone."""
        if self.since is None:
            return None
        return max(self.since, self.since + limit - self.before)


@dataclass(frozen=True, slots=True)
class Car:
    """An open visit, as the board shows it."""

    visit_id: int
    plate: str
    purpose: Purpose
    place: Place
    here_since: Millis
    zone: ZoneClock
    arrived_at: Millis
    received_at: Millis | None = None
    received_by: str = ""
    work_order_at: Millis | None = None
    handed_over_at: Millis | None = None
    expected_exit_at: Millis | None = None
    ticket: str = ""

    def zone_time(self, now: Millis) -> Millis:
        """Return how long this visit has been in the zone in total."""
        return self.zone.at(now)

    def customer_wait(self, now: Millis) -> Millis:
        """Return the time from arrival until hand-over; no diversion stops it."""
        return max(0, (now if self.handed_over_at is None else self.handed_over_at) - self.arrived_at)


@dataclass(frozen=True, slots=True)
class Floor:
    """Every place and every car at the store, at one moment."""

    places: tuple[Place, ...]
    cars: tuple[Car, ...]
    promised: tuple[str, ...] = ()
    """The keys of the places somebody is on the way to, one for each: a car sent there, a customer called to it."""

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
            raise Refused(Reason.NOT_HERE, plate=plate)
        return found

    def find(self, plate: str) -> Car | None:
        """Return the car with this plate, or None where it is not at the store."""
        return next((car for car in self.cars if car.plate == plate), None)

    def at(self, place: Place) -> tuple[Car, ...]:
        """Return the cars that stand at a place."""
        return tuple(car for car in self.cars if car.place.key == place.key)

    def free(self, place: Place) -> int | None:
        """Return how many more cars a place takes; None: as many as come."""
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
            found += [place] * (1 if free is None else max(0, free - self.promised.count(place.key)))
        return tuple(found)

    def free_place(self, kind: PlaceKind) -> Place | None:
        """Return the first place of a kind that has room promised to nobody."""
        return next(iter(self.open_places(kind)), None)

    def place(self, key: str) -> Place:
        """Return the place with this key. Raises `Refused(UNKNOWN_PLACE)`."""
        for place in self.places:
            if place.key == key:
                return place
        raise Refused(Reason.UNKNOWN_PLACE, text=clean_line(key, PLACE_LIMIT), places=self.places)


def place_for_arrival(floor: Floor, plate: str, wanted: str | None = None) -> Place:
    """Z4: a car that arrives goes to the place the guard names, else to a free bay, else into the lane."""
    here = floor.find(plate)
    if here is not None:
        raise Refused(Reason.ALREADY_HERE, plate=plate, place=here.place, since=here.here_since)
    if wanted is not None:
        place = floor.place(wanted)
        if place.kind in NEEDS_WORK_ORDER:
            raise Refused(Reason.NO_WORK_ORDER, plate=plate, place=place)
        _room(floor, place)
        return place
    return floor.free_place(PlaceKind.BAY) or floor.of_kind(PlaceKind.LANE)[0]


def check_move(floor: Floor, car: Car, place: Place) -> None:
    """Z5b, Z6a: a car moves where there is room; into the workshop's places only with a work order."""
    if place.key == car.place.key:
        raise Refused(Reason.SAME_PLACE, plate=car.plate, place=place, since=car.here_since)
    if place.kind in NEEDS_WORK_ORDER and car.work_order_at is None:
        raise Refused(Reason.NO_WORK_ORDER, plate=car.plate, place=place)
    _room(floor, place)


def check_receive(car: Car) -> None:
    """Z4: a customer is received once."""
    if car.received_at is not None:
        raise Refused(Reason.ALREADY_RECEIVED, plate=car.plate, who=car.received_by, at=car.received_at)


def check_work_order(car: Car) -> None:
    """A work order is made once, for a customer who was received."""
    if car.received_at is None:
        raise Refused(Reason.NOT_RECEIVED, plate=car.plate)
    if car.work_order_at is not None:
        raise Refused(Reason.ALREADY_WORK_ORDER, plate=car.plate, at=car.work_order_at)


def check_time(at: Millis, now: Millis, last_change: Millis, plate: str) -> None:
    """A back-dated entry lies between the visit's last change and now."""
    if at > now:
        raise Refused(Reason.IN_FUTURE, at=at, now=now)
    if at < last_change:
        raise Refused(Reason.BEFORE_LAST_CHANGE, plate=plate, at=at, since=last_change)


def _room(floor: Floor, place: Place) -> None:
    if not floor.has_room(place):
        raise Refused(Reason.PLACE_FULL, place=place, cars=floor.at(place), floor=floor)
