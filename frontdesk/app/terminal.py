"""The terminal of a station: whether it accepts output, whether it answers, whether it is still there."""

import os
import select
import sys
import time
from collections.abc import Callable
from typing import Any

from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from frontdesk.app.outlet import Outlet
from frontdesk.app.stage import SECOND_SCREEN, Stage
from frontdesk.app.typed import Keyboard

if sys.platform == "win32":
    from textual.drivers.windows_driver import WindowsDriver as Driver
else:
    from textual.drivers.linux_driver import LinuxDriver as Driver

ASKED_EVERY_S = 10.0
ANSWERS_WITHIN_S = 5.0
TAKES_WITHIN_S = 5.0
"""A terminal that has accepted nothing for this long counts as not visible."""
_READ_EVERY_S, _REST_S, _HEARD_FOR_S = 0.1, 1.0, 3.0
"""How often input is looked at while something may hang in the air; when not; and for how long after it was typed."""
_AT_ONCE = 4096
_LAST_WORDS_S = 0.5
"""How long a terminal is waited for when the station ends."""
_ARE_YOU_THERE = "\x1b[?2026$p"
"""The query that Textual sends at the start; not every terminal answers it."""


class Terminal(Driver):
    """Textual's terminal driver that never blocks, and knows whether anything on it can be seen."""

    class Gone(Message):
        """The terminal was closed, so nothing can be typed any more."""

    class Broken(Message):
        """Input cannot be read because of an internal error."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    def __init__(self, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        self._outlet: Outlet | None = None
        self._is_up = False
        """Whether the second screen is up already, and must not be cleared."""
        self.stage: Stage | None = None
        """What stands in the terminal already; None when it is taken over, or nothing does."""
        self._ended: tuple[int, int] | None = None
        """A pipe whose second end is closed when no more is to be read, so that nobody waits for a key then."""
        self._asked_at = 0.0
        self._is_asked = False
        self._answers = False

    # -- drawing ------------------------------------------------------------------------------------------------

    def start_application_mode(self) -> None:
        """Take over the terminal."""
        taken, self.stage = self.stage.take_over() if self.stage else None, None
        self._is_up = taken is not None
        if taken is not None:
            self._outlet = taken.outlet
        elif self._file is not None:
            self._outlet = Outlet(self._file)
            self._outlet.start()
        if sys.platform != "win32" and self._ended is None:
            self._ended = os.pipe()
        start: Callable[[], None] = super().start_application_mode
        start()
        if taken is not None and sys.platform != "win32":
            self.attrs_before = taken.settings

    def write(self, data: str) -> None:
        """Draw; never waits for the terminal."""
        if self._is_up and data == SECOND_SCREEN:
            self._is_up = False
        elif self._outlet is not None:
            self._outlet.write(data)

    def close(self) -> None:
        """Give the terminal back."""
        if self._outlet is not None:
            self._outlet.stop(_LAST_WORDS_S)
        super().close()

    def missed_something(self) -> bool:
        """Whether the terminal was stuck and accepts output again, so that it needs the whole picture."""
        return self._outlet is not None and self._outlet.take_up()

    # -- whether it can be seen ---------------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask the terminal from time to time whether it is there, if it is one that answers."""
        now = time.monotonic()
        if self._answers and not self._is_asked and now - self._asked_at >= ASKED_EVERY_S:
            self._asked_at, self._is_asked = now, True
            self.write(_ARE_YOU_THERE)

    def shows(self) -> bool:
        """Whether the output can be seen, as far as a program can tell."""
        takes = self._outlet is not None and self._outlet.stuck_for() <= TAKES_WITHIN_S
        return takes and not self._owes_an_answer()

    def process_message(self, message: Message) -> None:
        """Handle a message from the terminal; only its first answer is passed on to the application."""
        if isinstance(message, TerminalSupportsSynchronizedOutput):
            is_known, self._answers, self._is_asked = self._answers, True, False
            if is_known:
                return
        elif self._owes_an_answer():
            # Somebody types, yet no answer comes: another terminal took this one's place, which knows no answer.
            self._answers = self._is_asked = False
        super().process_message(message)

    def _owes_an_answer(self) -> bool:
        return self._is_asked and time.monotonic() - self._asked_at > ANSWERS_WITHIN_S

    # -- when it goes, and comes again --------------------------------------------------------------------------

    if sys.platform != "win32":

        def disable_input(self) -> None:
            """Read no more."""
            if self._ended is not None:
                os.close(self._ended[1])
            super().disable_input()
            if self._ended is not None:
                os.close(self._ended[0])
                self._ended = None

        def run_input_thread(self) -> None:
            """Read what is typed; a terminal that was closed is no error, and any error ends in a sentence."""
            try:
                self._read_on()
            except OSError:
                self.send_message(self.Gone())
            except Exception as error:
                self.send_message(self.Broken(error))

        def _read_on(self) -> None:
            keyboard = Keyboard(debug=self._debug)
            assert self._ended is not None
            watched, heard_at = (self.fileno, self._ended[0]), time.monotonic()
            while not self.exit_event.is_set():
                is_quiet = time.monotonic() - heard_at > _HEARD_FOR_S
                found, _, _ = select.select(watched, [], [], _REST_S if is_quiet else _READ_EVERY_S)
                is_there = self.fileno in found
                sent = os.read(self.fileno, _AT_ONCE) if is_there else b""
                if sent:
                    heard_at = time.monotonic()
                if is_there and not sent:
                    # Nothing can be typed any more; the screen notices it within a second.
                    self.exit_event.wait(_READ_EVERY_S)
                for message in keyboard.read(sent):
                    self.process_message(message)

        def _sigcont_application(self, *values: object) -> None:
            # Stopped without being asked (SIGSTOP), the terminal was not given back: it is taken over as a whole, not
            # once more beside the first time.
            if self._auto_restart and not self._must_signal_resume:
                self.suspend_application_mode()
                self._must_signal_resume = True
            super()._sigcont_application(*values)
