"""The board: the bays as cards, then every other place and who stands there."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from frontdesk.domain.clock import SECOND, Millis
from frontdesk.domain.plates import show_plate
from frontdesk.domain.policy import Policy
from frontdesk.domain.zone import Car, Floor, Place, PlaceKind
from frontdesk.i18n import _
from frontdesk.wording import bay_mark, duration, place_name
from screens.lines import Line, Span, ends, fit, width_of
from screens.picture import Picture

CARD_WIDTH = 26
_LABEL_WIDTH = 25
_CAR_LINES = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a car is drawn: for clicks."""

    y: int
    x: int
    width: int
    plate: str


def zone_tone(car: Car, policy: Policy, now: Millis) -> tuple[str, str]:
    """Return the colour and the word of a car's time in the zone: normal, attention, over the limit (Z6)."""
    if not car.place.in_zone:
        return "plain", ""
    time = car.zone_time(now)
    if time > policy.over_stay:
        return "over", _("over limit")
    if time > policy.over_stay_warning_s * SECOND:
        return "warn", _("attention")
    return "ok", _("normal")


def progress(car: Car, policy: Policy, now: Millis) -> Span:
    """Return how far the desk has come with a car's customer (Z4, Z4a)."""
    if car.received_at is None:
        waits = max(0, now - car.arrived_at)
        late = waits > policy.late_reception
        word = _("LATE, not received") if late else _("to be received")
        return Span(f"{word} {duration(waits)}", "over" if late else "warn")
    if car.work_order_at is not None:
        return Span(_("work order made"), "ok")
    return Span(_("received {who}").format(who=car.received_by).strip(), "plain")


def build_board(floor: Floor, policy: Policy, now: Millis, width: int, chosen: str) -> tuple[list[Line], list[Spot]]:
    """Return the board's lines, and where each car stands on it. `chosen` is the plate that is marked."""
    lines: list[Line] = []
    spots: list[Spot] = []
    bays = floor.of_kind(PlaceKind.BAY)
    per_row = max(1, min(len(bays), width // CARD_WIDTH))
    for start in range(0, len(bays), per_row):
        row = bays[start : start + per_row]
        card_width = width // per_row
        cards = [_card(floor, policy, now, bay, card_width, chosen) for bay in row]
        for x, bay in enumerate(row):
            car = next(iter(floor.at(bay)), None)
            if car:
                spots += [Spot(len(lines) + dy, x * card_width, card_width, car.plate) for dy in range(5)]
        lines += [sum(parts, ()) for parts in zip(*cards, strict=True)]
    for kind in (PlaceKind.LANE, PlaceKind.TEMPORARY, PlaceKind.REPAIR, PlaceKind.WORKSHOP_BAY, PlaceKind.WORKSHOP):
        if floor.of_kind(kind):
            _other_place(floor, policy, now, kind, width, chosen, lines, spots)
    return lines, spots


def _card(floor: Floor, policy: Policy, now: Millis, bay: Place, width: int, chosen: str) -> list[Line]:
    inside = width - 2
    car = next(iter(floor.at(bay)), None)
    name = f" {bay_mark(bay)} {place_name(bay)} "
    if car is None:
        tone, rows = "dim", [_card_row([Span(_("free"), "ok")], inside), _card_row([], inside), _card_row([], inside)]
    else:
        tone, word = zone_tone(car, policy, now)
        time = car.zone_time(now)
        left = policy.over_stay - time
        rest = f"-{duration(left)}" if left >= 0 else f"+{duration(-left)}"
        if inside >= 34:
            rest = (_("{time} left") if left >= 0 else _("{time} over")).format(time=duration(abs(left)))
        plate = Span(show_plate(car.plate), "chosen" if car.plate == chosen else "head")
        rows = [
            _card_row([plate], inside),
            ends(
                [Span(" "), Span(f"{duration(time):>6} {word}", tone)],
                [Span(rest, tone if left < 0 else "dim"), Span(" ")],
                inside,
            ),
            _card_row([progress(car, policy, now)], inside),
        ]
    border = "over" if tone == "over" else "warn" if tone == "warn" else "dim"
    top = f"╭─{name}{'─' * max(0, inside - 1 - cell_len(name))}╮"
    side = Span("│", border)
    return [
        fit([Span(top, border)], width),
        *((side, *row, side) for row in rows),
        fit([Span(f"╰{'─' * inside}╯", border)], width),
    ]


def _card_row(spans: list[Span], width: int) -> Line:
    return fit([Span(" "), *spans], width)


def _other_place(
    floor: Floor,
    policy: Policy,
    now: Millis,
    kind: PlaceKind,
    width: int,
    chosen: str,
    lines: list[Line],
    spots: list[Spot],
) -> None:
    places = floor.of_kind(kind)
    cars = [car for place in places for car in floor.at(place)]
    room = sum(place.capacity for place in places if place.capacity is not None)
    taken = f"{len(cars)}/{room}" if places[0].capacity is not None else f"{len(cars)}"
    title = place_name(places[0]) if len(places) == 1 else _("workshop waiting bays")
    label = ends([Span(f" {title}", "dim")], [Span(f"{taken} ", "plain")], _LABEL_WIDTH + 5)
    row: list[Span] = list(label)
    drawn = 1
    for index, car in enumerate(cars):
        chip = _chip(car, policy, now, chosen)
        if width_of(row) + width_of(chip) > width:
            if drawn == _CAR_LINES or kind is PlaceKind.WORKSHOP:
                row.append(Span(f"+{len(cars) - index}", "dim"))
                break
            lines.append(fit(row, width))
            row, drawn = [Span(" " * (_LABEL_WIDTH + 5))], drawn + 1
        spots.append(Spot(len(lines), width_of(row), width_of(chip), car.plate))
        row += chip
    lines.append(fit(row, width))


def _chip(car: Car, policy: Policy, now: Millis, chosen: str) -> list[Span]:
    plate = Span(show_plate(car.plate), "chosen" if car.plate == chosen else "head")
    if car.place.in_zone:
        tone, word = zone_tone(car, policy, now)
        return [plate, Span(f" {duration(car.zone_time(now))} {word} ", tone), progress(car, policy, now), Span("  ")]
    if car.place.kind is PlaceKind.WORKSHOP:
        return [plate, Span(f" {duration(now - car.here_since)}  ", "dim")]
    ticket = f" {car.ticket}" if car.ticket and car.place.kind is PlaceKind.TEMPORARY else ""
    waited = _("waits {time}").format(time=duration(car.customer_wait(now)))
    return [plate, Span(f"{ticket} {waited}  ", "plain")]


class Board(Picture):
    """The live board. Clicking or touching a car chooses it."""

    chosen: reactive[str] = reactive("")

    def __init__(self) -> None:
        super().__init__(id="board")
        self._spots: list[Spot] = []

    @dataclass
    class Chosen(Message):
        """A car was touched on the board."""

        plate: str

    def build(self, width: int) -> list[Line]:
        """Return the board."""
        if self.snapshot is None:
            return []
        lines, self._spots = build_board(self.snapshot.floor, self.snapshot.policy, self.now, width, self.chosen)
        return lines

    def watch_chosen(self) -> None:
        """Another car is marked."""
        self.redraw()

    def on_click(self, event: Click) -> None:
        """Choose the car that was touched."""
        for spot in self._spots:
            if spot.y == event.y and spot.x <= event.x < spot.x + spot.width:
                self.post_message(self.Chosen(spot.plate))
                return
