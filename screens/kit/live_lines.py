"""The base of a station's widgets: the live picture, redrawn when it changes."""

from screens.kit.lines import Lines
from screens.kit.shows_live import ShowsLive


class LiveLines(Lines, ShowsLive):
    """Lines computed from the live picture."""

    def watch_live(self) -> None:
        """Redraw after a change and each second; a hidden widget waits until it can be seen."""
        if self.screen.is_current:
            self.redraw()
