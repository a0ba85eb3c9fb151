"""Work that one process at a time does; whoever comes while it is done leaves it to that one."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def alone(path: Path) -> Iterator[bool]:
    """Hold a file as long as this process works; give False where another process holds it.

    A process that is killed lets go. Where no file can be held, the work is done: twice does no harm.
    """
    handle = None
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield handle is None or _is_held(handle)
    finally:
        if handle is not None:
            os.close(handle)


def _is_held(handle: int) -> bool:
    """Hold an open file; return whether nobody else does."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - there only

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not there on Windows

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
