"""Starting a process of the program's own beside what runs: it goes on when that is closed, and says nothing."""

import subprocess
import sys
from pathlib import Path


def start(store: Path, *words: str) -> "subprocess.Popen[bytes] | None":
    """Start a command of the program on a store; None where the machine starts no process now."""
    command = [sys.executable, "-m", "frontdesk", "--database", str(store.absolute()), *words]
    none = subprocess.DEVNULL
    try:
        return subprocess.Popen(command, stdin=none, stdout=none, stderr=none, start_new_session=True)
    except OSError:
        return None


def stamp(file: Path) -> object:
    """Return what changes when a file is changed; None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino, found.st_mode
