"""What is said in place of a station whose window is too small for it."""

from frontdesk.words.i18n import _
from screens.kit.lines import Lines
from screens.kit.spans import Line, Span, line, wrap

COLUMNS, ROWS = 60, 18
"""The smallest window in which a station shows something useful."""


class TooSmall(Lines):
    """Covers the station until its window is big enough; what was typed stays."""

    def on_show(self) -> None:
        """It is drawn when it is needed, in the language of that moment."""
        self.call_after_refresh(self.redraw)

    def build(self, width: int) -> list[Line]:
        """Return one sentence."""
        said = _("This window is too small: a station needs {columns} columns and {rows} rows.")
        return [line(Span(row, "head")) for row in wrap(said.format(columns=COLUMNS, rows=ROWS), width)]
