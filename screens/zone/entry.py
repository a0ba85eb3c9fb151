"""The entry box, in which part of a plate is enough, and below it the cars that match."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.reactive import var
from textual.widgets import Input

from frontdesk.domain.gates import SHOWN_FOR
from frontdesk.domain.picture.candidates import Can, Candidate, candidates, here_alone, is_here, marked, step
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import NO_PLATE, Plate, as_plate, fragment, show_plate, whole_plate
from frontdesk.domain.values.text import TYPED_LIMIT
from frontdesk.words.i18n import _
from frontdesk.words.refusals.sentence import sentence
from frontdesk.words.times import duration
from frontdesk.words.zone import oddness, place_name
from screens.kit.box import Box
from screens.kit.lines import Lines
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, line, two_lines, wrap
from screens.kit.store_zone import store_zone

if TYPE_CHECKING:
    from frontdesk.domain.appointments.appointment import Appointment

SHOWN = 6

_LETTERS = frozenset({"ctrl+x", "ctrl+c", "ctrl+v"})
"""The Ctrl letters that edit text; the station keeps all others that Textual would use."""


def editing_keys() -> Iterator[Binding]:
    """Yield the bindings that edit text in a box: Home and similar keys, and a few letters; ← → also mark cars."""
    for binding in Binding.make_bindings(Input.BINDINGS):
        named = len(binding.key.rpartition("+")[2]) > 1 and binding.key not in ("left", "right")
        if binding.key in _LETTERS or named:
            yield binding


class Asked(NamedTuple):
    """What was asked about: a text in the box, the plate it was taken for, by which key, and when, in running time.

    Whether it is one of the `others` that it is like; without these, whether a plate so odd is to be kept.
    """

    text: str
    plate: Plate
    key: str
    at: Millis
    others: tuple[Plate, ...] = ()
    denied: tuple[Plate, ...] = ()
    """The cars that it was said not to be."""


class PlateEntry(Box, inherit_bindings=False):
    """Takes part of a plate and is always ready. Keys that do not edit text go to the station."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *editing_keys(),
        Binding("up", "screen.mark(-1)", show=False),
        Binding("down", "screen.mark(1)", show=False),
        Binding("left", "aside(-1)", show=False),
        Binding("right", "aside(1)", show=False),
        Binding("escape", "screen.clear", show=False),
    ]

    def on_paste(self, event: Paste) -> None:
        """Take every line of it: a box of one line would drop the second plate without a word."""
        event.text = " ".join(event.text.split())

    def __init__(self) -> None:
        super().__init__(id="plate", compact=True, max_length=TYPED_LIMIT, select_on_focus=False)
        # A blinking cursor would take as much of the processor as the rest of a station that stands idle.
        self.cursor_blink = False
        self.asked: Asked | None = None
        """What was asked about a plate: it is kept when it is confirmed, and forgotten with any other text."""
        self.refused = ""
        """The text that was refused."""

    def watch_value(self, value: str) -> None:
        """Forget the question about a plate once the text changes."""
        if self.asked and self.asked.text != value:
            self.asked = None

    def refuse(self) -> None:
        """Keep the refused text and select it, so that the next input replaces it."""
        self.refused = self.value
        self.select_all()

    async def action_aside(self, step: int) -> None:
        """← →: behind the text, mark another of the cars that fit it; within the text, move in it.

        → in an empty box takes over what a camera was not sure of.
        """
        if step > 0 and not self.value:
            await self.run_action("screen.do('camera')")
        elif self.cursor_at_end and self.selection.is_empty and self.screen.query_one(Candidates).goes_aside(step):
            await self.run_action(f"screen.mark({step})")
        elif step < 0:
            self.action_cursor_left()
        else:
            self.action_cursor_right()

    def type_text(self, text: str) -> None:
        """Insert a text at the cursor, or in place of the selected text."""
        self.replace(text, *sorted(self.selection))

    def empty(self) -> None:
        """Empty the box."""
        self.value = self.refused = ""


class EntryLabel(Lines):
    """The label that says what to type into the box."""

    def build(self, width: int) -> list[Line]:
        return [line(Span(f" ▸ {_('plate')}", "head"))]


