"""What the widgets of a station have in common: the live picture, redrawn when it changes."""

from screens.kit.lines import Lines
from screens.kit.live import ShowsLive


class LiveLines(Lines, ShowsLive):
    """Lines computed from the live picture."""

    def watch_live(self) -> None:
        """Something changed, or a second has passed. What nobody can see waits until it can be seen."""
        if self.screen.is_current:
            self.redraw()
