"""What a dialog must not hide: a prompt that this station has to answer, and that the picture is old (Z5, Z6)."""

from textual.reactive import var

from frontdesk.domain.clock import Millis
from frontdesk.domain.kinds import State
from screens.lines import Line, fit, width_of
from screens.live import LiveScreen, follow
from screens.picture import Picture
from screens.prompt_line import prompt_line
from screens.status import no_data, store_zone


class Alarm(Picture):
    """The screen's first line while a dialog is up, `-silent` where nothing asks for this station."""

    stale_since: var[Millis | None] = var(None)

    def __init__(self, station: LiveScreen) -> None:
        super().__init__(classes="-silent")
        self._below = station

    def on_mount(self) -> None:
        """Follow the station under the dialog."""
        for name in ("snapshot", "stale_since", "now"):
            follow(self, self._below, name)

    def watch_stale_since(self) -> None:
        """The picture has become old, or is live again."""
        self.redraw()

    def redraw(self) -> None:
        """Come up, or go."""
        is_silent = not self._line(self.app.size.width)
        self.set_class(is_silent, "-silent")
        if not is_silent:
            super().redraw()

    def build(self, width: int) -> list[Line]:
        """Return the most urgent thing there is."""
        return [self._line(width)]

    def _line(self, width: int) -> Line:
        shot, station = self.snapshot, self._below.STATION
        if shot is None:
            return ()
        old = [] if self.stale_since is None else [no_data(self.stale_since, store_zone(shot))]
        room = width - width_of(old)
        asked = next((each for each in shot.prompts(station, self.now) if each.state is State.RAISED), None)
        if asked is None:
            return fit(old, width, "prompt") if old else ()
        return (*old, *prompt_line(asked, shot, station, self.now, room, under_dialog=True))
