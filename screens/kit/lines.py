"""Widgets drawn line by line: unchanged lines are not painted again, and no text is ever read as markup."""

import logging
from collections.abc import Collection, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.segment import Segment
from textual.geometry import Region, Size
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from frontdesk.words.breaking import NEVER_FIRST, kept_together
from frontdesk.words.i18n import _

log = logging.getLogger(__name__)

TONES = ("plain", "dim", "head", "key", "ok", "warn", "over", "prompt", "answered", "task", "chosen", "found")
"""The meanings a span shows by its colour; its words say the same, and what was found is underlined."""

TONE_CLASSES = {f"lines--{tone}" for tone in TONES}
"""The tones as component classes of the screen, so that one match of the style sheet serves all lines."""


class Span(NamedTuple):
    """A piece of a line, in one tone."""

    text: str
    tone: str = "plain"

    @property
    def width(self) -> int:
        """How many cells it takes."""
        return cell_len(self.text)


Line = tuple[Span, ...]


def line(*pieces: Span | str) -> Line:
    """Return a line of spans; plain text becomes a plain span."""
    return tuple(Span(piece) if isinstance(piece, str) else piece for piece in pieces)


def width_of(spans: Sequence[Span]) -> int:
    """Return how many cells spans take."""
    return sum(span.width for span in spans)


def is_split(spans: Sequence[Span], edges: Collection[int]) -> bool:
    """Whether a wide character stands across one of these columns."""
    column = 0
    for character in "".join(span.text for span in spans):
        wide = cell_len(character)
        if wide > 1 and column + 1 in edges:
            return True
        column += wide
    return False


def fit(spans: Sequence[Span], width: int, tone: str = "plain") -> Line:
    """Return spans cut or filled up to exactly `width` cells."""
    fitted: list[Span] = []
    left = width
    for span in spans:
        if span.width >= left:
            fitted.append(Span(set_cell_size(span.text, left), span.tone))
            return tuple(fitted)
        fitted.append(span)
        left -= span.width
    fitted.append(Span(" " * left, tone))
    return tuple(fitted)


def ends(left: Sequence[Span], right: Sequence[Span], width: int, tone: str = "plain") -> Line:
    """Return a line with one part at each end; the right part stays whole, the left part shows where it is cut."""
    room = max(0, width - width_of(right))
    if width_of(left) > room > 0:
        return (*fit(left, room - 1, tone), Span("…", left[-1].tone), *right)
    return (*fit(left, room, tone), *right)


def shortened(text: str, width: int) -> str:
    """Return the text; if it takes more than `width` cells, its end is replaced by an ellipsis."""
    return text if cell_len(text) <= width else set_cell_size(text, width - 1).rstrip() + "…"


def aligned(rows: Sequence[Sequence[str]], *, right: int) -> list[list[str]]:
    """Return rows of texts padded so that their columns stand one below the other; column `right` ends in line."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    return [
        [
            " " * (wide - cell_len(text)) + text if place == right else text + " " * (wide - cell_len(text))
            for place, (text, wide) in enumerate(zip(row, widths, strict=True))
        ]
        for row in rows
    ]


def wrap(text: str, width: int) -> list[str]:
    """Return text in lines of at most `width` cells; Chinese may break anywhere, words at blanks.

    No line begins with a full stop or a comma, if the width allows.
    """
    rows: list[str] = []
    for paragraph in text.split("\n"):
        row = ""
        for word in kept_together(paragraph):
            if row and cell_len(row + word.rstrip()) > width:
                rows.append(row.rstrip())
                row = ""
            row += word.lstrip() if not row else word
            if cell_len(solid := row.rstrip()) > width:
                *full, rest = chop_cells(solid, max(1, width))
                if full and rest[:1] in NEVER_FIRST and len(full[-1]) > 1:
                    full[-1], rest = full[-1][:-1], full[-1][-1] + rest
                rows += [each for each in full if each]
                row = rest + row[len(solid) :]
        rows.append(row.rstrip())
    return rows


class Lines(Widget):
    """A widget whose picture is `build(width)`, a list of lines. Subclasses define `build`."""

    REDRAWN_BY: ClassVar[tuple[str, ...]] = ()
    """The reactives that the picture is made from; a change of one redraws it."""

    stale: var[bool] = var(False)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: list[Line] = []
        self._strips: list[Strip] = []
        self._noted = ""

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
        before, self._lines = self._lines, lines
        if len(before) != len(lines):
            self._strips = self._painted(lines, width)
            self.refresh(layout=len(lines) != self.content_size.height)
            return
        changed = [y for y, (old, new) in enumerate(zip(before, lines, strict=True)) if old != new]
        if changed:
            for y, strip in zip(changed, self._painted([lines[y] for y in changed], width), strict=True):
                self._strips[y] = strip
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def repaint(self) -> None:
        """Paint everything again, because the colours or the width changed."""
        self._lines = []
        self.redraw()

    def watch_stale(self) -> None:
        """A picture that may be old is dimmed."""
        self.repaint()

    def on_resize(self) -> None:
        self.repaint()

    def notify_style_update(self) -> None:
        """Paint everything again, because the colours changed."""
        super().notify_style_update()
        if self._strips:
            self.call_later(self.repaint)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(1, len(self.picture(width))) if width > 0 else 1

    def render_line(self, y: int) -> Strip:
        if y < len(self._strips):
            return self._strips[y]
        return Strip.blank(self.content_size.width, self.rich_style)

    def _painted(self, lines: list[Line], width: int) -> list[Strip]:
        ground = self.rich_style
        tones = ("dim",) * len(TONES) if self.stale else TONES
        inks = {
            tone: ground + self.screen.get_component_rich_style(f"lines--{shown}", partial=True)
            for tone, shown in zip(TONES, tones, strict=True)
        }
        return [
            Strip([Segment(span.text, inks[span.tone]) for span in spans]).adjust_cell_length(width, ground)
            for spans in lines
        ]
