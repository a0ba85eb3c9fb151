"""A day of the book as a list: each half hour, and below the one that is marked who comes in it (Z9)."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.message import Message
from textual.reactive import var

from frontdesk.domain.appointments.appointment import Appointment, State
from frontdesk.domain.appointments.show_rate import ShowRates
from frontdesk.domain.appointments.slots import Day, Slot
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.text import clean_line
from frontdesk.words.appointments.lines import (
    bar,
    counts,
    day_title,
    level,
    particulars,
    percent,
    rates_text,
    room,
    state_text,
)
from frontdesk.words.i18n import _
from frontdesk.words.times import short_time
from screens.kit.chosen_list import ChosenList
from screens.kit.spans import Line, Span, ends, fit, line, shortened, width_of
from screens.kit.store_zone import store_zone

_TIME, _COUNT, _EXPECTED, _BAR, _PERCENT, _WORD = 8, 11, 10, 11, 6, 10
_TONES = {State.BOOKED: "plain", State.ARRIVED: "ok", State.NO_SHOW: "warn", State.CANCELLED: "dim"}


def _number(slot: Slot) -> int:
    """Return what a half hour is marked by: appointments have the numbers above 0."""
    return -slot.minute - 1


class BookList(ChosenList):
    """The half hours and the appointments of the marked one. ← → another day."""

    REDRAWN_BY = (*ChosenList.REDRAWN_BY, "day", "rates")
    OTHER_ROWS = 9
    """How many rows the frame, the keys and what was done take."""
    FEWEST = 4
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
    ]

    day: var[Day | None] = var(None)
    rates: var[ShowRates | None] = var(None)

    @dataclass
    class Turned(Message):
        """The user asks for the day this many days later."""

        days: int

    def __init__(self) -> None:
        super().__init__(id="book")

    @property
    def appointment(self) -> Appointment | None:
        """The marked appointment."""
        listed = self.day.appointments if self.day else ()
        return next((each for each in listed if each.id == self.marked), None)

    @property
    def meant(self) -> Appointment | None:
        """The marked appointment, or the only one of the marked half hour."""
        slot = self.slot
        here = self.day.of(slot) if self.day and slot else ()
        return self.appointment or (here[0] if len(here) == 1 else None)

    @property
    def slot(self) -> Slot | None:
        """The half hour that is marked, or that of the marked appointment."""
        if self.day is None:
            return None
        found = self.appointment
        if found is not None:
            return self.day.slot_at(found.at)
        return next((slot for slot in self.day.slots if _number(slot) == self.marked), None)

    def numbers(self) -> list[int]:
        """Return what can be marked, from top to bottom."""
        return [number for number, _entry in self._entries()]

    def show(self, day: Day, rates: ShowRates, now: Millis) -> None:
        """Show a day; the mark stays where it was, if that is there, else it goes to what is on now."""
        is_another = self.day is None or self.day.day != day.day
        self.day, self.rates = day, rates
        if is_another or self.marked not in self.numbers():
            on = day.slot_at(now) or next(iter(day.slots), None)
            self.marked = 0 if on is None else _number(on)

    def action_turn(self, days: int) -> None:
        self.post_message(self.Turned(days))

    def on_click(self, event: Click) -> None:
        """Turn the day if its name was touched, or mark what was touched."""
        if event.y == 0:
            self.action_turn(-1 if event.x < self.size.width // 2 else 1)
        else:
            super().on_click(event)

    def build(self, width: int) -> list[Line]:
        """Return the day, the headings, and as many entries as fit."""
        day, snapshot = self.day, self.snapshot
        if day is None or snapshot is None:
            return []
        today = to_datetime(self.now, store_zone(snapshot)).date()
        title = line(Span(" ◂ ", "key"), Span(day_title(day.day, today), "head"), Span(" ▸ ", "key"))
        lines: list[Line] = [ends(title, [Span(f"{counts(day, self.now)} ", "head")], width), self._headings(width)]
        if not day.slots:
            lines.append(line(Span(" " + _("The store is closed that day."), "warn")))
        entries = [entry for _number, entry in self._entries()]
        below = self._below(width)
        for _number, entry in self.in_view(entries, lines, taken=len(lines) + len(below)):
            if isinstance(entry, Slot):
                lines.append(self._slot(entry, width))
            else:
                lines.append(self._booked(entry, snapshot, width))
        return [*lines, *below]

    def _entries(self) -> list[tuple[int, Slot | Appointment]]:
        if self.day is None:
            return []
        opened, found = self.slot, list[tuple[int, Slot | Appointment]]()
        for slot in self.day.slots:
            found.append((_number(slot), slot))
            if opened is not None and slot.begins == opened.begins:
                found += [(each.id, each) for each in self.day.of(slot)]
        # What was booked before the opening hours were changed stands at no half hour.
        outside = (each for each in self.day.appointments if self.day.slot_at(each.at) is None)
        return [*found, *((each.id, each) for each in outside)]

    def _headings(self, width: int) -> Line:
        named = ((_("time"), _TIME), (_("booked of"), _COUNT), (_("will come"), _EXPECTED))
        parts = [span for name, cells in named for span in fit([Span(f" {name}", "dim")], cells)]
        return fit([*parts, Span(" " + _("risk of an over-count in it"), "dim")], width)

    def _slot(self, slot: Slot, width: int) -> Line:
        marked, snapshot = _number(slot) == self.marked, self.latest()
        target = snapshot.policy.crowding_target_percent / 100
        tone = "ok" if slot.risk <= target else "warn" if slot.risk <= 2 * target else "over"
        at = f" {'▸' if marked else ' '}{short_time(slot.begins, store_zone(snapshot))}"
        booked = f"{slot.booked:>3} / {slot.capacity}{'' if slot.override is None else '*'}"
        free = Span(f" {room(slot, self.now)}", "over" if slot.free < 0 else "warn" if slot.free == 0 else "plain")
        said = slot.override
        why = "" if said is None else f" * {clean_line(said.who)}: {clean_line(said.why)}"
        return fit(
            [
                *fit([Span(at, "chosen" if marked else "head")], _TIME),
                *fit([Span(booked)], _COUNT),
                *fit([Span(f" {slot.expected:5.1f}")], _EXPECTED),
                *fit([Span(f" {bar(slot.risk)}", tone)], _BAR),
                *fit([Span(f" {percent(slot.risk):>4}", tone)], _PERCENT),
                *fit([Span(f" {level(slot.risk, target)}", tone)], _WORD),
                free,
                Span(why, "dim"),
            ],
            width,
        )

    def _booked(self, found: Appointment, snapshot: Snapshot, width: int) -> Line:
        marked = found.id == self.marked
        at = Span(
            f"  {'▸' if marked else ' '} {short_time(found.at, store_zone(snapshot))} ", "chosen" if marked else "head"
        )
        is_late = found.is_late(snapshot.policy.appointment_late_s, self.now)
        state = Span(f" {state_text(found, snapshot.policy, self.now)} ", "over" if is_late else _TONES[found.state])
        told = shortened(particulars(found), max(1, width - at.width - state.width))
        return ends([at, Span(told, "dim" if found.state is State.CANCELLED else "plain")], [state], width)

    def _below(self, width: int) -> list[Line]:
        """Return what the figures rest on."""
        lines = [line(Span("─" * width, "dim"))]
        if self.day is not None and any(slot.is_rough for slot in self.day.slots):
            said = _("Rough: fewer than 28 days are on file, or fewer than 5 of the kind.")
            lines.append(line(Span(shortened(f" {said}", width), "dim")))
        if self.rates is not None:
            rates = Span(f" {rates_text(self.rates)}", "dim")
            lines.append(line(rates) if width_of([rates]) <= width else fit([rates], width))
        return lines
