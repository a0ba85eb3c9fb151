"""What is said in place of a station, or of a dialog, whose window is too small for it."""

from typing import Any

from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip

from screens.kit.lines import Lines
from screens.kit.spans import Line
from screens.kit.window_size import COLUMNS, HIGH, ROWS, draw_too_small

BY_HEIGHT = [(0, "-tiny"), (ROWS, "-low"), (HIGH, "-high")]
BY_WIDTH = [(0, "-slim"), (COLUMNS, "-wide")]
"""The classes of a screen, from how many rows and columns on."""


def classes_of(size: Size) -> str:
    """Return the classes of a screen in a window of this size: with them from the start it is styled once."""
    return " ".join(
        next(name for least, name in reversed(breakpoints) if cells >= least)
        for cells, breakpoints in ((size.height, BY_HEIGHT), (size.width, BY_WIDTH))
    )


class TooSmall(Lines):
    """Covers the screen until its window is big enough; what was typed stays."""

    def on_show(self) -> None:
        """It is drawn when it is needed, in the language of that moment."""
        self.call_after_refresh(self.redraw)

    def build(self, width: int) -> list[Line]:
        return draw_too_small(width)

    def render_line(self, y: int) -> Strip:
        # It comes up between two frames; the one in between would be empty.
        if not self._strips:
            self.redraw()
        return super().render_line(y)


def is_covered(screen: Screen[Any]) -> bool:
    """Whether nothing but the sentence can be seen of a screen, so that no key is meant for it."""
    return (screen.size.width < COLUMNS or screen.size.height < ROWS) and bool(screen.query(TooSmall))
