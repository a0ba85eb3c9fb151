"""A long list of cases: only the rows in view are drawn, only the part around them is read (C12)."""

from dataclasses import dataclass
from typing import NamedTuple

from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message

from frontdesk.domain.cases.case import Case
from frontdesk.domain.values.clock import Millis
from frontdesk.words.i18n import _, language
from screens.cases.clocks import same_until
from screens.cases.row import case_line, heading
from screens.cases.window import CaseWindow
from screens.kit.lines import Lines
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, line

_WHEEL = 3
"""How many rows a turn of the wheel goes."""


class _Row(NamedTuple):
    """A row as it was built, and from when until when it reads so."""

    line: Line
    case: Case
    is_marked: bool
    built_at: Millis
    same_until: Millis

    def is_for(self, case: Case, now: Millis, marked: bool) -> bool:
        """Whether it still says how a case stands."""
        return self.built_at <= now < self.same_until and self.is_marked is marked and self.case == case


class ColumnNames(Lines):
    """What stands above the columns of the list."""

    def build(self, width: int) -> list[Line]:
        """Return one line."""
        return [heading(width)]


class CaseList(LiveLines):
    """The rows of a window on the list. It keeps no cases of its own."""

    class Moved(Message):
        """The view was rolled or resized, so more rows may have to be read."""

    @dataclass
    class Touched(Message):
        """A case was touched."""

        number: int

    def __init__(self, window: CaseWindow) -> None:
        super().__init__(id="cases")
        self._window = window
        self.is_narrow = False
        """Whether the search covers only some of the cases, so that the text may be found in others."""
        self.sought: tuple[str, ...] = ()
        """The words that are looked for."""
        self._rows: dict[int, _Row] = {}
        """The rows as built for `_built_for`, by the case's number: a row is built anew only where it changes."""
        self._built_for: tuple[object, ...] = ()

    def build(self, width: int) -> list[Line]:
        """Return the rows in view, as many as there is room for."""
        snapshot, window, room = self.snapshot, self._window, max(1, self.size.height)
        window.see(room)
        if snapshot is None:
            return [()] * room
        lines: list[Line] = []
        built_for = (width, snapshot.policy.due_warning, language(), self.sought)
        known = self._rows if built_for == self._built_for else {}
        self._rows, self._built_for = {}, built_for
        for place in range(window.top, min(window.top + room, window.part.total)):
            case = window.at(place)
            marked = place == window.index and not window.is_other
            if case is None:
                lines.append(line(Span(f" {'▸' if marked else ' '} …", "dim")))
            else:
                row = known.get(case.id)
                if row is None or not row.is_for(case, self.now, marked):
                    row = self._row(case, width, marked, snapshot.policy.due_warning)
                self._rows[case.id] = row
                lines.append(row.line)
        if not lines and not window.is_other:
            none = _("none among these · F10 looks through all") if self.is_narrow else _("no such case")
            lines.append(line(Span("   " + none, "dim")))
        return [*lines, *[()] * (room - len(lines))]

    def _row(self, case: Case, width: int, marked: bool, warning: Millis) -> _Row:
        built = case_line(case, self.now, width, warning=warning, marked=marked, sought=self.sought)
        return _Row(built, case, marked, self.now, same_until(case, self.now, warning))

    def go(self, step: int) -> None:
        """Move the mark down by this many rows."""
        self._window.go(step)
        self.redraw()

    def on_resize(self) -> None:
        super().on_resize()
        self.post_message(self.Moved())

    def on_click(self, event: Click) -> None:
        window, place = self._window, self._window.top + event.y
        case = None if window.is_other else window.at(place)
        if case is not None:
            self.post_message(self.Touched(case.id))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        event.stop()
        self._roll(_WHEEL)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        event.stop()
        self._roll(-_WHEEL)

    def _roll(self, step: int) -> None:
        self.go(step)
        self.post_message(self.Moved())
