"""The lasting warnings that everybody must see: a policy not fully understood, a clock that was set."""

from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line
from screens.stations.banner_drawing import draw_banner

_WIDE = 80
"""Any width: whether there is something to say does not depend on it."""


class Banner(LiveLines):
    """A few lines below the first one; `-silent` if there is nothing to say."""

    def __init__(self) -> None:
        super().__init__(id="banner", classes="-silent")

    def redraw(self) -> None:
        """Show or hide the lines."""
        is_silent = not self.build(_WIDE)
        self.set_class(is_silent, "-silent")
        if not is_silent:
            super().redraw()

    def build(self, width: int) -> list[Line]:
        return draw_banner(self.live, width)
