"""The things of the register as a list, of one sort or all, with what is to be seen to marked by tone and word."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import var

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.register.things import Thing, ThingKind, ThingState
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.register import briefly, how_many_briefly, more_of
from screens.kit.chosen_list import ChosenList
from screens.kit.spans import Line, Span, fit, line, shortened, wrap
from screens.kit.store_zone import store_zone

_NAME, _WHERE, _MANY = 20, 11, 14
_TONES = {
    ThingState.FAULTY: "over",
    ThingState.EXPIRED: "over",
    ThingState.LOW: "warn",
    ThingState.EXPIRING: "warn",
    ThingState.OUT: "head",
    ThingState.RETIRED: "dim",
}


class View(Enum):
    """Which things are listed."""

    ALL = None
    SUPPLY = ThingKind.SUPPLY
    EQUIPMENT = ThingKind.EQUIPMENT
    VEHICLE = ThingKind.VEHICLE
    TOOL = ThingKind.TOOL
    TO_SEE_TO = N_("to see to")
    RETIRED = ThingState.RETIRED

    @property
    def called(self) -> str:
        """What it is called."""
        if self is View.ALL:
            return _("all of them")
        return _("to see to") if self is View.TO_SEE_TO else word(self.value)


VIEWS = tuple(View)


class ThingList(ChosenList):
    """The things in view, and more of the one that is marked; ← → show another sort."""

    REDRAWN_BY = (*ChosenList.REDRAWN_BY, "things", "retired", "wanting", "view", "areas")
    OTHER_ROWS = 14
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "other(-1)", show=False),
        Binding("right", "other(1)", show=False),
        Binding("pageup", "go(-10)", show=False),
        Binding("pagedown", "go(10)", show=False),
        Binding("enter", "open", show=False),
    ]

    things: var[tuple[Thing, ...] | None] = var(None)
    retired: var[tuple[Thing, ...]] = var(())
    wanting: var[frozenset[int]] = var(frozenset())
    """The numbers of those that are to be seen to."""
    view: var[View] = var(View.ALL)
    areas: var[Mapping[str, str]] = var(dict)

    class Opened(Message):
        """Enter was pressed on a thing."""

    def __init__(self, view: View) -> None:
        super().__init__(id="things")
        self.set_reactive(ThingList.view, view)

    @property
    def thing(self) -> Thing | None:
        """The marked thing."""
        return next((thing for thing in self.listed() if thing.id == self.marked), None)

    def listed(self) -> tuple[Thing, ...]:
        """Return the things in this view."""
        if self.view is View.RETIRED:
            return self.retired
        every = self.things or ()
        if self.view is View.TO_SEE_TO:
            return tuple(thing for thing in every if thing.id in self.wanting)
        return tuple(thing for thing in every if self.view is View.ALL or thing.described.kind is self.view.value)

    def numbers(self) -> list[int]:
        """Return the numbers of the things in this view."""
        return [thing.id for thing in self.listed()]

    def action_other(self, step: int) -> None:
        """← →: another sort."""
        self.show_view(VIEWS[(VIEWS.index(self.view) + step) % len(VIEWS)])

    def show_view(self, view: View) -> None:
        """Show other things; the mark stays where its thing is among them."""
        self.view = view
        self.keep_mark()

    def action_open(self) -> None:
        self.post_message(self.Opened())

    def build(self, width: int) -> list[Line]:
        """Return which view it is, a line for each thing in it, and more of the marked one."""
        snapshot = self.snapshot
        if snapshot is None or self.things is None:
            return []
        today = OpeningHours.of(snapshot.policy).day_of(self.now)
        lines = [self._views(width)]
        listed = self.listed()
        for _number, thing in self.in_view(listed, lines):
            lines.append(self._row(thing, today, snapshot.policy.thing_warning_days, width))
        if not listed:
            none = _("Nothing is on the register yet: F2.")
            if self.things or self.retired:
                none = _("Nothing such is on the register.")
            lines.append(line(Span(f" {none}", "dim")))
        lines += self.more_below()
        if self.thing:
            more = more_of(self.thing, store_zone(snapshot), self.now)
            lines += [line(Span(row, "head")) for told in more for row in wrap(told, width)][:2]
        return lines

    def _views(self, width: int) -> Line:
        here = Span(f"◂{self.view.called}▸", "chosen")
        shown = [here if view is self.view else Span(f" {view.called} ", "dim") for view in VIEWS]
        fits = sum(span.width for span in shown) <= width
        return fit(shown if fits else [here], width)

    def _row(self, thing: Thing, today: date, warning_days: int, width: int) -> Line:
        marked, state = thing.id == self.marked, thing.state(today, warning_days)
        called = Span(shortened(f" {'▸' if marked else ' '}{thing.name}", _NAME), "chosen" if marked else "head")
        where = self.areas.get(thing.described.area, thing.described.area)
        stands = shortened(briefly(thing, today, warning_days), width - _NAME - _WHERE - _MANY)
        told = [
            *fit([called], _NAME),
            *fit([Span(" " + shortened(where, _WHERE - 2))], _WHERE),
            *fit([Span(shortened(how_many_briefly(thing), _MANY - 1))], _MANY),
            Span(stands, _TONES.get(state, "ok")),
        ]
        return fit(told, width)
