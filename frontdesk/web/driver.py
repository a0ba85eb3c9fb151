"""The terminal of a station in a browser: packets through pipes, and whether anybody has the page open."""

import os
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from textual.driver import Driver
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from frontdesk.app.stage import SECOND_SCREEN
from frontdesk.app.terminal import Terminal
from frontdesk.app.typed import Keyboard
from frontdesk.web.packets import TYPED, Packet
from frontdesk.web.pipe import Pipe

SEEN_FOR_S = 25.0
"""A page that has not answered for this long may be a laptop that was closed."""
_ENDS_WITHIN_S = 10.0
_MODES = f"{SECOND_SCREEN}\x1b[?25l\x1b[?7l\x1b[?1000h\x1b[?1003h\x1b[?1006h\x1b[?2004h"
"""The second screen, no caret of the terminal's own, lines that end at the edge, the mouse, marks around a paste."""


class BrowserDriver(Driver):
    """Draws on a page and reads from it; ends with its input, and knows whether anybody can see it."""

    pipe: Pipe

    def __init__(self, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        self._keyboard = Keyboard(debug=self._debug)
        self._answered_at: float | None = None
        """When the page answered last; None while nobody has it open."""
        self.is_over = False
        """Whether nothing comes any more: the session was ended, or the server is gone."""

    # -- drawing ------------------------------------------------------------------------------------------------

    def start_application_mode(self) -> None:
        """Begin to draw and to read."""
        self.write(_MODES)
        self._resize(self._now)
        self.send_message(TerminalSupportsSynchronizedOutput())
        threading.Thread(target=self._read, name="page", daemon=True).start()

    def disable_input(self) -> None:
        """Nothing to be done: what is read when the station ends goes nowhere."""

    def stop_application_mode(self) -> None:
        """Nothing to be given back: the page's terminal goes with the station."""

    def write(self, data: str) -> None:
        """Draw."""
        self.pipe.draw(data)

    @property
    def is_web(self) -> bool:
        """Whether a browser shows this."""
        return True

    def shows(self) -> bool:
        """Whether somebody has the page open, as far as a program can tell."""
        return self._answered_at is not None and time.monotonic() - self._answered_at <= SEEN_FOR_S

    # -- what comes from the browser ----------------------------------------------------------------------------

    def _read(self) -> None:
        """Hand on what comes until there is no more; then the station ends, whatever hangs."""
        try:
            for packet in self.pipe.packets():
                self._take(packet)
        except Exception as error:
            self.send_message(Terminal.Broken(error))
        else:
            # A station that is only just opening hears no message; it looks once a second.
            self.is_over = True
            self.send_message(Terminal.Gone())
        time.sleep(_ENDS_WITHIN_S)
        os._exit(1)

    def _take(self, packet: Packet) -> None:
        if packet.kind == TYPED:
            self._hand_on(self._keyboard.read_whole(packet.payload))
            return
        match packet.message:
            case {"t": "attached", "columns": int(columns), "rows": int(rows)}:
                self._answered_at = time.monotonic()
                self._loop.call_soon_threadsafe(self._show_all, Size(columns, rows))
            case {"t": "size", "columns": int(columns), "rows": int(rows)}:
                self._resize(Size(columns, rows))
            case {"t": "repaint"}:
                self._loop.call_soon_threadsafe(self._show_all, self._now)
            case {"t": "answered"}:
                self._answered_at = time.monotonic()
                self._hand_on(self._keyboard.read(b""))
            case {"t": "detached"}:
                self._answered_at = None

    def _hand_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    @property
    def _now(self) -> Size:
        return Size(*(self._size or (80, 24)))

    def _resize(self, size: Size) -> None:
        self._size = size
        self.send_message(Resize(size, size))

    def _show_all(self, size: Size) -> None:
        """Draw everything, for a terminal that is blank or has missed something."""
        self.write(_MODES)
        if size != self._now:
            self._resize(size)
        refresh: Callable[[], object] = self._app.refresh
        refresh()
