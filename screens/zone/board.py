"""The board: a live picture of every place, in which a touch chooses a car."""

from dataclasses import dataclass

from textual.events import Click
from textual.message import Message
from textual.reactive import var

from frontdesk.domain.values.plates import NO_PLATE, Plate
from screens.kit.key_hints import KeyHints
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line
from screens.zone.board_drawing import Spot
from screens.zone.board_room import draw_board
from screens.zone.rows_left import rows_left


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

    def build(self, width: int) -> list[Line]:
        high, left = self.screen.size.height, rows_left(self.screen, self, width)
        drawing = draw_board(self.live, width, high, below=self._below, left=left, chosen=self.chosen)
        self._spots, self._beyond = (drawing.spots, drawing.beyond) if drawing else ([], None)
        return drawing.lines if drawing else []

    def on_click(self, event: Click) -> None:
        """Choose the touched car; a touch of the lane's heading opens the whole lane."""
        if event.y == self._beyond:
            self.post_message(KeyHints.Touched("do('lane')"))
            return
        for spot in self._spots:
            if spot.y == event.y and spot.x <= event.x < spot.x + spot.width:
                self.post_message(self.Chosen(spot.plate))
                return
