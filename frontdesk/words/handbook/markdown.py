"""A handbook page laid out by Rich, with Chinese line breaks in the right places.

Rich by itself breaks a line at blanks only, and would put a run of Chinese characters onto the next line whole.
"""

from typing import ClassVar

from rich import box
from rich.console import Console, ConsoleOptions, JustifyMethod, OverflowMethod, RenderResult
from rich.containers import Lines
from rich.markdown import (
    CodeBlock,
    Heading,
    Markdown,
    MarkdownContext,
    MarkdownElement,
    Paragraph,
    TableDataElement,
    TableElement,
)
from rich.measure import Measurement
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from frontdesk.words.breaking import breaks, widest

THEME = Theme(
    {
        "markdown.h1": "bold reverse",
        "markdown.h2": "bold underline",
        "markdown.h3": "bold",
        "markdown.code": "bold",
        "markdown.code_block": "none",
        "markdown.item.bullet": "none",
        "markdown.item.number": "none",
        "markdown.table.border": "dim",
        "markdown.table.header": "bold",
    },
)
"""No colours, because the page is read on light and dark backgrounds, and on every station's own."""


class _Words(Text):
    """A text with Chinese line breaks."""

    def wrap(
        self,
        console: Console,
        width: int,
        *,
        justify: JustifyMethod | None = None,
        overflow: OverflowMethod | None = None,
        tab_size: int = 8,
        no_wrap: bool | None = None,
    ) -> Lines:
        lines = Lines()
        for line in self.split(allow_blank=True):
            for row in line.divide(breaks(line.plain, width)):
                row.rstrip()
                lines.append(row)
        return lines

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        rows = self.plain.splitlines() or [""]
        return Measurement(max(map(widest, rows)), max(Text(row).cell_len for row in rows))


class _Paragraph(Paragraph):
    def on_enter(self, context: MarkdownContext) -> None:
        self.style: Style = context.enter_style(self.style_name)
        self.text: Text = _Words()


class _Heading(Heading):
    def on_enter(self, context: MarkdownContext) -> None:
        context.enter_style(self.style_name)
        self.text: Text = _Words()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self.text


class _Code(CodeBlock):
    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Padding(_Words(str(self.text).rstrip(), console.get_style(self.style_name)), (0, 0, 0, 4))


class _Cell(TableDataElement):
    def __init__(self, justify: JustifyMethod) -> None:
        super().__init__(justify)
        self.content: Text = _Words()


class _Table(TableElement):
    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, style="markdown.table.border")
        heads = self.header.row.cells if self.header and self.header.row else []
        table.show_header = any(cell.content.plain for cell in heads)
        for cell in heads:
            cell.content.stylize("markdown.table.header")
            # A word or a key stays whole; sentences give way.
            table.add_column(cell.content, overflow="fold")
        for row in self.body.rows if self.body else ():
            table.add_row(*(cell.content for cell in row.cells))
        yield table


class PageMarkdown(Markdown):
    """A page, ready for a console with `THEME`."""

    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "paragraph_open": _Paragraph,
        "heading_open": _Heading,
        "fence": _Code,
        "code_block": _Code,
        "table_open": _Table,
        "td_open": _Cell,
        "th_open": _Cell,
    }
