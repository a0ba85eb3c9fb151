"""What the widgets of a station have in common: the snapshot and the time, redrawn when either changes."""

from textual.reactive import var

from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis
from screens.kit.lines import Lines


class Picture(Lines):
    """Lines computed from the snapshot and the time.

    A new snapshot is always followed by its time, be that the same or later: one redraw serves both.
    """

    snapshot: var[Snapshot | None] = var(None)
    now: var[Millis] = var(0, always_update=True)

    def watch_now(self) -> None:
        """The picture changed, or a second has passed. What nobody can see waits until it can be seen."""
        if self.screen.is_current:
            self.redraw()
