"""The lounge's display, for the screen on the wall: who is called to which bay, who waits (Z5a).

Nobody works at it: there is no entry box, no operator and no key that does anything to a car.
"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import var

from frontdesk.desk.background import Hands
from frontdesk.domain.lounge import latest_calls
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Clock, Millis
from frontdesk.words.i18n import _
from frontdesk.words.times import clock_time
from screens.kit.key_hints import KeyHints
from screens.kit.lines import Line, Lines, Span, ends
from screens.kit.live_lines import Picture
from screens.kit.live_screen import LiveScreen
from screens.kit.notices import no_data, pace_name, sound_off
from screens.kit.store_zone import store_zone
from screens.stations.keys import DEMO_KEYS
from screens.stations.lounge_drawing import draw, is_fresh


class LoungeHeader(Picture):
    """The store's name and the clock; whether the picture is old."""

    stale_since: var[Millis | None] = var(None)
    outdated: var[bool] = var(False)
    silent_until: var[Millis] = var(0)

    def build(self, width: int) -> list[Line]:
        """Return one line."""
        shot = self.snapshot
        if shot is None:
            return [()]
        zone = store_zone(shot)
        right: list[Span] = []
        if self.stale_since is not None:
            right.append(no_data(self.stale_since, zone, outdated=self.outdated))
        if self.now < self.silent_until:
            right.append(sound_off(self.silent_until, zone))
        if shot.pace is not None:
            right.append(Span(f" {pace_name(shot.pace)} ", "prompt"))
        right.append(Span(f" {clock_time(self.now, zone)} ", "head"))
        return [ends([Span(f" {shot.policy.store_name or _('customer lounge')}", "head")], right, width)]

    def watch_stale_since(self) -> None:
        """The picture stopped, or is live again."""
        self.redraw()

    def watch_silent_until(self) -> None:
        """The bell is paused, or is on again."""
        self.redraw()


class LoungeBoard(Picture):
    """Everything below the heading."""

    def build(self, width: int) -> list[Line]:
        """Return the calls and who waits."""
        if self.snapshot is None:
            return []
        return draw(self.snapshot, self.now, width, max(1, self.size.height))


class LoungeScreen(LiveScreen):
    """The fourth station: it shows and rings, and asks nobody for anything."""

    STATION = StationKind.LOUNGE
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1", "help", show=False)]

    def __init__(self, hands: Hands, machine: Clock, *, demo: bool = False) -> None:
        super().__init__(hands, machine, demo=demo)
        self._rung: set[tuple[int, int]] = set()

    def compose(self) -> ComposeResult:
        """Lay out the heading and the board; in a demo, the way to the next station."""
        cls = LiveScreen
        yield LoungeHeader().data_bind(cls.snapshot, cls.now, cls.stale_since, cls.outdated, cls.silent_until)
        yield LoungeBoard().data_bind(cls.snapshot, cls.now)
        if self._demo:
            yield KeyHints(tuple(key for key in DEMO_KEYS if key.action == "app.next_station"), tall=False)

    def watch_now(self) -> None:
        """Ring once for each call, while it is fresh and somebody may look up."""
        shot = self.snapshot
        if shot is None or not self.is_mounted or self not in self.app.screen_stack:
            return
        fresh = {(ticket.id, ticket.calls) for ticket in latest_calls(shot.tickets) if is_fresh(ticket, shot, self.now)}
        if fresh - self._rung and self.now >= self.silent_until:
            self.app.bell()
        self._rung |= fresh

    def watch_stale_since(self) -> None:
        """An old picture is dimmed, all of it but the line that says so."""
        for widget in self.query(Lines):
            if not isinstance(widget, LoungeHeader):
                widget.stale = self.stale_since is not None

    def action_help(self) -> None:
        """F1."""
        from screens.stations.lounge_help import LoungeHelp  # noqa: PLC0415 - the first picture stands without it

        self.app.push_screen(LoungeHelp(demo=self._demo))

    async def on_key_hints_touched(self, event: KeyHints.Touched) -> None:
        """A key at the bottom was touched."""
        await self.run_action(event.action)
