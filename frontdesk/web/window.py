"""The terminal in a page: its size in characters, and its colours."""

from typing import NamedTuple, Self

COLUMNS, ROWS = range(20, 501), range(5, 301)
THEMES = ("dark", "light")

ENVIRONMENT = {
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "TEXTUAL_COLOR_SYSTEM": "truecolor",
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    "TEXTUAL_FPS": "240",
}
"""What Textual reads when it is imported: what a browser can show."""


class Window(NamedTuple):
    """The terminal of a page."""

    columns: int
    rows: int
    theme: str

    def as_arguments(self) -> tuple[str, str, str]:
        """Return it as a station's process is told."""
        return str(self.columns), str(self.rows), self.theme

    @classmethod
    def of_arguments(cls, columns: str, rows: str, theme: str) -> Self:
        """Return the window that a station's process was told."""
        return cls(int(columns), int(rows), theme)
