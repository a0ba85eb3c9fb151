"""Starts the process that sends what is due: no station waits for a channel, and neither does the chain (Z5, P4)."""

import os
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from frontdesk.domain.values.clock import Millis
from frontdesk.machine import beside
from frontdesk.machine.senders.notify_file import path

_AGAIN_S = 2.0
"""How soon it is begun once more where it ended and something is due."""
_AFTER_FAULT_S = 60.0
"""The same where it ended with a fault: what the settings say is not right, or a record makes no sense."""


class Poster:
    """Looks each second whether a text is due, or what the settings say has changed, which the store is told."""

    def __init__(self, store: Path, environ: Mapping[str, str] = os.environ) -> None:
        self._store = store
        self._file = path(environ)
        self._told: object = None
        self._process: subprocess.Popen[bytes] | None = None
        self._begun = -_AGAIN_S

    def look(self, sends_at: Millis | None, now: Millis) -> bool:
        """Begin to send what is due; return whether that was done."""
        ended = None if self._process is None else self._process.poll()
        if self._process is not None and ended is None:
            return False
        said = beside.stamp(self._file)
        is_due, is_new = sends_at is not None and sends_at <= now, said != self._told
        pause = _AFTER_FAULT_S if ended and not is_new else _AGAIN_S
        if not (is_due or is_new) or time.monotonic() - self._begun < pause:
            return False
        self._told, self._begun = said, time.monotonic()
        # Where that fails it is tried again; what nothing has sent is told by `frontdesk doctor`.
        self._process = beside.start(self._store, "messages", "send")
        return True
