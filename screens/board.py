"""The board: the live picture of every place, and a touch to choose a car."""

from dataclasses import dataclass

from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from screens.board_drawing import BoardDrawing, Spot
from screens.lines import Line
from screens.picture import Picture


class Board(Picture):
    """The live board. Clicking or touching a car chooses it."""

    chosen: reactive[str] = reactive("")

    def __init__(self) -> None:
        super().__init__(id="board")
        self._spots: list[Spot] = []

    @dataclass
    class Chosen(Message):
        """A car was touched on the board."""

        plate: str

    def build(self, width: int) -> list[Line]:
        """Return the board."""
        if self.snapshot is None:
            return []
        shot = self.snapshot
        drawing = BoardDrawing(shot.floor, shot.policy, self.now, width, self.chosen).draw()
        self._spots = drawing.spots
        return drawing.lines

    def watch_chosen(self) -> None:
        """Another car is marked."""
        self.redraw()

    def on_click(self, event: Click) -> None:
        """Choose the car that was touched."""
        for spot in self._spots:
            if spot.y == event.y and spot.x <= event.x < spot.x + spot.width:
                self.post_message(self.Chosen(spot.plate))
                return
