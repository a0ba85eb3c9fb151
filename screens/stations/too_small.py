"""What is said in place of a station whose window is too small for it."""

from screens.kit.lines import Lines
from screens.kit.spans import Line
from screens.stations.window import draw_too_small


class TooSmall(Lines):
    """Covers the station until its window is big enough; what was typed stays."""

    def on_show(self) -> None:
        """It is drawn when it is needed, in the language of that moment."""
        self.call_after_refresh(self.redraw)

    def build(self, width: int) -> list[Line]:
        return draw_too_small(width)
