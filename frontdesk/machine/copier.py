"""Starts the process that makes the copies that are due: none of it is done where people work (G2)."""

import subprocess
import time
from pathlib import Path

from frontdesk.domain.copies.copying import Copying
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.machine import beside

GRACE: Millis = 90 * SECOND
"""How long a station leaves it to `watch` or `serve`, which begin at once."""
_AGAIN_S = 600.0
"""After how long it is begun once more, if it was ended in between."""


class Copier:
    """Looks each second whether copies are due that nobody has finished; `grace`: how long others may begin first."""

    def __init__(self, store: Path, grace: Millis = 0) -> None:
        self._store = store
        self._grace = grace
        self._begun: tuple[Millis, float] | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def look(self, copying: Copying | None, now: Millis) -> bool:
        """Begin what is due; return whether that was done."""
        if self._process is not None and self._process.poll() is not None:
            self._process = None
        since = None if copying is None else copying.waits_since
        if since is None or abs(now - since) < self._grace:
            return False
        lately = self._begun is not None and self._begun[0] == since and time.monotonic() - self._begun[1] < _AGAIN_S
        if self._process is not None or lately:
            return False
        self._begun = since, time.monotonic()
        # Where that fails it is tried again ten minutes later; that no copy was made is told on the manager's console.
        self._process = beside.start(self._store, "backup", "due")
        return True
