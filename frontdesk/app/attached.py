"""Ends a station with its terminal, and reports it as open only while somebody could see it."""

import asyncio
import signal
import time
from contextlib import suppress
from functools import partial
from typing import Any

from textual import constants, on
from textual.driver import Driver

from frontdesk.app import ended
from frontdesk.app.live import LiveApp
from frontdesk.app.stage import Stage
from frontdesk.app.terminal import Terminal
from frontdesk.process.stopping import held_back
from frontdesk.words.i18n import _

HUNG_UP = 128 + 1
"""The exit code of a station whose terminal went away, the same that shells use for SIGHUP."""

TICKED_WITHIN_S = 5.0
"""A screen whose last tick is longer ago than this counts as frozen."""


class Attached(LiveApp):
    """An application that ends with its terminal."""

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self._ticked_at = time.monotonic()
        self._starter = ended.Starter()
        self.asked_to_end: list[int] = []
        """The signals that came before this could listen."""
        self.stage: Stage | None = None
        """What stands in the terminal until this takes it over."""

    def run_to_its_end(self, size: tuple[int, int] | None = None) -> int:
        """Run; return the exit code: not 0 where nobody closed it, so that a supervisor starts it again."""
        # Until it listens itself: an interruption of what starts it would leave it half started.
        with held_back() as self.asked_to_end:
            self.run(size=size)
        return 1 if self.return_code is None else self.return_code

    def get_driver_class(self) -> type[Driver]:
        """Return the driver of the terminal."""
        return super().get_driver_class() if constants.DRIVER else Terminal

    def _build_driver(self, *values: Any, **named: Any) -> Driver:
        driver: Driver = super()._build_driver(*values, **named)
        if isinstance(driver, Terminal):
            driver.stage = self.stage
        return driver

    def can_be_seen(self) -> bool:
        """Whether this screen runs and its terminal shows it. The watcher's thread calls this too."""
        return time.monotonic() - self._ticked_at <= TICKED_WITHIN_S and self._is_shown()

    def _is_shown(self) -> bool:
        return not isinstance(self._driver, Terminal) or self._driver.shows()

    def end_when_told(self) -> None:
        """End properly when a supervisor or a closed connection asks for it, so that the terminal is restored."""
        loop = asyncio.get_running_loop()
        for name, code in (("SIGTERM", 0), ("SIGINT", 0), ("SIGHUP", HUNG_UP)):
            with suppress(NotImplementedError, AttributeError, RuntimeError, ValueError):
                number = getattr(signal, name)
                loop.add_signal_handler(number, partial(self.exit, return_code=code))
                if number in self.asked_to_end:
                    self.asked_to_end.clear()
                    self.call_after_refresh(self.exit, return_code=code)
        if isinstance(self._driver, Terminal):
            ended.when_window_closes(lambda: loop.call_soon_threadsafe(self.on_terminal_gone))

    def on_terminal_gone(self) -> None:
        """End, because nobody can see this station or type."""
        self.exit(return_code=HUNG_UP)

    def on_terminal_broken(self, event: Terminal.Broken) -> None:
        """End as after any internal error, because nobody can type."""
        self._handle_exception(event.error)

    def mind_the_terminal(self) -> None:
        """Check once a second whether the terminal is still there."""
        self._ticked_at = time.monotonic()
        if not self.is_headless:
            self._look_at_terminal()

    def _look_at_terminal(self) -> None:
        if ended.input_is_over() or self._starter.left_alone(self._is_shown):
            self.on_terminal_gone()
        elif isinstance(self._driver, Terminal):
            self._driver.ask()
            if self._driver.missed_something():
                self.refresh()

    def action_help_quit(self) -> None:
        """Say how to close a station, because Ctrl+C does not."""
        self.say(_("Ctrl+Q closes this station."))

    @on(Driver.SignalResume)
    def _draw_anew(self) -> None:
        """Paint everything after the program was suspended, because the terminal is blank then."""
        self.refresh()

    def _print_error_renderables(self) -> None:
        if self.stage is not None:
            # Where it ends before it took the terminal over, what it says is not for the second screen.
            self.stage.give_back()
        # A terminal that takes nothing would hold up the end.
        if not self._is_shown():
            self._exit_renderables.clear()
        super()._print_error_renderables()
