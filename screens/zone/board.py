"""The board: a live picture of every place, in which a touch chooses a car."""

from dataclasses import dataclass

from textual.events import Click
from textual.message import Message
from textual.reactive import var

from frontdesk.domain.values.plates import NO_PLATE, Plate
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line
from screens.zone.board_drawing import BoardDrawing, Spot
from screens.zone.rows_left import rows_left

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


class Board(LiveLines):
    """The live board. Clicking or touching a car chooses it."""

    REDRAWN_BY = ("chosen",)

    chosen: var[Plate] = var(NO_PLATE)

    def __init__(self, rows_below: int = 0) -> None:
        super().__init__(id="board")
        self._below = rows_below
        self._spots: list[Spot] = []
        self._beyond: int | None = None

    @dataclass
    class Chosen(Message):
        """A car was touched on the board."""

        plate: Plate

    class Beyond(Message):
        """The cars of the lane that are not shown are to be seen."""

    def build(self, width: int) -> list[Line]:
        if self.snapshot is None:
            return []
        snapshot, high = self.snapshot, self.screen.size.height
        room = high - self._below - (_OTHER_ROWS if high >= _LOW else _OTHER_ROWS_LOW)
        if high >= _ROOMY:
            # The queue has its headings and a row for each case, up to a quarter of the window.
            queue = min(snapshot.listed_complaints, high // 4) if self._below else 0
            room -= queue + _MORE_ROWS
        room = max(room, rows_left(self.screen, self, width) - self._queue_rows(snapshot.listed_complaints))
        drawing = BoardDrawing(
            snapshot.floor, snapshot.policy, self.now, width, room, self.chosen,
            big=high >= _TALL, airy=high >= _ROOMY or not self._below,
        ).draw()  # fmt: skip
        self._spots, self._beyond = drawing.spots, drawing.beyond
        return drawing.lines

    def _queue_rows(self, listed: int) -> int:
        """Return how many rows the queue has something to show in."""
        rows = 1 + max(1, listed) if self._below else 0
        return rows + (rows >= _NAMED_ROWS)

    def on_click(self, event: Click) -> None:
        """Choose the touched car; a touch of the lane's heading opens the whole lane."""
        if event.y == self._beyond:
            self.post_message(self.Beyond())
            return
        for spot in self._spots:
            if spot.y == event.y and spot.x <= event.x < spot.x + spot.width:
                self.post_message(self.Chosen(spot.plate))
                return
