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

    def asks_to_close(self) -> bool:
        """Ask, as a glove soon finds the wrong key at a kiosk; the same key once more is an answer."""
        from screens.stations.closing import CloseDialog  # noqa: PLC0415 - the first picture does without it

        if self._demo:
            return False
        asked = self.app.screen
        if isinstance(asked, CloseDialog):
            return not asked.settling.is_over
        self.app.push_screen(CloseDialog(self.clock), lambda yes: self.app.exit() if yes else None)
        return True
