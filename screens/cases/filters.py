"""The filters for the list of cases, each with its key and its number of cases; they can be touched too (C12)."""

from dataclasses import dataclass

from textual.events import Click
from textual.message import Message
from textual.reactive import var

from frontdesk.domain.cases.search import Filter
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from screens.cases.queue import COUNTED
from screens.cases.window import CaseWindow
from screens.kit.lines import Lines
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, ends, line, width_of

KEYS = {f"f{number}": which for number, which in enumerate(Filter, 2)}
"""Each filter has a function key, because input methods ignore these and gloved fingers find them."""


class CaseFilters(LiveLines):
    """The filters in rows; the chosen one is marked."""

    REDRAWN_BY = ("chosen",)

    chosen: var[Filter] = var(Filter.OPEN)

    @dataclass
    class Chosen(Message):
        """A filter was touched."""

        which: Filter

    def __init__(self, chosen: Filter) -> None:
        super().__init__(id="filters")
        self.set_reactive(CaseFilters.chosen, chosen)

    def build(self, width: int) -> list[Line]:
        """Return the filters, in as many rows as they take."""
        return [sum((spans for _, spans in row), ()) for row in self._placed(width)]

    def on_click(self, event: Click) -> None:
        x = 0
        for which, spans in self._placed(self.size.width)[event.y]:
            if x <= event.x < x + width_of(spans):
                self.post_message(self.Chosen(which))
            x += width_of(spans)

    def _placed(self, width: int) -> list[list[tuple[Filter, Line]]]:
        rows: list[list[tuple[Filter, Line]]] = [[]]
        used = 0
        for key, which in KEYS.items():
            spans = self._cell(key, which)
            if used + width_of(spans) > width:
                rows.append([])
                used = 0
            rows[-1].append((which, spans))
            used += width_of(spans)
        return rows

    def _cell(self, key: str, which: Filter) -> Line:
        count = self.snapshot.due_counts.of(which) if self.snapshot else None
        said = word(which) if count is None else f"{word(which)} {count}"
        tone = COUNTED.get(which, "plain") if count else "plain"
        if which is self.chosen:
            return line(Span(f" {key.upper()} ●{said} ", "chosen"))
        return line(Span(f" {key.upper()}", "key"), Span(f" {said}  ", tone))


class Found(Lines):
    """How many cases were found, and which of them are in view."""

    def __init__(self, window: CaseWindow) -> None:
        super().__init__(id="found")
        self._window = window

    def build(self, width: int) -> list[Line]:
        """Return the text, aligned to the right."""
        window = self._window
        total = window.part.total
        if not total:
            return [()]
        last = min(window.top + window.rows, total)
        of = f"{total:,}" if window.part.is_exact else _("{count} or more").format(count=f"{total:,}")
        text = _("{first}–{last} of {count}").format(first=f"{window.top + 1:,}", last=f"{last:,}", count=of)
        return [ends([], [Span(text, "dim")], width)]
