"""The Textual application: one station that shows the store live, one watcher, one tick per second."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message

import screens
from frontdesk.app import demo_keys
from frontdesk.app.demo_keys import Pacemaker
from frontdesk.app.evaluating import Evaluating
from frontdesk.app.freshness import Freshness
from frontdesk.app.kept_figures import KeptFigures, reckon
from frontdesk.app.kept_outlook import KeptOutlook
from frontdesk.app.left_alone import LeftAlone
from frontdesk.app.listeners import Listener
from frontdesk.app.live import tell_first
from frontdesk.app.passed_over import PassedOver
from frontdesk.app.program import Program
from frontdesk.app.settling import settle
from frontdesk.app.sounding import pause_asked_for
from frontdesk.app.stations import SCREENS, screen_of
from frontdesk.app.themes import ThemeChosen
from frontdesk.app.touring import Touring
from frontdesk.desk.background import BackgroundDesk
from frontdesk.desk.escalations import handling
from frontdesk.desk.stations.change_watcher import ChangeWatcher
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import Clock, JumpDetector, SystemClock
from frontdesk.domain.values.errors import StoreError
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.times import duration
from screens.escalations.messages import Called, HandedOut
from screens.kit.keys import bindings
from screens.kit.live import Live
from screens.kit.printing import PrintDocument, PrintTicket
from screens.people.messages import SignedIn
from screens.stations.keys import DEMO_KEYS, KEYS
from screens.stations.station import StationScreen

STYLES = ("stations/frontdesk", "zone/zone", "escalations/escalations", "cases/cases",
          "penalties/penalties", "figures/figures", "past/past", "policy/policy")  # fmt: skip
"""The style sheets: first the one that all stations share, then one for each concern."""

log = logging.getLogger(__name__)


class Changed(Message):
    """The watcher read a new picture."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()
        self.snapshot = snapshot


class Failed(Message):
    """The watcher could not read the store."""

    def __init__(self, error: StoreError) -> None:
        super().__init__()
        self.error = error


