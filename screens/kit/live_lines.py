"""The base of a station's widgets: the live picture, redrawn when it changes."""

from dataclasses import fields
from operator import attrgetter

from frontdesk.domain.values.clock import SECOND
from screens.kit.lines import Lines
from screens.kit.live import Live
from screens.kit.shows_live import ShowsLive

BEHIND_A_DIALOG = 5 * SECOND
"""How often what lies behind a dialog follows the time: for one row of it the whole screen is painted."""

_BUT_THE_TIME = attrgetter(*(field.name for field in fields(Live) if field.name != "now"))


class LiveLines(Lines, ShowsLive):
    """Lines computed from the live picture."""

    def watch_live(self, before: Live, after: Live) -> None:
        """Redraw after a change and as time passes; a hidden widget waits until it can be seen."""
        if self.screen.is_active or (self.screen.is_current and _is_seen_behind(before, after)):
            self.redraw()


def _is_seen_behind(before: Live, after: Live) -> bool:
    later = before.now // BEHIND_A_DIALOG != after.now // BEHIND_A_DIALOG
    return later or _BUT_THE_TIME(before) != _BUT_THE_TIME(after)
