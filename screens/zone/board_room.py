"""How many rows of a station the board takes, and what is drawn in them. Pure: values in, lines out."""

from frontdesk.domain.values.plates import Plate
from screens.kit.live import Live
from screens.zone.board_drawing import BoardDrawing

_OTHER_ROWS = 12
"""How many rows the other parts take in a low window: status, prompts, the day, entry, candidates, feedback, keys."""

_LOW, _OTHER_ROWS_LOW = 22, 9
"""In a window of fewer rows the other parts take so many."""

_ROOMY, _MORE_ROWS = 30, 1
"""From how many rows on the other parts take more of them, and how many; the queue takes as many as it has cases."""

_NAMED_ROWS = 5
"""From how many rows on the queue takes one more, in which its columns have names."""

_TALL = 34
"""From this many rows on, the bays show their times in big digits."""


def draw_board(live: Live, width: int, high: int, *, below: int, left: int, chosen: Plate) -> BoardDrawing | None:
    """Return the board of a station in a window `high` rows high; None where there is no picture of the store.

    `below`: how many rows the part below it needs at least. `left`: how many rows the others of fixed height leave.
    """
    if live.snapshot is None:
        return None
    snapshot = live.snapshot
    listed = snapshot.listed_in_queue(live.now)
    room = high - below - (_OTHER_ROWS if high >= _LOW else _OTHER_ROWS_LOW)
    if high >= _ROOMY:
        # The queue has its headings and a row for each entry, up to a quarter of the window.
        queue = min(listed, high // 4) if below else 0
        room -= queue + _MORE_ROWS
    room = max(room, left - _queue_rows(listed, below))
    return BoardDrawing(
        snapshot.floor, snapshot.policy, live.now, width, room, chosen,
        big=high >= _TALL, airy=high >= _ROOMY or not below,
    ).draw()  # fmt: skip


def _queue_rows(listed: int, below: int) -> int:
    """Return how many rows the queue has something to show in."""
    rows = 1 + max(1, listed) if below else 0
    return rows + (rows >= _NAMED_ROWS)
