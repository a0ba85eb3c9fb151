"""Widgets drawn line by line: unchanged lines are not painted again, and no text is ever read as markup."""

import logging
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from frontdesk.words.i18n import _
from screens.kit.spans import Line, Span, line, wrap
from screens.kit.tone_styles import FEW_COLOURS, tone_styles

log = logging.getLogger(__name__)


class Lines(Widget):
    """A widget whose picture is `build(width)`, a list of lines. Subclasses define `build`."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = ()
    """The reactives that the picture is made from; a change of one redraws it."""

    TAKES_WHAT_IS_LEFT: ClassVar[bool] = False
    """Whether it is shown only in rows that no other part needs."""

    stale: var[bool] = var(False)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: list[Line] = []
        self._drawn_at = 0
        """The width of the lines in cells; 0 for none."""
        self._strips: list[Strip] = []
        self._noted = ""
        self._worn: tuple[Style, dict[str, Style]] = (Style.null(), {})

    def on_mount(self) -> None:
        """Redraw whenever one of the reactives in `REDRAWN_BY` changes."""
        for name in self.REDRAWN_BY:
            self.watch(self, name, self.redraw, init=False)

    def build(self, width: int) -> list[Line]:
        """Return the picture at a width in cells."""
        raise NotImplementedError

    def picture(self, width: int) -> list[Line]:
        """Return the built lines, or an error line if building fails, so that one broken widget stops no other."""
        try:
            lines = self.build(width)
        except Exception as error:
            if self._noted != type(error).__name__:
                self._noted = type(error).__name__
                log.exception("cannot be shown: %s", type(self).__name__)
            said = _("cannot be shown ({what}); noted in the log").format(what=self._noted)
            return [line(Span(row, "over")) for row in wrap(f"✗ {said}", width)]
        self._noted = ""
        return lines

    def rows_at(self, width: int) -> int:
        """Return how many rows the picture has at a width in cells: what is drawn tells, if it is drawn so wide."""
        return len(self._lines if self._drawn_at == width else self.picture(width))

    def redraw(self) -> None:
        """Build the picture anew and paint the lines that changed."""
        width = self.content_size.width
        if not self.is_mounted:
            return
        if width <= 0:
            # One that is hidden gets its room, and with it its picture, when it comes up.
            if self.display:
                self.refresh(layout=True)
            return
        lines = self.picture(width)
        before, self._lines, self._drawn_at = self._lines, lines, width
        if len(before) != len(lines):
            self._paint()
            self.refresh(layout=len(lines) != self.content_size.height)
            return
        changed = [y for y, (old, new) in enumerate(zip(before, lines, strict=True)) if old != new]
        if not changed:
            return
        if self._worn != self._inks():
            self._paint()
            self.refresh()
            return
        for y, strip in zip(changed, self._painted([lines[y] for y in changed]), strict=True):
            self._strips[y] = strip
        self.refresh(*(Region(0, y, width, 1) for y in changed))

    def repaint(self) -> None:
        """Draw everything again, because what it fits into changed."""
        self._lines, self._drawn_at = [], 0
        self.redraw()

    def watch_stale(self) -> None:
        """A picture that may be old is dimmed."""
        self.repaint()

    def on_resize(self) -> None:
        self.repaint()

    def notify_style_update(self) -> None:
        """Paint everything again if the colours changed."""
        super().notify_style_update()
        if self._strips:
            self.call_later(self._recolour)

    def _recolour(self) -> None:
        if self.is_attached and self._drawn_at and self._worn != self._inks():
            self._paint()
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(self.picture(width))) if width > 0 else 1

    def render_line(self, y: int) -> Strip:
        if y < len(self._strips):
            return self._strips[y]
        return Strip.blank(self.content_size.width, self.rich_style)

    def _paint(self) -> None:
        self._worn = self._inks()
        self._strips = self._painted(self._lines)

    def _painted(self, lines: list[Line]) -> list[Strip]:
        ground, inks = self._worn
        return [
            Strip([Segment(span.text, ground + inks[span.tone]) for span in spans]).adjust_cell_length(
                self._drawn_at, ground
            )
            for spans in lines
        ]

    def _inks(self) -> tuple[Style, dict[str, Style]]:
        """Return what the letters stand on, and the ink of each tone."""
        inks = tone_styles(self.app.theme, few=self.app.has_class(FEW_COLOURS))
        return self.rich_style, dict.fromkeys(inks, inks["dim"]) if self.stale else inks
