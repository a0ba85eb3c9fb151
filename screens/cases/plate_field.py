"""Where the plate of a case is typed: part of it is enough, as at the gate; the cars that fit stand below (C1)."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import Input

from frontdesk.desk import zone
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.picture.candidates import Candidate, step
from frontdesk.domain.picture.case_plate import case_plate, chosen, offered
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import NO_PLATE, Plate, fragment, show_plate
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.zone.reasons import ZoneReason
from frontdesk.words.i18n import _
from frontdesk.words.zone import place_name
from screens.kit.box import Box
from screens.kit.dialog import field
from screens.kit.live_lines import LiveLines
from screens.kit.settling import Settling
from screens.kit.shows_live import follow
from screens.kit.spans import Line, Span, fit, width_of
from screens.kit.station import Station

FIELDS: dict[Reason, tuple[str, ...]] = {
    CaseReason.WORDS_MISSING: ("words",),
    ValueReason.BAD_PHONE: ("phone",),
    **dict.fromkeys((ValueReason.NO_PLATE, ValueReason.PLATE_TOO_LONG, ValueReason.PLATE_UNREAD), ("plate",)),
    **dict.fromkeys((CaseReason.FITS_NO_CAR, ZoneReason.AMBIGUOUS_PLATE, ZoneReason.UNUSUAL_PLATE), ("plate",)),
}
"""The fields that a refused case is about, new or corrected."""

_MORE = 3
"""Room for how many more there are."""


class PlateBox(Box):
    """Takes part of a plate; ↑ ↓ choose among the cars that fit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "mark(-1)", show=False),
        Binding("down", "mark(1)", show=False),
    ]

    def action_mark(self, by: int) -> None:
        """Choose another car."""
        self.query_ancestor(PlateField).mark(by)


class CarsThatFit(LiveLines):
    """The cars a case may be about, whoever waits to be received first; the chosen one is marked."""

    REDRAWN_BY = ("typed", "known", "picked", "has_focus_above")

    typed: var[str] = var("")
    known: var[tuple[Plate, ...]] = var(())
    picked: var[Plate] = var(NO_PLATE)
    has_focus_above: var[bool] = var(False)
    """Whether somebody is about to type: cars are proposed before anything was typed."""

    def fitting(self) -> list[Candidate]:
        """Return the cars that fit now."""
        return [] if self.snapshot is None else offered(self.typed, self.snapshot, self.known)

    def build(self, width: int) -> list[Line]:
        """Return one line; empty where nothing is to be chosen."""
        if not (self.typed.strip() or self.picked or self.has_focus_above):
            return [()]
        found = self.fitting()
        now = chosen(self.typed, found, self.picked)
        if not found:
            return [fit([Span(_("fits no car that was here"), "warn")], width)] if self.typed.strip() else [()]
        spans = [Span("" if now else f"{_('↑ ↓ choose')} ", "key")]
        # From the marked one on, as many as there is room for; none is cut.
        start, shown = found.index(now) if now else 0, 0
        for each in found[start:]:
            car = (
                Span(f" {show_plate(each.plate)} ", "chosen" if each is now else "head"),
                Span(f"{_where(each)} ", "plain" if each is now else "dim"),
            )
            if shown and width_of((*spans, *car)) + _MORE > width:
                break
            spans += car
            shown += 1
        left = len(found) - shown
        return [fit([*spans, Span(f"+{left}" if left else "", "dim")], width)]


def _where(candidate: Candidate) -> str:
    car = candidate.car
    if car is None:
        return ""
    return place_name(car.place) if car.received_at is not None else f"{place_name(car.place)} {_('waits')}"


class PlateField(Vertical):
    """The box for a plate, with the cars that fit below it."""

    def __init__(self, title: str, text: str, station: Station) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._station = station
        self._asked = ""
        """The text that fits nothing and was asked about."""
        self._settling = Settling(station.clock)

    def compose(self) -> ComposeResult:
        """Lay out the box, and the line below it."""
        yield field(self._title, PlateBox(self._text, id="plate", compact=True, max_length=60))
        yield field("", CarsThatFit())

    def on_mount(self) -> None:
        """Show the cars as they are now, and follow them."""
        cars = self.query_one(CarsThatFit)
        follow(cars)
        cars.typed = self._text

    def mark(self, by: int) -> None:
        """Choose another of the cars that fit."""
        cars = self.query_one(CarsThatFit)
        fitting = cars.fitting()
        now = chosen(cars.typed, fitting, cars.picked)
        cars.picked = step(fitting, now.plate if now else NO_PLATE, by) if fitting else NO_PLATE

    async def plate(self) -> Plate:
        """Return the plate of the car that is meant, `NO_PLATE` for none.

        Raises `Refused`; what fits nothing is asked about once (FITS_NO_CAR), and kept when F10 is pressed again.
        """
        cars = await self._looked_up()
        try:
            return case_plate(cars.typed, self._station.latest(), cars.known, cars.picked)
        except Refused as refusal:
            if refusal.reason is not ZoneReason.UNUSUAL_PLATE:
                raise
            kept = Plate(str(refusal.facts["plate"]))
            if not self._is_kept(cars.typed):
                raise Refused(CaseReason.FITS_NO_CAR, plate=kept) from refusal
            return kept

    async def car_shown(self) -> Plate:
        """Return the plate that is marked by now, `NO_PLATE` for none."""
        cars = await self._looked_up()
        now = chosen(cars.typed, cars.fitting(), cars.picked)
        return now.plate if now else NO_PLATE

    async def _looked_up(self) -> CarsThatFit:
        """Return the cars that fit, also where a key is quicker than the look-up that typing started."""
        cars, text = self.query_one(CarsThatFit), self.query_one(PlateBox).value
        if cars.typed != text:
            cars.typed, cars.picked = text, NO_PLATE
        typed = fragment(text)
        known = await self._station.ask(zone.known_plates, typed) if typed else None
        cars.known = tuple(known or ())
        return cars

    def _is_kept(self, text: str) -> bool:
        if self._asked == text:
            return self._settling.is_over
        self._asked = text
        self._settling.begin()
        return False

    @on(Input.Changed, "#plate")
    def _typed(self, event: Input.Changed) -> None:
        cars = self.query_one(CarsThatFit)
        if cars.typed != event.value:
            cars.typed, cars.picked, self._asked = event.value, NO_PLATE, ""
        self.run_worker(self._looked_up(), group="plates", exclusive=True)

    @on(Input.Submitted, "#plate")
    async def _entered(self) -> None:
        """Enter: take the car that is marked."""
        await self._take_marked()

    @on(Input.Blurred, "#plate")
    async def _left(self) -> None:
        """Whoever goes on has seen what is marked: a plate that was typed in part is written out."""
        self.query_one(CarsThatFit).has_focus_above = False
        await self._take_marked()

    def on_descendant_focus(self) -> None:
        """Somebody is about to type."""
        self.query_one(CarsThatFit).has_focus_above = True

    async def _take_marked(self) -> None:
        plate, box = await self.car_shown(), self.query_one(PlateBox)
        if plate and fragment(box.value) != plate:
            box.value = show_plate(plate)
            box.cursor_position = len(box.value)
