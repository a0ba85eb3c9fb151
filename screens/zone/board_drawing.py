"""Draws the board: the bays as cards, then every other place and its cars. Pure functions from values to lines."""

from dataclasses import dataclass, field

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.renderables.digits import Digits

from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Plate, show_plate
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.floor import Floor
from frontdesk.domain.zone.places import Place, PlaceKind
from frontdesk.words.i18n import _
from frontdesk.words.times import duration
from frontdesk.words.zone import bay_mark, kept_text, place_name
from screens.kit.lines import Line, Span, ends, fit, shortened, width_of

CARD_WIDTH = 26
_LABEL_WIDTH = 30
_MORE = 4
"""How many cells are reserved for the number of further cars."""
CAR_LINES = 4
"""How many lines the cars at one kind of place take at most."""
_TIMED = 60
"""From this many cells beside the label on, a car in the lane is shown with its customer's wait."""
_ROOMY = 34
"""From this many cells inside a card on, the time to the limit is said in words."""

OTHER_PLACES = (
    PlaceKind.LANE, PlaceKind.TEMPORARY, PlaceKind.REPAIR, PlaceKind.WORKSHOP_BAY, PlaceKind.WORKSHOP,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """The area in which a car is drawn, used for clicks."""

    y: int
    x: int
    width: int
    plate: Plate


def zone_tone(car: Car, policy: Policy, now: Millis) -> tuple[str, str]:
    """Return the colour and the word of a car's time in the zone: normal, attention, over the limit (Z6)."""
    if not car.place.in_zone:
        return "plain", ""
    time = car.zone_time(now)
    if policy.is_over_stay(time):
        return "over", _("over limit")
    if policy.asks_for_attention(time):
        return "warn", _("attention")
    return "ok", _("normal")


def progress(car: Car, policy: Policy, now: Millis, *, timed: bool = True) -> Span:
    """Return whether the customer was received and has a work order (Z4, Z4a); `timed`: with the waiting time."""
    if car.received_at is None:
        if car.ticket:
            return Span(_("diverted, {ticket}").format(ticket=car.ticket), "plain")
        waits, late = max(0, now - car.arrived_at), car.is_received_late(policy.late_reception, now)
        word = _("LATE, not received") if late else _("to be received")
        return Span(f"{word} {duration(waits)}" if timed else word, "over" if late else "warn")
    if car.work_order_at is not None:
        return Span(_("work order made"), "ok")
    return Span(_("received {who}").format(who=car.received_by).strip(), "plain")


@dataclass(slots=True)
class BoardDrawing:
    """The board at one moment and one width. `chosen` is the plate that is marked; `rows`: as `CAR_LINES`."""

    floor: Floor
    policy: Policy
    now: Millis
    width: int
    chosen: Plate
    rows: int = CAR_LINES
    big: bool = False
    """Whether there is room for digits that are read from across the hall."""
    lines: list[Line] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    def draw(self) -> "BoardDrawing":
        """Fill `lines`, and fill `spots` with the position of each car in them."""
        bays = self.floor.of_kind(PlaceKind.BAY)
        per_row = max(1, min(len(bays), self.width // CARD_WIDTH))
        for start in range(0, len(bays), per_row):
            self._cards(bays[start : start + per_row], self.width // per_row)
        for kind in OTHER_PLACES:
            if self.floor.of_kind(kind):
                self._row_of_cars(kind)
        return self

    def _cards(self, bays: tuple[Place, ...], width: int) -> None:
        for x, bay in enumerate(bays):
            for car in self.floor.at(bay):
                self.spots += [Spot(len(self.lines) + y, x * width, width, car.plate) for y in range(self._card_height)]
        cards = [self._card(bay, width) for bay in bays]
        self.lines += [sum(parts, ()) for parts in zip(*cards, strict=True)]

    @property
    def _card_height(self) -> int:
        return 8 if self.big else 5

    def _card(self, bay: Place, width: int) -> list[Line]:
        inside = width - 2
        car = next(iter(self.floor.at(bay)), None)
        kept = self.floor.kept_for(bay)
        empty = Span(kept_text(kept)) if kept else Span(_("free"), "ok")
        tone, rows = ("dim", [_row(inside, empty), *[_row(inside)] * (self._card_height - 3)])
        if car is not None:
            tone, rows = zone_tone(car, self.policy, self.now)[0], self._car_rows(car, inside)
        border = tone if tone in {"over", "warn"} else "dim"
        name = " ".join(dict.fromkeys((bay_mark(bay), place_name(bay))))
        name = f" {shortened(name, inside - 4)} "
        top = f"╭─{name}{'─' * max(0, inside - 1 - cell_len(name))}╮"
        side = Span("│", border)
        return [
            fit([Span(top, border)], width),
            *((side, *row, side) for row in rows),
            fit([Span(f"╰{'─' * inside}╯", border)], width),
        ]

    def _car_rows(self, car: Car, inside: int) -> list[Line]:
        tone, word = zone_tone(car, self.policy, self.now)
        time = car.zone_time(self.now)
        is_over, length = self.policy.is_over_stay(time), duration(abs(self.policy.over_stay - time))
        rest = f"+{length}" if is_over else f"-{length}"
        if inside >= _ROOMY:
            rest = (_("{time} over") if is_over else _("{time} left")).format(time=length)
        spent = Span(f"{duration(time):>7} {word}"[max(0, 7 + 1 + cell_len(word) + len(rest) + 1 - inside) :], tone)
        digits = [_row(inside, Span(f"  {row}", tone)) for row in _big(duration(time))] if self.big else []
        return [
            _row(inside, self._plate(car)),
            *digits,
            ends([spent], [Span(f"{rest} ", tone if is_over else "dim")], inside),
            _row(inside, progress(car, self.policy, self.now)),
        ]

    def _row_of_cars(self, kind: PlaceKind) -> None:
        places = self.floor.of_kind(kind)
        cars = [car for place in places for car in self.floor.at(place)]
        room = sum(place.capacity for place in places if place.capacity is not None)
        taken = f"{len(cars)}" if places[0].capacity is None else f"{len(cars)}/{room}"
        title = place_name(places[0]) if len(places) == 1 else _("workshop waiting bays")
        row, used = list(ends([Span(f" {title}", "dim")], [Span(f"{taken} ")], _LABEL_WIDTH)), _LABEL_WIDTH
        drawn = 1
        for index, car in enumerate(cars):
            chip = self._chip(car)
            needed = width_of(chip)
            last_line = drawn == self.rows or kind is PlaceKind.WORKSHOP
            spare = _MORE if last_line and index < len(cars) - 1 else 0
            if index and used + needed + spare > self.width:
                if last_line:
                    row.append(Span(f"+{len(cars) - index}", "dim"))
                    break
                self.lines.append(fit(row, self.width))
                row, used, drawn = [Span(" " * _LABEL_WIDTH)], _LABEL_WIDTH, drawn + 1
            room_left = self.width - used - spare
            if needed > room_left:
                chip, needed = list(fit(chip, room_left)), room_left
            self.spots.append(Spot(len(self.lines), used, needed, car.plate))
            row += chip
            used += needed
        row += self._kept(places, self.width - used)
        self.lines.append(fit(row, self.width))

    def _kept(self, places: tuple[Place, ...], room: int) -> list[Span]:
        """Return which empty places for one car are kept for whom, as many as there is room for."""
        spans: list[Span] = []
        for place in places:
            kept = self.floor.kept_for(place)
            said = Span(f"{place_name(place)} {kept_text(kept)}  ") if kept else Span("")
            if width_of([*spans, said]) <= room:
                spans.append(said)
        return spans

    def _chip(self, car: Car) -> list[Span]:
        plate = self._plate(car)
        if car.place.in_zone:
            tone, word = zone_tone(car, self.policy, self.now)
            spent = Span(f" {duration(car.zone_time(self.now))} {word} ", tone)
            roomy = self.width - _LABEL_WIDTH >= _TIMED
            return [plate, spent, progress(car, self.policy, self.now, timed=roomy), Span("  ")]
        if car.place.kind is PlaceKind.WORKSHOP:
            return [plate, Span(f" {duration(self.now - car.here_since)}  ", "dim")]
        ticket = f" {car.ticket}" if car.ticket and car.place.kind is PlaceKind.TEMPORARY else ""
        waited = _("waits {time}").format(time=duration(car.customer_wait(self.now)))
        return [plate, Span(f"{ticket} {waited}  ")]

    def _plate(self, car: Car) -> Span:
        return Span(show_plate(car.plate), "chosen" if car.plate == self.chosen else "head")


def _row(width: int, *spans: Span) -> Line:
    return fit([Span(" "), *spans] if width_of(spans) < width else spans, width)


def _big(text: str) -> list[str]:
    """Return a time in digits three rows high."""
    drawn = "".join(piece.text for piece in Digits(text).render(Style(bold=True)) if isinstance(piece, Segment))
    return drawn.rstrip("\n").split("\n")
