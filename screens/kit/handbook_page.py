"""A page of the handbook on the screen: it scrolls, and a box finds words in it."""

import re
from io import StringIO
from typing import ClassVar

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from frontdesk.words.handbook import pages
from frontdesk.words.handbook.markdown import THEME, PageMarkdown
from frontdesk.words.i18n import _
from screens.kit.dialog import Dialog, Rest, static
from screens.kit.lines import Lines
from screens.kit.spans import Line, Span, line

_FOUND = Style(reverse=True)


class PageText(Widget):
    """The page, laid out for the width it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._page = PageMarkdown(text)
        self._laid_out: tuple[int, list[list[Segment]]] = (0, [])
        self._marked: dict[int, list[int]] = {}
        """The marked characters of each line."""

    def rows(self, width: int) -> list[list[Segment]]:
        """Return the lines at a width in cells."""
        if self._laid_out[0] != width:
            console = Console(
                file=StringIO(),
                theme=THEME,
                width=width,
                color_system="truecolor",
                force_terminal=True,
                legacy_windows=False,
            )
            self._laid_out = (width, console.render_lines(self._page, pad=False))
        return self._laid_out[1]

    def mark(self, words: str) -> list[int]:
        """Mark every occurrence of the words, also across line ends; return the lines in which they begin."""
        wanted = "".join(words.split()).casefold()
        said = [
            (y, x, letter.casefold())
            for y, row in enumerate(self.rows(self.size.width) if self.size.width and wanted else [])
            for x, letter in enumerate(_plain(row))
            if not letter.isspace()
        ]
        found = [match.start() for match in re.finditer(re.escape(wanted), "".join(letter[:1] for *_, letter in said))]
        self._marked = {}
        for at in found if wanted else ():
            for y, x, _letter in said[at : at + len(wanted)]:
                self._marked.setdefault(y, []).append(x)
        self.refresh()
        return [said[at][0] for at in found] if wanted else []

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return all the room there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.rows(width))

    def render_line(self, y: int) -> Strip:
        width = self.content_size.width
        rows = self.rows(width) if width else []
        if y >= len(rows):
            return Strip.blank(width, self.rich_style)
        strip = Strip(Segment.apply_style(rows[y], self.rich_style))
        said = _plain(rows[y])
        for x in self._marked.get(y, ()):
            begin, end = cell_len(said[:x]), cell_len(said[: x + 1])
            letter = strip.crop(begin, end).apply_style(_FOUND)
            strip = Strip.join([strip.crop(0, begin), letter, strip.crop(end, strip.cell_length)])
        return strip.adjust_cell_length(width, self.rich_style)


def _plain(row: list[Segment]) -> str:
    return "".join(segment.text for segment in row)


class Places(Lines):
    """The number of the match in view, and how many matches there are."""

    said: Line = ()

    def build(self, width: int) -> list[Line]:
        return [self.said]

    def say(self, at: int, count: int) -> None:
        """Show the numbers; show nothing if no words are searched for."""
        self.said = line(Span(f"{at}/{count}", "dim")) if count else line(Span(_("not on this page"), "warn"))
        self.redraw()

    def say_nothing(self) -> None:
        """Show nothing, because nothing is searched for."""
        self.said = ()
        self.redraw()


class HandbookPage(Vertical):
    """A page and the box that finds words in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_by(-1)", show=False),
        Binding("down", "scroll_by(1)", show=False),
        Binding("pageup", "scroll_by(-15)", show=False),
        Binding("pagedown", "scroll_by(15)", show=False),
    ]

    def __init__(self, topic: str) -> None:
        super().__init__()
        self.page = pages.page(topic)
        self._places: list[int] = []
        self._at = 0

    def compose(self) -> ComposeResult:
        with Rest(can_focus=False):
            yield PageText(self.page.text)
        with Horizontal(classes="field"):
            box = Input(placeholder=_("find on this page"), compact=True)
            box.cursor_blink = False
            yield box
            yield Places()

    def take_focus(self) -> None:
        """Put the focus on the search box, so that typing searches at once."""
        self.query_one(Input).focus()

    def action_scroll_by(self, rows: int) -> None:
        self.query_one(Rest).scroll_relative(y=rows, animate=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Go to the first match of the typed text."""
        event.stop()
        self._places = self.query_one(PageText).mark(event.value)
        self._at = 0
        if event.value.strip():
            self._show_place()
        else:
            self.query_one(Places).say_nothing()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next match on Enter."""
        event.stop()
        if self._places:
            self._at = (self._at + 1) % len(self._places)
            self._show_place()

    def _show_place(self) -> None:
        self.query_one(Places).say(self._at + 1, len(self._places))
        if self._places:
            self.query_one(Rest).scroll_to(y=max(0, self._places[self._at] - 2), animate=False)


class HandbookDialog(Dialog[None]):
    """The page that belongs to another dialog."""

    def __init__(self, topic: str) -> None:
        super().__init__()
        self._topic = topic

    def compose(self) -> ComposeResult:
        page = HandbookPage(self._topic)
        with Vertical(classes="dialog wide") as box:
            box.border_title = page.page.title
            yield page
            yield static(_("↑ ↓ PgUp PgDn scroll · Enter next place · Esc close"))

    async def on_mount(self) -> None:
        self.query_one(HandbookPage).take_focus()

    async def words_changed(self) -> None:
        """The page of the other language is another one."""
        await self.recompose()
        self.query_one(HandbookPage).take_focus()
