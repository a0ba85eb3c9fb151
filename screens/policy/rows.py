"""The rows of the policy form: what each sets, what it says, what was typed, and why that is refused."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var

from frontdesk.domain.policy.form import Row
from frontdesk.words.i18n import _
from frontdesk.words.policy.form import about, shown, title
from frontdesk.words.refusals.sentence import sentence
from screens.kit.lines import Lines
from screens.kit.spans import Line, Span, fit, line, wrap
from screens.policy.view import View

_SHORT = 28
"""The widest value that stands behind what its row sets; a wider one has lines of its own."""


class PolicyRows(Lines):
    """The rows, each under its concern; a touch marks one."""

    REDRAWN_BY = ("view",)

    view: var[View | None] = var(None)

    @dataclass
    class Touched(Message):
        """A row was touched."""

        row: Row

    def __init__(self) -> None:
        super().__init__()
        self._row_at: list[Row | None] = []
        """The row on each line."""

    def build(self, width: int) -> list[Line]:
        """Return the headings and rows, or that nothing was found."""
        lines: list[Line] = []
        self._row_at = []
        for heading, listed in self.view.shown() if self.view else ():
            lines.append(line(Span(heading, "head")))
            self._row_at.append(None)
            for row in listed:
                drawn = list(self._row(row, width))
                lines += drawn
                self._row_at += [row] * len(drawn)
        return lines or [line(Span(_("nothing found"), "dim"))]

    def place_of(self, row: Row) -> Region | None:
        """Return the lines of a row."""
        if row not in self._row_at:
            return None
        return Region(0, self._row_at.index(row), 1, self._row_at.count(row))

    def on_click(self, event: Click) -> None:
        row = self._row_at[event.y] if event.y < len(self._row_at) else None
        if row is not None:
            self.post_message(self.Touched(row))

    def _row(self, row: Row, width: int) -> Iterator[Line]:
        view = self.view
        assert view is not None
        is_marked = row == view.marked
        value = self._value(row, view)
        room = cell_len(value) if cell_len(value) <= _SHORT else 0
        mark, tone = (" ▸ ", "chosen") if is_marked else ("   ", "plain")
        said = wrap(title(row), width - room - 4)
        for place, text in enumerate(said):
            left = fit([Span(mark if place == 0 else "   ", tone), Span(text, tone)], width - room)
            yield (*left, Span(value, self._tone(row, view))) if place == 0 and room else left
        if not room:
            yield from (line("     ", Span(text, self._tone(row, view))) for text in wrap(value, width - 5))
        if is_marked:
            yield from (line("     ", Span(text, "dim")) for text in wrap(about(row), width - 5))
        if row in view.faults:
            told = f"✗ {sentence(view.faults[row])}"
            yield from (line("     ", Span(text, "over")) for text in wrap(told, width - 5))

    def _value(self, row: Row, view: View) -> str:
        before = shown(row, row.value(view.policy))
        if row not in view.typed:
            return before
        return f"{before} → {view.understood(row)}"

    def _tone(self, row: Row, view: View) -> str:
        if row in view.faults:
            return "over"
        return "warn" if row in view.typed else "key"
