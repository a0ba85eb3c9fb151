"""How many rows of a station the parts beside the board and the queue leave."""

from textual.screen import Screen
from textual.widget import Widget

from screens.kit.lines import Lines


def rows_left(screen: Screen[object], board: Widget, width: int) -> int:
    """Return the rows that no other part of the screen shows anything in, as it stands now."""
    others = (part for part in screen.walk_children(Lines) if part is not board and part.layer != "above")
    return screen.size.height - sum(_rows(part, width) for part in others if _counts(part))


def _counts(part: Lines) -> bool:
    return part.display and not part.TAKES_WHAT_IS_LEFT


def _rows(part: Lines, width: int) -> int:
    """Return how many rows a part takes that takes no share of what is left."""
    high, most = part.styles.height, part.styles.max_height
    if high is not None and high.is_fraction:
        return 0
    if high is not None and high.cells is not None:
        return high.cells
    rows = max(1, part.rows_at(width))
    return rows if most is None or most.cells is None else min(rows, most.cells)
