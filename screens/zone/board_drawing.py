"""Draws the board: the bays as cards, the lane as a table, then every other place. Pure: values in, lines out."""

from dataclasses import dataclass, field
from typing import NamedTuple

from rich.cells import cell_len

from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.floor import Floor
from frontdesk.domain.zone.places import Place, PlaceKind
from frontdesk.words.zone import place_name
from screens.kit.spans import Line, fit
from screens.zone.bay_card import CARD_WIDTH, BayCards
from screens.zone.lane_table import lane_table
from screens.zone.other_places import OtherPlaces

_NAMED = 16
"""How many cells a bay's name takes at most where a bay is one line."""
_LANE = 2
"""How many rows the lane takes at least where a car is in it."""


class Spot(NamedTuple):
    """The area in which a car is drawn, used for clicks."""

    y: int
    x: int
    width: int
    plate: Plate


@dataclass(slots=True)
class BoardDrawing:
    """The board at one moment, in `width` cells and `room` rows. `chosen` is the plate that is marked."""

    floor: Floor
    policy: Policy
    now: Millis
    width: int
    room: int
    chosen: Plate
    big: bool = False
    """Whether there is room for digits that are read from across the hall."""
    airy: bool = False
    """Whether a row may stay empty between the lane and the other places."""
    lines: list[Line] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    beyond: int | None = None
    """The row that says how many cars in the lane are not shown."""

    def draw(self) -> "BoardDrawing":
        """Fill `lines`, and fill `spots` with the position of each car in them."""
        bays = self.floor.of_kind(PlaceKind.BAY)
        per_row = max(1, min(len(bays), self.width // CARD_WIDTH))
        others = OtherPlaces(self.floor, self.now, self.width, self.chosen)
        below, spots = others.draw()
        queued = sum(1 + len(self.floor.at(lane)) for lane in self.floor.of_kind(PlaceKind.LANE))
        cards = BayCards(self.floor, self.policy, self.now, self.chosen, self.big)
        if -(-len(bays) // per_row) * cards.high + queued + len(below) > self.room:
            # A car more in view is worth more than big digits.
            cards = cards._replace(big=False)
        high = -(-len(bays) // per_row) * cards.high + _LANE
        if high + len(below) > self.room:
            below, spots = others._replace(named=False).draw()
        if high + len(below) > self.room:
            self._bay_rows(cards, bays)
        else:
            for start in range(0, len(bays), per_row):
                self._cards(cards, bays[start : start + per_row], per_row)
        self._lane(max(1, self.room - len(self.lines) - 1 - len(below)))
        if self.airy and len(self.lines) + len(below) < self.room:
            self.lines.append(fit((), self.width))
        self.spots += [Spot(len(self.lines) + y, x, wide, plate) for y, x, wide, plate in spots]
        self.lines += below
        return self

    def _bay_rows(self, cards: BayCards, bays: tuple[Place, ...]) -> None:
        named = min(_NAMED, max(cell_len(place_name(bay)) for bay in bays) + 2)
        for bay in bays:
            self.spots += [Spot(len(self.lines), 0, self.width, car.plate) for car in self.floor.at(bay)]
            self.lines.append(cards.row(bay, self.width, named))

    def _cards(self, cards: BayCards, bays: tuple[Place, ...], per_row: int) -> None:
        # What is left over goes to the first ones: no edge of the window stays empty.
        widths = [self.width // per_row + (x < self.width % per_row) for x in range(len(bays))]
        for x, bay in enumerate(bays):
            for car in self.floor.at(bay):
                self.spots += [
                    Spot(len(self.lines) + y, sum(widths[:x]), widths[x], car.plate) for y in range(cards.high)
                ]
        drawn = [cards.card(bay, width) for bay, width in zip(bays, widths, strict=True)]
        self.lines += [sum(parts, ()) for parts in zip(*drawn, strict=True)]

    def _lane(self, room: int) -> None:
        for lane in self.floor.of_kind(PlaceKind.LANE):
            cars = tuple(sorted(self.floor.at(lane), key=lambda car: -car.zone_time(self.now)))
            table = lane_table(place_name(lane), cars, self.policy, now=self.now, width=self.width, chosen=self.chosen)
            rows = min(len(cars), room)
            self.beyond = len(self.lines) if rows < len(cars) else None
            self.lines.append(table.heading(rows))
            for car in table.in_view(rows):
                self.spots.append(Spot(len(self.lines), 0, self.width, car.plate))
                self.lines.append(table.row(car))
