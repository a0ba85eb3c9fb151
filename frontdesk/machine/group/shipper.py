"""Starts the process that sends the log to head office: no station waits for the network."""

import os
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from frontdesk.machine import beside
from frontdesk.machine.group.group_file import path

_AGAIN_S = 5.0
"""How soon it is begun once more where there is something new."""
_SIGN_OF_LIFE_S = 3600.0
"""After so long without anything new head office hears that the store is there."""
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 15.0, 900.0
"""After a fault it waits so long, then twice as long each time."""


class Shipper:
    """Looks each second whether the log has grown since it was sent, where the machine's settings name a group."""

    def __init__(self, store: Path, environ: Mapping[str, str] = os.environ) -> None:
        self._store = store
        self._file = path(environ)
        self._process: subprocess.Popen[bytes] | None = None
        self._begun = -_LONGEST_PAUSE_S
        self._sent = -1
        self._pause = _AGAIN_S
        self._settings: object = None

    def look(self, seq: int) -> bool:
        """Begin to send what there is up to an event; return whether that was done."""
        if self._process is not None:
            ended = self._process.poll()
            if ended is None:
                return False
            self._process = None
            self._pause = _AGAIN_S if ended == 0 else min(max(2 * self._pause, _FIRST_PAUSE_S), _LONGEST_PAUSE_S)
            self._sent = self._sent if ended == 0 else -1
        said = beside.stamp(self._file)
        if said is None:
            return False
        if said != self._settings:
            self._settings, self._sent, self._pause = said, -1, _AGAIN_S
        passed = time.monotonic() - self._begun
        if passed < self._pause or (seq == self._sent and passed < _SIGN_OF_LIFE_S):
            return False
        self._begun, self._sent = time.monotonic(), seq
        # Where that fails it is tried again; `frontdesk doctor` tells when nothing was sent for a day.
        self._process = beside.start(self._store, "group", "send")
        return self._process is not None
