"""The smallest window of a station, and what is said in place of it in a smaller one. Pure: values in, lines out."""

from frontdesk.words.i18n import _
from screens.kit.spans import Line, Span, line, wrap

COLUMNS, ROWS = 60, 18
"""The smallest window in which a station shows something useful."""

HIGH = 22
"""From this many rows on a window is no longer low."""


def draw_too_small(width: int) -> list[Line]:
    """Return one sentence."""
    said = _("This window is too small: a station needs {columns} columns and {rows} rows.")
    return [line(Span(row, "head")) for row in wrap(said.format(columns=COLUMNS, rows=ROWS), width)]
