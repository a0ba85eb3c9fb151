"""Starts the process that looks up the weather where that is owed: no station goes to the network for it (I7)."""

import subprocess
import time
from pathlib import Path

from frontdesk.domain.values.clock import Millis
from frontdesk.machine import beside

_AGAIN_S = 60.0
"""How soon it is begun once more; how often it is asked, the store says."""


class Fetcher:
    """Looks each second whether a look-up is owed that a program may try; `wanted`: whether the settings name one."""

    def __init__(self, store: Path, *, wanted: bool) -> None:
        self._store = store
        self._wanted = wanted
        self._process: subprocess.Popen[bytes] | None = None
        self._begun = -_AGAIN_S

    def look(self, fetch_at: Millis | None, now: Millis) -> bool:
        """Begin to look it up; return whether that was done."""
        if self._process is not None and self._process.poll() is None:
            return False
        is_due = fetch_at is not None and fetch_at <= now
        if not (self._wanted and is_due) or time.monotonic() - self._begun < _AGAIN_S:
            return False
        self._begun = time.monotonic()
        # Where that fails somebody types it, as without any program.
        self._process = beside.start(self._store, "weather", "fetch", "--owed")
        return True
