"""The lounge display on the wall: who is called to which bay, and who waits (Z5a).

Nobody works at it, so it has no entry box, no operator and no key that changes anything about a car.
"""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from frontdesk.desk.background import BackgroundDesk
from frontdesk.domain.lounge import latest_calls
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Clock
from screens.escalations.hidden_prompt import HiddenPrompt
from screens.kit.key_hints import KeyHints
from screens.kit.live import Live
from screens.kit.live_lines import LiveLines
from screens.kit.live_screen import LiveScreen
from screens.kit.spans import Line
from screens.stations.keys import DEMO_KEYS
from screens.stations.lounge_drawing import draw, draw_heading, is_fresh


class LoungeHeader(LiveLines):
    """The store's name and the clock; whether the picture is old."""

    def build(self, width: int) -> list[Line]:
        return draw_heading(self.live, width)


class LoungeBoard(LiveLines):
    """Everything below the heading."""

    def build(self, width: int) -> list[Line]:
        """Return the calls and who waits."""
        if self.snapshot is None:
            return []
        return draw(self.snapshot, self.now, width, max(1, self.size.height))


class LoungeScreen(LiveScreen):
    """The fourth station. It shows calls and rings for them, and needs no input."""

    STATION = StationKind.LOUNGE
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1", "help", show=False)]

    def __init__(self, desk: BackgroundDesk, clock: Clock, live: Live, *, demo: bool = False) -> None:
        super().__init__(desk, clock, live, demo=demo)
        self._rung: set[tuple[int, int]] = set()

    def compose(self) -> ComposeResult:
        """Lay out the heading and the board; in a demo, also the key to the next station."""
        yield LoungeHeader().data_bind(LiveScreen.live)
        yield LoungeBoard().data_bind(LiveScreen.live)
        if self._demo:
            from screens.stations.tour_line import TourLine  # noqa: PLC0415 - only a demo has it

            yield TourLine(self.clock).data_bind(LiveScreen.live)
            yield KeyHints(tuple(key for key in DEMO_KEYS if key.key == "ctrl+g"), tall=False)

    def on_mount(self) -> None:
        """Dim the picture if it is old already, as a demo may switch here at any time."""
        self.dim(but=LoungeHeader)

    def over_dialogs(self) -> Iterable[Widget]:
        """Return the warning of an old picture, which a dialog must not hide."""
        return (HiddenPrompt(self),)

    def watch_live(self) -> None:
        """Update after a change and each second."""
        self.dim(but=LoungeHeader)
        self._ring()

    def _ring(self) -> None:
        """Ring once for each call, while it is fresh, unless the sound is paused."""
        snapshot = self.snapshot
        if snapshot is None or not self.is_mounted or self not in self.app.screen_stack:
            return
        fresh = {
            (ticket.id, ticket.calls)
            for ticket in latest_calls(snapshot.tickets)
            if is_fresh(ticket, snapshot, self.now)
        }
        if fresh - self._rung and self.now >= self.live.silent_until:
            self.app.bell()
        self._rung |= fresh

    def action_help(self) -> None:
        from screens.stations.lounge_help import LoungeHelp  # noqa: PLC0415 - the first picture stands without it

        self.app.push_screen(LoungeHelp(demo=self._demo))

    @on(KeyHints.Touched)
    async def _key_was_touched(self, event: KeyHints.Touched) -> None:
        await self.run_action(event.action)
