"""Every car in the lane as a list to choose from, however few rows the board has for them."""

from functools import partial

from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Plate, show_plate
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.places import PlaceKind
from frontdesk.words.lookup import word
from frontdesk.words.times import duration
from screens.kit.choose import ChooseDialog, Entry
from screens.kit.station import Station
from screens.zone.car_words import state, zone_tone


def whole_lane(station: Station) -> None:
    """Open the list; the car that is chosen is marked on the board."""
    snapshot, now = station.latest(), station.now
    cars = [car for car in snapshot.floor.cars if car.place.kind is PlaceKind.LANE]
    cars.sort(key=lambda car: -car.zone_time(now))
    dialog = ChooseDialog(
        lambda: f"{word(PlaceKind.LANE)} {len(cars)}", lambda: [_entry(car, snapshot.policy, now) for car in cars]
    )
    station.open(dialog, partial(_mark, station, [car.plate for car in cars]))


def _entry(car: Car, policy: Policy, now: Millis) -> Entry:
    _tone, said = zone_tone(car, policy, now)
    rest = f"{duration(car.zone_time(now)):>7} {said}  {state(car, policy, now).text}"
    return show_plate(car.plate), rest, True


def _mark(station: Station, plates: list[Plate], chosen: int | None) -> None:
    if chosen is not None:
        station.chosen = plates[chosen]
