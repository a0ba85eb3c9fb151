"""The workshop's board: its cars by promise, and its errands; ↑ ↓ or a touch marks one."""

from dataclasses import dataclass

from textual.events import Click
from textual.message import Message
from textual.reactive import var

from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.plates import NO_PLATE, Plate
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line
from screens.progress.repair_drawing import draw_repairs


class RepairBoard(LiveLines):
    """The live board of the workshop."""

    REDRAWN_BY = ("chosen", "errand")

    chosen: var[Plate] = var(NO_PLATE)
    errand: var[int] = var(0)

    def __init__(self) -> None:
        super().__init__(id="repairs")
        self._spots: dict[int, Plate | int] = {}

    @dataclass
    class Chosen(Message):
        """A car or an errand was touched."""

        what: Plate | int

    def build(self, width: int) -> list[Line]:
        drawn = draw_repairs(self.live, width, max(3, self.size.height), chosen=self.chosen, errand=self.errand)
        self._spots = drawn.spots
        return drawn.lines

    def entries(self) -> list[Plate | int]:
        """Return what can be marked, in the order in which it is listed."""
        if self.snapshot is None:
            return []
        tasks = self.snapshot.tasks_at(StationKind.WORKSHOP, self.now)
        return [*(car.plate for car in self.snapshot.repairs), *(task.id for task in tasks)]

    def on_click(self, event: Click) -> None:
        what = self._spots.get(event.y)
        if what is not None:
            self.post_message(self.Chosen(what))
