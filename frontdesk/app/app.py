"""The Textual application: one station live on the store, one watcher, one tick."""

import gc
import logging
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import ClassVar, Protocol

from textual.binding import BindingType
from textual.events import Event, Paste
from textual.message import Message

import screens
from frontdesk.app.attached import Attached
from frontdesk.app.caret import Caret
from frontdesk.app.sounding import Sounding
from frontdesk.app.ticket_printing import Ticketing, TicketPrinter
from frontdesk.desk.background import Hands
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.stations.change_watcher import Watcher
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.presence import UNWATCHED_AFTER
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Clock, JumpDetector, Millis, SystemClock
from frontdesk.domain.values.errors import FrontdeskError, Reason, StoreError
from frontdesk.domain.values.text import TYPED_LIMIT, clean_words
from frontdesk.process.stopping import held_back
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.refusals.sentence import sentence
from frontdesk.words.times import duration
from screens.kit.keys import bindings
from screens.kit.lines import Lines
from screens.kit.live_screen import LiveScreen
from screens.stations.keys import DEMO_KEYS, KEYS
from screens.stations.station import StationScreen
from screens.zone.car_actions import load_dialogs

SCREENS = {
    StationKind.GUARD: ("screens.stations.guard", "GuardScreen"),
    StationKind.RECEPTION: ("screens.stations.reception", "ReceptionScreen"),
    StationKind.MANAGER: ("screens.stations.manager", "ManagerScreen"),
    StationKind.LOUNGE: ("screens.stations.lounge", "LoungeScreen"),
}
"""Where the screen of each station is: a station that opens loads its own only."""

log = logging.getLogger(__name__)


class Pacemaker(Protocol):
    """What a demo lets a visitor do with its time."""

    def faster(self) -> None:
        """Let time run faster."""

    def slower(self) -> None:
        """Let time run slower, down to a pause."""

    def operator(self, station: StationKind) -> str:
        """Return who works at a station in the demo."""


