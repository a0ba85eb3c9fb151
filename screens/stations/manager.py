"""The manager console: prompts first, then the board and the queue."""

from textual.app import ComposeResult

from frontdesk.domain.stations.station import StationKind
from screens.cases.queue import CaseQueue
from screens.figures.day_panel import DayPanel
from screens.stations.station import StationScreen


class ManagerScreen(StationScreen):
    """The service manager's station."""

    STATION = StationKind.MANAGER

    def middle(self) -> ComposeResult:
        yield CaseQueue().data_bind(StationScreen.live)
        yield DayPanel().data_bind(StationScreen.live)
