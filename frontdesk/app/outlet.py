"""Draws on a terminal that may stop accepting output; the station goes on, and knows about it."""

import threading
import time
from io import TextIOWrapper
from queue import Empty, SimpleQueue
from typing import IO

STUCK_S = 2.0
"""Longer than a working terminal delays a few kilobytes."""
BEHIND = 1 << 20
"""How many characters may wait for a slow terminal."""
_PIECE = 4096
_LOOKED_EVERY_S = 0.0005


class Outlet(threading.Thread):
    """Writes output to a terminal without ever blocking the caller.

    A terminal that is stuck or far behind gets nothing more until it has accepted what is waiting; then `take_up` says
    that it needs the whole picture.
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
        """Draw, unless the terminal accepts nothing now."""
        if self._is_skipping or self.stuck_for() > STUCK_S or self._given - self._taken > BEHIND:
            self._is_skipping = True
            return
        self._given += len(text)
        self._pieces.put(text)

    def stuck_for(self) -> float:
        """Return for how many seconds the terminal has accepted nothing."""
        since = self._waiting_since
        return 0.0 if since is None else time.monotonic() - since

    def take_up(self) -> bool:
        """Whether the terminal missed output and accepts it again, so that the whole picture must be drawn."""
        if not self._is_skipping or self._waiting_since is not None or self._given > self._taken:
            return False
        self._is_skipping = False
        return True

    def wait(self, patience_s: float) -> None:
        """Wait until everything is drawn, or for `patience_s` seconds."""
        until = time.monotonic() + patience_s
        while self._given > self._taken and time.monotonic() < until:
            time.sleep(_LOOKED_EVERY_S)

    def stop(self, patience_s: float) -> None:
        """End when everything is drawn, or after `patience_s` seconds."""
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