class Candidates(LiveLines):
    """The matching cars, in a view that always includes the marked one."""

    REDRAWN_BY = ("chosen", "known", "expected", "alike", "picked", "can")

    typed: var[str] = var("")
    known: var[tuple[Plate, ...]] = var(())
    expected: var[tuple["Appointment", ...]] = var(())
    """Today's appointments that fit, whose customers may still come (Z9)."""
    alike: var[tuple[Plate, ...]] = var(())
    """The plates that a new one may have been typed for."""
    picked: var[Plate] = var(NO_PLATE)
    """The plate that ↑ or ↓ has marked."""
    can: var[Can] = var(lambda: is_here)
    """The condition of the last key; cars that meet it come first."""
    chosen: var[Plate] = var(NO_PLATE)
    """The plate of the car marked on the board."""

    is_of_here: var[bool] = var(False)
    """Whether only cars at the store can be meant: no car is checked in at this station."""

    def fitting(self) -> list[Candidate]:
        """Return the plates that fit now."""
        if self.snapshot is None:
            return []
        booked = (each.plate for each in self.expected)
        found = candidates(self.typed, self.snapshot, (*booked, *self.known), self.can, self.alike)
        return here_alone(found) if self.is_of_here else found

    def whole(self) -> Plate:
        """Return what is typed as a plate, with the store's province."""
        return as_plate(self.typed, self.snapshot.policy.province if self.snapshot else "")

    def pick(self, by: int) -> None:
        """Mark another one."""
        self.picked = step(self.fitting(), self.picked, by, self.can)

    def goes_aside(self, step: int) -> bool:
        """Whether a car stands beside the marked one; to the left, where one was picked."""
        found = self.fitting()
        return len(found) > 1 and (step > 0 or (self.picked != NO_PLATE and self.picked != found[0].plate))

    def build(self, width: int) -> list[Line]:
        """Return two lines; the second takes what does not fit on the first."""
        snapshot = self.snapshot
        if snapshot is None:
            return [(), ()]
        if not fragment(self.typed):
            return [self._chosen(snapshot), self._seen(snapshot)]
        found = self.fitting()
        if not found:
            return self._unknown(snapshot, width)
        now = marked(found, self.picked, self.can)
        at = 0 if now is None else found.index(now)
        start = max(0, at - SHOWN + 1)
        spans: list[Span] = [Span("   ")]
        for each in found[start : start + SHOWN]:
            spans += [
                Span(f" {show_plate(each.plate)} ", "chosen" if each is now else "head"),
                Span(f" {self._where(each)}   ", "plain" if each is now else "dim"),
            ]
        if len(found) > start + SHOWN:
            spans.append(Span(f"+{len(found) - start - SHOWN}", "dim"))
        return two_lines(spans, width)

    def _unknown(self, snapshot: Snapshot, width: int) -> list[Line]:
        """Return what F2 would say of a plate that fits nothing, in the same words."""
        if self.is_of_here:
            return _in_two([f"   {_('No car that is here fits this.')}"], "dim")
        try:
            plate = whole_plate(self.typed, snapshot.policy.province)
        except Refused as refusal:
            return _in_two([f"   {row}" for row in wrap(sentence(refusal), width - 3)], "over")
        # A usual one fits itself.
        said = _("{odd} F2 asks about it first.").format(odd=oddness(plate))
        return _in_two([f"   {row}" for row in wrap(said, width - 3)], "dim")

    def _where(self, candidate: Candidate) -> str:
        if candidate.car:
            where = f"{place_name(candidate.car.place)} {duration(candidate.car.zone_time(self.now))}"
        elif (booked := next((each for each in self.expected if each.plate == candidate.plate), None)) is not None:
            where = _expected(booked, self.snapshot)
        else:
            was_here = candidate.is_like or candidate.plate in self.known
            where = _("was here before") if was_here else _("new car: F2 to check in")
        return _("↓ like it: {where}").format(where=where) if candidate.is_like else where

    def _seen(self, snapshot: Snapshot) -> Line:
        """Return what a camera at the gate was not sure of last."""
        seen = next((each for each in snapshot.camera if self.now - each.at <= SHOWN_FOR), None)
        if seen is None:
            return ()
        text = seen.text or _("no plate")
        said = _("camera {gate}, {ago} ago: {text}").format(gate=seen.gate, ago=duration(self.now - seen.at), text=text)
        return line(Span(f"   {said}", "warn"), Span(f"  → {_('take it over')}", "key"))

    def _chosen(self, snapshot: Snapshot) -> Line:
        car = snapshot.floor.find(self.chosen)
        if car is None:
            return ()
        return line("   ", Span(f" {show_plate(car.plate)} ", "chosen"), f" {place_name(car.place)}")

    def watch_typed(self) -> None:
        self.picked, self.can, self.alike, self.expected = NO_PLATE, is_here, (), ()
        self.redraw()


def _expected(booked: "Appointment", snapshot: Snapshot | None) -> str:
    """Return who is expected with a car, and when."""
    from frontdesk.words.appointments.lines import at_the_gate  # noqa: PLC0415 - the first picture does without it

    return at_the_gate(booked, store_zone(snapshot)) if snapshot else ""


def _in_two(rows: list[str], tone: str) -> list[Line]:
    return [line(Span(row, tone)) for row in [*rows, ""][:2]]
