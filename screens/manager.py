"""The manager console: prompts first, then the board and the queue."""

from textual.app import ComposeResult

from frontdesk.domain.staff import StationKind
from screens.queue import ComplaintQueue
from screens.station import StationScreen


class ManagerScreen(StationScreen):
    """The service manager's station."""

    STATION = StationKind.MANAGER
    MIDDLE_ROWS = 3

    def middle(self) -> ComposeResult:
        """The complaint queue."""
        cls = StationScreen
        yield ComplaintQueue().data_bind(cls.snapshot, cls.now)