class FrontdeskApp(Sounding, Ticketing, Attached, Caret):
    """One station. It holds the picture, the time and who works here; everything else hangs on these."""

    CSS_PATH = Path(screens.__path__[0], "stations", "frontdesk.tcss")
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = bindings(key for key in (*KEYS, *DEMO_KEYS) if key.of_application)

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

    def __init__(
        self, path: Path, station: StationKind, first: Snapshot, *, by: str = "", machine: Clock | None = None,
        demo: Pacemaker | None = None, printer: TicketPrinter | None = None, told: str = "",
    ) -> None:  # fmt: skip
        # The station is the first screen there is: no default screen is built, styled and thrown away before it.
        self.DEFAULT_MODE = station.value  # type: ignore[misc]
        super().__init__(printer=printer)
        self._machine = machine or SystemClock()
        self._demo = demo
        self._told = told
        self._evaluating = False
        self._evaluated_at: Millis = self._machine.now()
        self._jumps = JumpDetector(self._machine)
        self._station = station
        self._hands = Hands(path, Actor(station.value, by), self._machine)
        self._watcher = Watcher(
            path,
            lambda: self._hands.actor,
            self._machine,
            lambda snapshot: self._tell(self.Changed(snapshot)),
            lambda error: self._tell(self.Failed(error)),
            evaluated_at=lambda: self._evaluated_at,
            can_be_seen=self.can_be_seen,
        )
        self.set_reactive(FrontdeskApp.snapshot, first)
        self.set_reactive(FrontdeskApp.now, first.now(self._machine.now()))
        self.set_reactive(FrontdeskApp.actor, self._hands.actor)
        for kind in SCREENS:
            self.add_mode(kind.value, self._screen(kind))

    def _screen(self, kind: StationKind) -> Callable[[], LiveScreen]:
        def make() -> LiveScreen:
            module, name = SCREENS[kind]
            screen: LiveScreen = getattr(import_module(module), name)(
                self._hands, self._machine, demo=self._demo is not None
            )
            screen.start_from(self.snapshot, self.now, self.actor)
            cls = FrontdeskApp
            return screen.data_bind(
                cls.snapshot, cls.now, cls.actor, cls.stale_since, cls.outdated, cls.watched, cls.silent_until
            )

        return make

    def on_mount(self) -> None:
        """Begin to watch and to tick."""
        self.set_interval(1.0, self.tick)
        self._watcher.start()
        self._end_when_told()
        self.call_after_refresh(_settle)
        self.call_after_refresh(self._tell_first, self._told)

    def on_unmount(self) -> None:
        """Finish what was begun; take the station off the record."""
        self._watcher.stop()
        self._hands.close()

    def _tell(self, message: Message) -> None:
        if self.is_running:
            self.post_message(message)

    async def on_event(self, event: Event) -> None:
        """What is pasted is cleaned before any box shows it."""
        if isinstance(event, Paste) and not event.is_forwarded:
            event.text = clean_words(event.text, TYPED_LIMIT)
        await super().on_event(event)

    def running_time(self) -> Millis:
        """Return the machine's running time: keys are timed by it."""
        return self._machine.monotonic()

    def clear_selection(self) -> None:
        """Clear the selected text; before the first screen is up there is none."""
        # From Python 3.12 on Textual starts its tasks eagerly: the entry box is mounted before its screen is on the
        # stack, and asks for this.
        if self.screen_stack:
            super().clear_selection()

    # -- the picture and the time -------------------------------------------------------------------------------

    async def on_frontdesk_app_changed(self, event: Changed) -> None:
        """Show the new picture."""
        self.stale_since, self.outdated = None, False
        self.snapshot = event.snapshot
        await self.tick()

    def on_frontdesk_app_failed(self, event: Failed) -> None:
        """Dim the picture and say since when it is old, or that this program is."""
        self.outdated = event.error.reason is Reason.OUTDATED
        if self.stale_since is None:
            log.error("the store cannot be read: %s", event.error.facts.get("detail", event.error.reason))
            self.stale_since = self.now

    async def tick(self) -> None:
        """Let a second pass; where time alone crossed a limit, put it on record. Whoever comes first wins."""
        self._mind_the_terminal()
        if self.snapshot is None:
            return
        machine = self._machine.now()
        self.now = self.snapshot.now(machine)
        self._mind_the_clock()
        looked_lately = machine - self._evaluated_at <= UNWATCHED_AFTER
        self.watched = looked_lately or self.snapshot.presence.is_watched(self.now)
        if self._evaluating or self.outdated:
            return
        if not self.snapshot.has_news(self.now):
            self._looked(machine)
            return
        self._evaluating = True
        self.run_worker(self._evaluate(), exclusive=False)

    def _looked(self, machine: Millis) -> None:
        """Somebody is watching: this station has looked for what was crossed, unless its picture is old."""
        if self.stale_since is None:
            self._evaluated_at = machine

    def _mind_the_clock(self) -> None:
        jump = self._jumps.jumped()
        if jump:
            log.warning("the machine's clock was set by %d ms", jump)
            text = _("The machine's clock was set by {time}: times on the board moved with it. Check the clock.")
            self._say(text.format(time=duration(jump)))

    async def _evaluate(self) -> None:
        try:
            await self._hands.do(handling.evaluate, self._watcher.sign() if self.can_be_seen() else None)
            self._looked(self._machine.now())
        except FrontdeskError as error:
            log.error("not evaluated: %s", error.reason)
            self._say(sentence(error))
        finally:
            self._evaluating = False

    # -- actions of the whole application -----------------------------------------------------------------------

    def on_car_actions_signed_in(self, event: StationScreen.SignedIn) -> None:
        """Someone works here from now on."""
        self._sign_in(self._station, event.name)

    def _sign_in(self, station: StationKind, who: str) -> None:
        self._station = station
        self._hands.actor = Actor(station.value, who)
        self.actor = self._hands.actor

    async def action_language(self) -> None:
        """Switch between Chinese and English."""
        i18n.use("en" if i18n.language() == "zh" else "zh")
        for widget in self.screen.query(Lines):
            widget.repaint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The demo's keys answer only in a demo."""
        if action in {"next_station", "faster", "slower"}:
            return self._demo is not None
        return super().check_action(action, parameters)

    def action_next_station(self) -> None:
        """Demo: look at the next station."""
        kinds = list(SCREENS)
        following = kinds[(kinds.index(self._station) + 1) % len(kinds)]
        assert self._demo is not None
        self._sign_in(following, self._demo.operator(following))
        # Later, as the application: a new screen is bound to whoever makes it, and that may be a touched button.
        self.call_later(self.switch_mode, following.value)

    def action_faster(self) -> None:
        """Demo: let time run faster."""
        if self._demo is not None:
            self._demo.faster()

    def action_slower(self) -> None:
        """Demo: let time run slower."""
        if self._demo is not None:
            self._demo.slower()

    # -- when something breaks ----------------------------------------------------------------------------------

    def _fatal_error(self) -> None:
        """End with one sentence: no traceback and no local variable reaches a screen; the log has the places."""
        error = self._exception
        log.critical("stopped by an error: %s", "".join(traceback.format_exception(error)) if error else "")
        self.bell()
        text = _("Frontdesk had to stop because of an error of its own. All records are kept; start it again.")
        self._exit_renderables.append(text)
        self._close_messages_no_wait()


def _settle() -> None:
    """What the first picture did without: the dialogs, and the garbage collection that `stations.prepare` put off."""
    load_dialogs()
    gc.collect()
    gc.freeze()
    gc.enable()


def run_station(
    path: Path, station: StationKind, *, by: str = "", demo: Pacemaker | None = None,
    printer: TicketPrinter | None = None, told: str = "",
) -> int:  # fmt: skip
    """Open a station that first says what it is `told`; return the exit code once it is closed. Raises `StoreError`."""
    with Desk.open(path, Actor(station.value, by)) as desk:
        first = desk.snapshot()
    app = FrontdeskApp(path, station, first, by=by, demo=demo, printer=printer, told=told)
    # Until the station itself listens: an interruption of what starts it would leave it half started.
    with held_back() as app.asked_to_end:
        app.run()
    return app.return_code or 0


__all__ = ["FrontdeskApp", "run_station"]
