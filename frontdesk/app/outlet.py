"""Drawing on a terminal that may stop taking what is drawn: the station goes on, and knows it."""

import threading
import time
from io import TextIOWrapper
from queue import Empty, SimpleQueue
from typing import IO

STUCK_S = 2.0
"""Longer than a terminal that works lets a few kilobytes wait."""
BEHIND = 1 << 20
"""How many characters may wait for a slow terminal."""
_PIECE = 4096


class Outlet(threading.Thread):
    """Writes to a terminal what it is given, without ever holding up who gives it.

    A terminal that is stuck or far behind is given nothing until it has taken what is there; then `take_up` says that
    it needs the whole picture.
    """

    def __init__(self, terminal: IO[str]) -> None:
        super().__init__(name="outlet", daemon=True)
        under = terminal.buffer if isinstance(terminal, TextIOWrapper) else None
        # Past Python's own buffers: their locks, held by a thread that is stuck, would end the process with an abort.
        self._terminal = getattr(under, "raw", under)
        self._pieces: SimpleQueue[str | None] = SimpleQueue()
        self._given = 0
        self._taken = 0
        self._waiting_since: float | None = None
        self._is_skipping = False

    def write(self, text: str) -> None:
        """Draw, unless the terminal takes nothing now."""
        if self._is_skipping or self.stuck_for() > STUCK_S or self._given - self._taken > BEHIND:
            self._is_skipping = True
            return
        self._given += len(text)
        self._pieces.put(text)

    def stuck_for(self) -> float:
        """Return for how many seconds the terminal has not taken what it was given."""
        since = self._waiting_since
        return 0.0 if since is None else time.monotonic() - since

    def take_up(self) -> bool:
        """Whether the terminal missed something and takes it again: the whole picture is due."""
        if not self._is_skipping or self._waiting_since is not None or self._given > self._taken:
            return False
        self._is_skipping = False
        return True

    def stop(self, patience_s: float) -> None:
        """End when all is drawn, or when patience is at its end."""
        self._pieces.put(None)
        self.join(patience_s)

    def run(self) -> None:
        """Draw until stopped."""
        is_over = False
        while not is_over:
            pieces = [self._pieces.get()]
            try:
                while pieces[-1] is not None:
                    pieces.append(self._pieces.get_nowait())
            except Empty:
                pass
            is_over = pieces[-1] is None
            text = "".join(filter(None, pieces))
            self._draw(text.encode(errors="replace"))
            self._taken += len(text)

    def _draw(self, drawn: bytes) -> None:
        left = memoryview(drawn)
        try:
            while left and self._terminal is not None:
                self._waiting_since = self._waiting_since or time.monotonic()
                taken = self._terminal.write(left[:_PIECE])
                if taken:
                    left, self._waiting_since = left[taken:], None
                else:
                    time.sleep(0.01)
        except OSError:
            # The terminal is gone; who reads from it notices that too.
            pass
        finally:
            self._waiting_since = None
