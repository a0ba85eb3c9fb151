"""The guard kiosk: the board, and a box for plates that is always ready."""

from textual.app import ComposeResult
from textual.containers import Container

from frontdesk.domain.stations.station import StationKind
from screens.stations.station import StationScreen


class GuardScreen(StationScreen):
    """The guard's station: arrive, move, leave, turn away, tell the manager."""

    STATION = StationKind.GUARD

    def middle(self) -> ComposeResult:
        """Room between the board and the entry box."""
        yield Container(classes="filler")
