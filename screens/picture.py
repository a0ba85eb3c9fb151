"""What the widgets of a station have in common: the snapshot and the time, redrawn when either changes."""

from textual.reactive import var

from frontdesk.domain.clock import Millis
from frontdesk.domain.snapshot import Snapshot
from screens.lines import Lines


class Picture(Lines):
    """Lines computed from the snapshot and the time."""

    snapshot: var[Snapshot | None] = var(None)
    now: var[Millis] = var(0)

    def watch_snapshot(self) -> None:
        """The picture changed."""
        self.redraw()

    def watch_now(self) -> None:
        """A second has passed."""
        self.redraw()
