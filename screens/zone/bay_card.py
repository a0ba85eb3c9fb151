"""A bay as a picture: the plate, the customer's state in words, the car's time as a bar, and what is left of it."""

from typing import NamedTuple

from rich.cells import cell_len

from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Plate, show_plate
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.floor import Floor
from frontdesk.domain.zone.places import Place
from frontdesk.words.i18n import _
from frontdesk.words.times import duration
from frontdesk.words.zone import bay_mark, kept_text, place_name
from screens.kit.spans import Line, Span, ends, fit, line, shortened, width_of
from screens.kit.tall_digits import tall
from screens.zone.car_words import state, zone_tone
from screens.zone.dwell_bar import dwell_bar

CARD_WIDTH = 26
HIGH, HIGH_BIG = 5, 8
"""How many rows a card takes; more where the time is in big digits."""
_ROOMY = 34
"""From this many cells inside a card on, the time to the limit is said in words."""
_EDGES = {"over": "answered", "warn": "warn"}
"""The tone of the border by that of the time."""


class BayCards(NamedTuple):
    """The bays at one moment. `chosen` is the plate that is marked; `big`: with digits that are read from afar."""

    floor: Floor
    policy: Policy
    now: Millis
    chosen: Plate
    big: bool = False

    @property
    def high(self) -> int:
        """How many rows a card takes."""
        return HIGH_BIG if self.big else HIGH

    def card(self, bay: Place, width: int) -> list[Line]:
        """Return a bay as a box of `width` cells."""
        inside = width - 2
        car = next(iter(self.floor.at(bay)), None)
        name = " ".join(dict.fromkeys((bay_mark(bay), place_name(bay))))
        if car is None:
            kept = self.floor.kept_for(bay)
            rows = [_row(inside, Span(kept_text(kept)) if kept else Span(_("free"), "ok"))]
            return _boxed(name, [*rows, *[_row(inside)] * (self.high - 3)], "dim", width)
        tone, _word = zone_tone(car, self.policy, self.now)
        rows, verdict = self._car_rows(car, inside)
        return _boxed(name, rows, _EDGES.get(tone, "dim"), width, verdict)

    def row(self, bay: Place, width: int, named: int) -> Line:
        """Return a bay in one line, its name in `named` cells, where there is no room for boxes."""
        name = fit([Span(f" {shortened(place_name(bay), named - 2)} ", "dim")], named)
        car = next(iter(self.floor.at(bay)), None)
        if car is None:
            kept = self.floor.kept_for(bay)
            return fit([*name, Span(kept_text(kept)) if kept else Span(_("free"), "ok")], width)
        tone, word = zone_tone(car, self.policy, self.now)
        plate, said = self._plate(car), state(car, self.policy, self.now)
        spent = Span(f"{duration(car.zone_time(self.now)):>7} {word}  ", tone)
        return fit([*name, plate, spent, said], width)

    def _plate(self, car: Car) -> Span:
        return Span(show_plate(car.plate), "chosen" if car.plate == self.chosen else "head")

    def _car_rows(self, car: Car, inside: int) -> tuple[list[Line], tuple[Span, ...]]:
        """Return the rows of a car, and what stands in the border below, where its state takes a row of its own."""
        tone, word = zone_tone(car, self.policy, self.now)
        time, said = car.zone_time(self.now), state(car, self.policy, self.now)
        plate = [Span(" "), self._plate(car)]
        digits = [_row(inside, Span(f" {row}", tone)) for row in tall(duration(time))] if self.big else []
        middle = [*digits, line(" ", *dwell_bar(time, self.policy, inside - 2, tone), " ")]
        spent, rest = [] if self.big else [Span(f"{duration(time)} ", tone)], self._rest(time, inside, tone)
        if width_of([*plate, said]) + 2 <= inside:
            last = ends([Span(" "), *spent, Span(word, tone)], [rest, Span(" ")], inside)
            return [ends(plate, [said, Span(" ")], inside), *middle, last], ()
        own = _row(inside, Span(shortened(said.text, inside - 1), said.tone))
        return [ends(plate, spent, inside), *middle, own], (Span(word, tone), rest)

    def _rest(self, time: Millis, inside: int, tone: str) -> Span:
        """Return what is left until the limit, or how far it is over."""
        is_over, length = self.policy.is_over_stay(time), duration(abs(self.policy.over_stay - time))
        said = f"+{length}" if is_over else f"-{length}"
        if inside >= _ROOMY:
            said = (_("{time} over") if is_over else _("{time} left")).format(time=length)
        return Span(said, tone if is_over else "dim")


def _boxed(name: str, rows: list[Line], edge: str, width: int, below: tuple[Span, ...] = ()) -> list[Line]:
    """Return rows in a box with a name in its upper border; `below`: what stands in the lower one."""
    inside, side = width - 2, Span("│", edge)
    title = shortened(name, inside - 4)
    top = line(Span("╭─ ", edge), Span(title, "head"), Span(f" {'─' * (inside - 3 - cell_len(title))}╮", edge))
    bottom = [Span("╰", edge), Span("─" * inside, edge), Span("╯", edge)]
    if below:
        word, rest = below
        gap = "─" * max(1, inside - 6 - word.width - rest.width)
        bottom = [Span("╰─ ", edge), word, Span(f" {gap} ", edge), rest, Span(" ─╯", edge)]
    return [top, *((side, *row, side) for row in rows), fit(bottom, width)]


def _row(width: int, *spans: Span) -> Line:
    return fit([Span(" "), *spans] if width_of(spans) < width else spans, width)