class FrontdeskApp(Program):
    """One station. It holds the live picture, on which everything else depends."""

    CSS_PATH: ClassVar = [Path(screens.__path__[0], f"{name}.tcss") for name in STYLES]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = bindings(key for key in (*KEYS, *DEMO_KEYS) if key.of_application)

    def __init__(
        self, path: Path, station: StationKind, first: Snapshot, *, by: str = "", clock: Clock | None = None,
        demo: Pacemaker | None = None, listeners: Sequence[Listener] = (), told: str = "",
        wrong: str = "", theme: str = "dark",
    ) -> None:  # fmt: skip
        # The station is the first screen there is: no default screen is built, styled and thrown away before it.
        self.DEFAULT_MODE = station.value  # type: ignore[misc]
        self._clock = clock or SystemClock()
        super().__init__(ansi_color=False, running_time=self._clock.monotonic, theme=theme)
        self.demo = demo
        self._listeners = listeners
        self._told = told, wrong
        self._passed_over = PassedOver()
        self._jumps = JumpDetector(self._clock)
        self.station = station
        self.desk = BackgroundDesk(path, Actor(station.value, by), self._clock)
        self.freshness = Freshness(lambda: self._watcher.is_fresh())  # noqa: PLW0108 - it comes later
        self._evaluating = Evaluating(
            self._clock,
            lambda: self.live,
            lambda: self.desk.do(handling.evaluate, self._watcher.sign()),
            self.say,
            self.freshness,
        )
        self._touring = Touring(demo, self._clock, lambda: len(self.screen_stack) > 1)
        self._left_alone = LeftAlone(
            self.input_queue.untouched,
            lambda: list(self.screen_stack),
            lambda covered: self.update_live(covered=covered),
        )
        self.input_queue.came_back = self._left_alone.ends
        self._figures = KeptFigures(self._clock, lambda: self.desk.do(reckon))
        self._outlook = KeptOutlook(self._clock, self.desk)
        self._watcher = ChangeWatcher(
            path,
            lambda: self.desk.actor,
            self._clock,
            lambda snapshot: self._tell(Changed(snapshot)),
            lambda error: self._tell(Failed(error)),
            evaluated_at=lambda: self._evaluating.looked_at,
            can_be_seen=self.can_be_seen,
        )
        i18n.call_penalties(first.policy.penalty_word)
        self.set_reactive(FrontdeskApp.live, Live(first, first.now(self._clock.now()), self.desk.actor))
        make = partial(screen_of, self.desk, self._clock, lambda: self.live, demo=demo is not None)
        for kind in SCREENS:
            self.add_mode(kind.value, partial(make, kind))

    def on_mount(self) -> None:
        """Start the watcher and the tick."""
        self.set_interval(1.0, self.tick)
        self._watcher.start()
        self.end_when_told()
        self.call_after_refresh(self.run_worker, settle)
        self.call_after_refresh(tell_first, self, *self._told)

    def on_unmount(self) -> None:
        """Finish the running commands, and remove the station from the record of open stations."""
        self._watcher.stop()
        self.desk.close()

    def _tell(self, message: Message) -> None:
        if self.is_running:
            self.post_message(message)

    # -- the picture and the time -------------------------------------------------------------------------------

    @on(Changed)
    async def _changed(self, event: Changed) -> None:
        self.freshness.works("store")
        self._passed_over.note(event.snapshot.passed_over)
        i18n.call_penalties(event.snapshot.policy.penalty_word)
        await self.tick(snapshot=event.snapshot, outdated=False)

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        """Dim the picture and say since when it is old, or that this program is older than the store."""
        error = event.error
        if self.freshness.failed("store", self.now):
            cause = error.__cause__ if error.reason is StoreReason.UNREADABLE else None
            log.error("the store cannot be read: %s", error.facts.get("detail", error.reason), exc_info=cause)
        self.update_live(
            outdated=error.reason is StoreReason.OUTDATED, stale_since=self.freshness.stale_since(self.now)
        )

    async def tick(self, **changes: Any) -> None:
        """Show the picture with these changes at the current time, and record the crossed limits.

        If another station has recorded them already, nothing is recorded.
        """
        self.mind_the_terminal()
        live = replace(self.live, **changes)
        if live.snapshot is None:
            return
        now = live.snapshot.now(self._clock.now())
        if live.snapshot.copying is not None and live.snapshot.copying.waits_since is not None:
            from frontdesk.app.copies import look_after  # noqa: PLC0415 - once a day, and a station opens without it

            look_after(self.desk.path, replace(live, now=now))
        watched = self._evaluating.is_watched(live.snapshot, now)
        # A sound that is paused is paused in running time.
        silent = live.silent_until + min(0, now - live.now) if live.silent_until else 0
        stale = self.freshness.stale_since(now)
        covered = self._left_alone.look(live, self.station)
        live = replace(live, now=now, watched=watched, stale_since=stale, silent_until=silent, covered=covered)
        self.live = replace(live, tour=self._touring.see(live), told=self._outlook.told)
        if jump := self._jumps.jumped():
            log.warning("the machine's clock was set by %d ms", jump)
            text = _("The machine's clock was set by {time}: times on the board moved with it. Check the clock.")
            self.say(text.format(time=duration(jump)))
        if self._evaluating.begins():
            self.run_worker(self._evaluating.evaluate(), exclusive=False)
        elif self._figures.are_due(self.live):
            self.run_worker(self._figures.refresh(), exclusive=False)
        elif self._outlook.is_due(self.live, self.station):
            self.run_worker(self._outlook.refresh(), exclusive=False)

    # -- what its station tells it ------------------------------------------------------------------------------

    @on(Called)
    @on(HandedOut)
    @on(PrintDocument)
    @on(PrintTicket)
    @on(ThemeChosen)
    def _let_hear(self, message: Message) -> None:
        for listener in self._listeners:
            listener.hear(message, self)

    @on(SignedIn)
    def _signed_in(self, event: SignedIn) -> None:
        self.sign_in(self.station, event.name, event.number)

    # -- actions of the whole application -----------------------------------------------------------------------

    def sign_in(self, station: StationKind, who: str, number: int = 0) -> None:
        """Note that somebody works at a station from now on; `number`: of their sign-in by PIN, 0 for none."""
        self.station = station
        self.desk.actor = Actor(station.value, who, sign_in=number)
        self.update_live(actor=self.desk.actor)

    def action_silence(self) -> None:
        """Pause the sound for ten minutes, then for thirty; the third press switches it on again."""
        self.update_live(silent_until=pause_asked_for(self.live))

    async def action_incident(self) -> None:
        """Report an incident, or show the one that is open, over whatever is up."""
        from screens.incidents.opening import open_incident  # noqa: PLC0415 - loaded once the first picture stands

        station = next((screen for screen in self.screen_stack if isinstance(screen, StationScreen)), None)
        if station is not None:
            await open_incident(self, station)

    def action_demo(self, what: str) -> None:
        """Run a key of the demo."""
        demo_keys.do(what, self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Answer the demo's keys only in a demo."""
        return self.demo is not None if action == "demo" else super().check_action(action, parameters)
