"""The line above a dialog that shows a hidden prompt of this station, or that the picture is old (Z5, Z6)."""

from collections.abc import Sequence

from textual.screen import Screen

from frontdesk.domain.escalations.terms import State
from screens.escalations.prompt_line import prompt_line
from screens.escalations.prompt_panel import PromptPanel
from screens.kit.live_lines import LiveLines
from screens.kit.live_screen import LiveScreen
from screens.kit.notices import no_data
from screens.kit.shows_live import follow
from screens.kit.spans import Line, Span, fit, is_split, width_of
from screens.kit.store_zone import store_zone


class HiddenPrompt(LiveLines):
    """The first line of the screen while a dialog hides the prompts; `-silent` if nothing waits for this station."""

    def __init__(self, station: LiveScreen) -> None:
        super().__init__(classes="-silent")
        self._below = station
        self._said: Line = ()

    def on_mount(self) -> None:
        """Follow the application, once the layout shows what the dialog hides of the station."""
        self.call_after_refresh(follow, self)

    def redraw(self) -> None:
        """Show or hide the line."""
        self._said = self._line(self.app.size.width)
        self.set_class(not self._said, "-silent")
        if self._said:
            super().redraw()

    def build(self, width: int) -> list[Line]:
        """Return the most urgent thing there is."""
        said = self._said if width == self.app.size.width else self._line(width)
        boxes = [box.region for box in self.screen.query(".dialog").results()]
        # Where a box below begins or ends the line is painted in two pieces: a wide character there would be lost.
        if is_split(said, {edge for box in boxes for edge in (box.x, box.right)}):
            said = fit(self._line(width - 1), width, "prompt")
        return [said]

    def _line(self, width: int) -> Line:
        snapshot, station, dialogs = self.snapshot, self._below.STATION, self._dialogs()
        if snapshot is None or self._hide_nothing(dialogs):
            return ()
        old: list[Span] = []
        if self.live.stale_since is not None:
            old.append(no_data(self.live.stale_since, store_zone(snapshot), outdated=self.live.outdated))
        room = width - width_of(old)
        found = (row.prompts for row in snapshot.rows(station, self.now, self.live.who))
        asked = next((prompts for prompts in found if prompts and prompts[0].state is State.RAISED), None)
        if asked is None:
            return fit(old, width, "prompt") if old else ()
        return (*old, *prompt_line(asked, snapshot, station, self.now, room, dialogs=len(dialogs)))

    def _dialogs(self) -> Sequence[Screen[object]]:
        """Return the dialogs over the station, up to this one."""
        stack = self.app.screen_stack
        if self._below not in stack or self.screen not in stack:
            return ()
        return stack[stack.index(self._below) + 1 : stack.index(self.screen) + 1]

    def _hide_nothing(self, dialogs: Sequence[Screen[object]]) -> bool:
        """Whether the station's own prompts can be read above all the dialogs."""
        panels = self._below.query(PromptPanel)
        boxes = [box for dialog in dialogs for box in dialog.query(".dialog").results()]
        return (
            bool(panels)
            and self._below.is_current
            and all(box.region.y >= panels.first().region.bottom for box in boxes)
        )
