"""Draws the day: a bar for each hour of who came, the most cars at once below it, and beside it the figures.

Pure: values in, lines out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from frontdesk.words.figures.report import Fact
from frontdesk.words.i18n import _
from screens.kit.spans import Line, Span, ends, fit, line, shortened

FEWEST, MOST = 6, 14
"""How many rows it needs, and how many it makes use of."""
_BELOW = 2
"""How many rows stand below the bars: the hours, and the most cars at once."""
_NARROWEST, _WIDEST = 3, 6
"""How many cells an hour takes at least and at most."""
_BAR = 3
"""How many cells a bar takes at most."""
_FACTS, _GAP = 34, 3
"""How many cells the figures need at least, and how many stay empty before them."""
_EIGHTHS = " ▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class HourOfDay:
    """An hour: how many came in it, and how many stood in the zone at once."""

    hour: int
    arrivals: int
    peak: int
    is_over: bool
    is_now: bool


@dataclass(frozen=True, slots=True)
class DayDrawing:
    """The day at one moment, in `width` cells and at most `rows` rows."""

    hours: Sequence[HourOfDay]
    facts: Sequence[Fact]
    width: int
    rows: int

    def draw(self) -> list[Line]:
        """Return the heading, then bars and figures side by side; of the figures as many as have a row."""
        rows = min(self.rows, MOST)
        if rows < FEWEST:
            return []
        more = [Span("Ctrl+U", "key"), Span(f" {_('figures')} ")]
        heading = ends([Span(f" {_('today')}", "head")], more, self.width)
        return [heading, *self._body(rows - 1)]

    def _body(self, rows: int) -> list[Line]:
        names = (_("arrivals"), _("hour"), _("most at once"))
        named = max(map(cell_len, names)) + 3
        room, hours = self.width - named, max(1, len(self.hours))
        each = (room - _GAP - self._wanted(rows)) // hours
        if each < _NARROWEST:
            each = (room - _GAP - _FACTS) // hours
        beside = each >= _NARROWEST
        if not beside:
            each = room // hours
        if each < _NARROWEST:
            # More hours than fit, in a narrow window: the figures stand alone.
            return [fit(row, self.width) for row in self._told(rows, self.width)]
        each = min(each, _WIDEST)
        bars = [
            (*fit([Span(f"  {name}", "dim")], named), *row)
            for name, row in zip(self._names(rows, names), self._bars(rows, each), strict=True)
        ]
        left = named + each * len(self.hours) + _GAP
        told = self._told(rows, self.width - left) if beside else [()] * rows
        return [fit([*fit(bar, left), *fact], self.width) for bar, fact in zip(bars, told, strict=True)]

    def _names(self, rows: int, names: tuple[str, str, str]) -> list[str]:
        """Return what stands before each row: the name of the bars at their foot."""
        arrivals, hour, most = names
        return [*[""] * (rows - _BELOW - 1), arrivals, hour, most]

    def _bars(self, rows: int, each: int) -> list[Line]:
        """Return the bars from above, each with its number on top, the hours, and the most cars at once."""
        high, most = rows - _BELOW - 1, max((hour.arrivals for hour in self.hours), default=0)
        lines: list[Line] = []
        for level in range(high, -1, -1):
            lines.append(tuple(self._cell(hour.arrivals, most, level, high, each) for hour in self.hours))
        lines.append(
            tuple(Span(f"{hour.hour:02}".ljust(each), "head" if hour.is_now else "dim") for hour in self.hours)
        )
        lines.append(
            tuple(Span((str(hour.peak) if hour.peak else "·").ljust(each), _tone(hour)) for hour in self.hours)
        )
        return lines

    def _cell(self, value: int, most: int, level: int, high: int, each: int) -> Span:
        """Return what an hour shows in the row `level` rows above the foot."""
        eighths = -(-value * high * 8 // most) if most else 0
        top = -(-eighths // 8)
        if value and level == top:
            return Span(str(value).ljust(each), "head")
        shown = _EIGHTHS[max(0, min(8, eighths - level * 8))]
        return Span((shown * min(_BAR, each - 1)).ljust(each), "key")

    def _wanted(self, rows: int) -> int:
        """Return how many cells the figures would need to be told in full."""
        facts = self.facts[:rows]
        return _named(facts) + max((cell_len(fact.text) for fact in facts), default=0)

    def _told(self, rows: int, width: int) -> list[Line]:
        """Return the figures, one in a row, their names below each other; empty rows behind them."""
        facts = self.facts[:rows]
        named = _named(facts)
        told = [
            line(*fit([Span(fact.name, "dim")], named), Span(shortened(fact.text, width - named))) for fact in facts
        ]
        return [*told, *[()] * (rows - len(told))]


def _named(facts: Sequence[Fact]) -> int:
    """Return how many cells the names take, and the gap behind them."""
    return max((cell_len(fact.name) for fact in facts), default=0) + 2


def _tone(hour: HourOfDay) -> str:
    return "over" if hour.is_over else "plain" if hour.peak else "dim"
