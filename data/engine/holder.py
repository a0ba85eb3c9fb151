"""Which process keeps everybody else from writing a store, where the system tells: Linux lists its locks."""

import os
import re
import sys
import time
from pathlib import Path

from frontdesk.domain.stations.presence import Holder
from frontdesk.domain.values.clock import Millis

_PROCESSES = Path("/proc")
_WRITE_LOCK = 120
"""The byte of a store's shared memory that SQLite locks for as long as it writes."""
_LOCK = r"POSIX +\S+ +WRITE +(\d+) [0-9a-f]+:[0-9a-f]+:(\d+) (\d+) (\d+)"
_STATE, _BEGAN = 0, 19
"""Where in a process's line its state stands, and when it began; counted after its name."""


def holder(store: str) -> Holder | None:
    """Return the other process that is writing a store; None where that cannot be told."""
    if sys.platform != "linux":
        return None
    try:
        number = Path(f"{store}-shm").stat().st_ino
        lines = (_PROCESSES / "locks").read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
    for pid, inode, first, last in (map(int, found) for found in re.findall(_LOCK, lines)):
        if inode == number and first <= _WRITE_LOCK <= last and pid != os.getpid():
            return _told_of(pid)
    return None


def _told_of(pid: int) -> Holder | None:
    """Return what the system tells of a process, which may be over by now."""
    if sys.platform != "linux":
        return None
    place = _PROCESSES / str(pid)
    try:
        line = (place / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    name, _, rest = line.partition("(")[2].rpartition(")")
    parts = rest.split()
    began = time.time() - time.clock_gettime(time.CLOCK_BOOTTIME) + int(parts[_BEGAN]) / os.sysconf("SC_CLK_TCK")
    since: Millis = round(began * 1000)
    return Holder(pid, name, since, is_stopped=parts[_STATE] in {"T", "t"})
