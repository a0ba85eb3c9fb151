"""The workshop: the cars in repair by promise, what their customers are owed, and the errands from decisions (P4)."""

from textual import on
from textual.app import ComposeResult
from textual.reactive import var

from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.plates import NO_PLATE, Plate
from screens.progress.repair_board import RepairBoard
from screens.stations.station import StationScreen
from screens.zone import car_meant


class WorkshopScreen(StationScreen):
    """The station of the workshop's supervisor."""

    STATION = StationKind.WORKSHOP

    errand: var[int] = var(0)
    """The number of the errand that is marked; 0 for none."""

    def above(self) -> ComposeResult:
        cls = WorkshopScreen
        yield RepairBoard().data_bind(cls.live, cls.chosen, cls.errand)

    def action_mark(self, step: int) -> None:
        """↑ ↓: mark another car or errand; while a plate is typed, another car that fits it."""
        if car_meant.typed_fragment(self):
            super().action_mark(step)
            return
        entries = self.query_one(RepairBoard).entries()
        if entries:
            marked = self.chosen or self.errand
            place = entries.index(marked) + step if marked in entries else 0
            self._mark(entries[place % len(entries)])

    @on(RepairBoard.Chosen)
    def _touched(self, event: RepairBoard.Chosen) -> None:
        self._mark(event.what)

    def _mark(self, what: str | int) -> None:
        if isinstance(what, int):
            self.chosen, self.errand = NO_PLATE, what
        else:
            self.chosen, self.errand = Plate(what), 0
