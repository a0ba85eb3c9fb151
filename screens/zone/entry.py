"""The entry box: part of a plate is enough. Below it, the cars that fit."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.widgets import Input

from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.plates import NO_PLATE, Plate, fragment, is_usual, parse_plate, rank, show_plate
from frontdesk.words.i18n import _
from frontdesk.words.times import duration
from frontdesk.words.zone import place_name
from screens.kit.lines import Line, Lines, Span, fit, line
from screens.kit.live_lines import Picture

SHOWN = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A plate that fits what was typed, and whether its car is at the store."""

    plate: Plate
    here: bool


def candidates(typed: str, shot: Snapshot, known: list[Plate]) -> list[Candidate]:
    """Return the plates that fit what was typed: cars at the store first, best fit first; then those seen before."""
    compact = fragment(typed)
    if not compact:
        return []
    here = sorted(
        (car for car in shot.floor.cars if rank(car.plate, compact) >= 0),
        key=lambda car: (rank(car.plate, compact), -car.arrived_at),
    )
    plates = {car.plate for car in here}
    seen = sorted((p for p in known if p not in plates and rank(p, compact) >= 0), key=lambda p: rank(p, compact))
    return [Candidate(car.plate, True) for car in here] + [Candidate(plate, False) for plate in seen]


def plate_meant(typed: str, shot: Snapshot, fitting: list[Candidate], index: int, *, here: bool) -> Plate:
    """Return the plate an action is about: what was typed where it is a whole plate, else the candidate that is marked.

    `here`: whether the action is for cars at the store. Where nothing fits: what was typed. Raises `Refused(NO_PLATE)`.
    """
    typed_plate = parse_plate(typed, shot.policy.province)
    if is_usual(typed_plate) and index == 0:
        return typed_plate
    if index > 0 and index < len(fitting):
        return fitting[index].plate
    for candidate in fitting:
        if candidate.here is here:
            return candidate.plate
    # Only cars that stand elsewhere fit: the rule then says where.
    return fitting[0].plate if fitting and not is_usual(typed_plate) else typed_plate


class PlateEntry(Input):
    """Takes part of a plate; always ready. Its own editing keys stay out of the way of the station's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "screen.mark(-1)", show=False),
        Binding("down", "screen.mark(1)", show=False),
        Binding("escape", "empty", show=False),
        Binding("ctrl+e", "screen.do('province')", show=False),
        Binding("ctrl+d", "screen.do('duty')", show=False),
        Binding("ctrl+f", "screen.do('find')", show=False),
        Binding("ctrl+k", "screen.do('correct_plate')", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="plate", compact=True, max_length=20, select_on_focus=False)
        # A blinking cursor would take as much of the processor as the rest of a station that stands idle.
        self.cursor_blink = False
        self.asked_about = ""
        """The unusual plate that was asked about: it is kept when F2 is pressed again."""

    def action_empty(self) -> None:
        """Empty the box."""
        self.value = ""


class EntryLabel(Lines):
    """What goes into the box."""

    def build(self, width: int) -> list[Line]:
        """Return the label."""
        return [line(Span(f" ▸ {_('plate')}", "head"))]


class Candidates(Picture):
    """The cars that fit, the marked one first seen."""

    REDRAWN_BY = ("chosen", "known", "index")

    typed: var[str] = var("")
    known: var[tuple[Plate, ...]] = var(())
    index: var[int] = var(0)
    chosen: var[Plate] = var(NO_PLATE)
    """The plate of the car marked on the board."""

    def fitting(self) -> list[Candidate]:
        """Return the plates that fit now."""
        return [] if self.snapshot is None else candidates(self.typed, self.snapshot, list(self.known))

    def build(self, width: int) -> list[Line]:
        """Return two lines, the second for what the first has no room for."""
        shot = self.snapshot
        if shot is None:
            return [(), ()]
        if not fragment(self.typed):
            return [self._chosen(shot), ()]
        found = self.fitting()
        if not found:
            return [fit([Span("   " + _("not seen before: F2 lets it arrive as typed"), "dim")], width), ()]
        start = max(0, self.index - SHOWN + 1)
        spans: list[Span] = [Span("   ")]
        for offset, candidate in enumerate(found[start : start + SHOWN]):
            marked = start + offset == self.index
            car = shot.floor.find(candidate.plate)
            where = f"{place_name(car.place)} {duration(car.zone_time(self.now))}" if car else _("was here before")
            spans += [
                Span(f" {show_plate(candidate.plate)} ", "chosen" if marked else "head"),
                Span(f" {where}   ", "plain" if marked else "dim"),
            ]
        if len(found) > start + SHOWN:
            spans.append(Span(f"+{len(found) - start - SHOWN}", "dim"))
        return _two_lines(spans, width)

    def _chosen(self, shot: Snapshot) -> Line:
        car = shot.floor.find(self.chosen)
        if car is None:
            return ()
        return line("   ", Span(f" {show_plate(car.plate)} ", "chosen"), f" {place_name(car.place)}")

    def watch_typed(self) -> None:
        """Something was typed."""
        self.index = 0
        self.redraw()


def _two_lines(spans: list[Span], width: int) -> list[Line]:
    rows: list[list[Span]] = [[], []]
    used = 0
    row = 0
    for first, second in zip(spans[1::2], spans[2::2], strict=False):
        if used + first.width + second.width + 3 > width and row == 0 and rows[0]:
            row, used = 1, 0
        if not rows[row]:
            rows[row].append(spans[0])
        rows[row] += [first, second]
        used += first.width + second.width
    return [fit(rows[0], width), fit(rows[1], width)]
