"""The places outside the zone, side by side: how full each is, who stands there, whom it is kept for."""

from typing import NamedTuple

from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Plate, show_plate
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.floor import Floor
from frontdesk.domain.zone.places import Place, PlaceKind
from frontdesk.words.i18n import _
from frontdesk.words.times import duration
from frontdesk.words.zone import kept_text, place_name
from screens.kit.spans import Line, Span, fit, width_of

_KINDS = (PlaceKind.TEMPORARY, PlaceKind.REPAIR, PlaceKind.WORKSHOP_BAY, PlaceKind.WORKSHOP)
_MORE = 6
"""How many cells are kept for the number of further cars."""

CarSpot = tuple[int, int, int, Plate]
"""The row and the column of a car, how many cells it takes, and its plate."""


class OtherPlaces(NamedTuple):
    """The places at one moment, in `width` cells. `chosen` is the plate that is marked."""

    floor: Floor
    now: Millis
    width: int
    chosen: Plate
    named: bool = True
    """Whether the cars are named, and empty places too; where there is no room, the numbers of cars stand alone."""

    def draw(self) -> tuple[list[Line], list[CarSpot]]:
        """Return the lines, each place in the line of the one before it where it fits whole, and where the cars are."""
        lines: list[list[Span]] = [[]]
        spots: list[CarSpot] = []
        for kind in _KINDS:
            places = self.floor.of_kind(kind)
            if not places or not (self.named or self._is_used(places)):
                continue
            said, plates = self._place(places, self.width)
            if lines[-1] and width_of([*lines[-1], *said]) > self.width:
                lines.append([])
            before = width_of(lines[-1])
            spots += [(len(lines) - 1, before + x, wide, plate) for x, wide, plate in plates]
            lines[-1] += said
        return [fit(row, self.width) for row in lines if row], spots

    def _is_used(self, places: tuple[Place, ...]) -> bool:
        return any(self.floor.at(place) or self.floor.kept_for(place) for place in places)

    def _place(self, places: tuple[Place, ...], width: int) -> tuple[list[Span], list[tuple[int, int, Plate]]]:
        cars = [car for place in places for car in self.floor.at(place)]
        room = sum(place.capacity for place in places if place.capacity is not None)
        taken = f"{len(cars)}" if places[0].capacity is None else f"{len(cars)}/{room}"
        title = place_name(places[0]) if len(places) == 1 else _("workshop waiting bays")
        spans, plates = [Span(f" {title} ", "dim"), Span(f"{taken}  ", "head" if cars else "plain")], []
        for number, car in enumerate(cars if self.named else ()):
            chip, reserved = self._chip(car), 0 if number == len(cars) - 1 else _MORE
            if width_of([*spans, *chip]) > width - reserved:
                spans.append(Span(f"+{len(cars) - number}  ", "dim"))
                break
            plates.append((width_of(spans), width_of(chip), car.plate))
            spans += chip
        for place in places:
            kept = self.floor.kept_for(place)
            said = Span(f"{place_name(place)} {kept_text(kept)}  ") if kept else Span("")
            if width_of([*spans, said]) <= width:
                spans.append(said)
        return spans, plates

    def _chip(self, car: Car) -> list[Span]:
        plate = Span(show_plate(car.plate), "chosen" if car.plate == self.chosen else "head")
        if car.place.kind is PlaceKind.WORKSHOP:
            return [plate, Span(f" {duration(self.now - car.here_since)}  ", "dim")]
        ticket = f" {car.ticket}" if car.ticket and car.place.kind is PlaceKind.TEMPORARY else ""
        waited = _("waits {time}").format(time=duration(car.customer_wait(self.now)))
        return [plate, Span(f"{ticket} {waited}  ")]
