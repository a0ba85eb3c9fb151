"""Standard streams that are missing or whose other end is closed: `frontdesk status | head -1`, a task at logon."""

import os
import sys
from contextlib import suppress
from errno import EINVAL, ENOSPC
from pathlib import Path

_DESCRIPTORS = (("stdin", 0), ("stdout", 1), ("stderr", 2))


def complete() -> None:
    """Give the process the standard streams it was started without; they read nothing and discard all output."""
    for name, number in _DESCRIPTORS:
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open("w" if number else "r", encoding="utf-8")  # noqa: SIM115 - stays open
            setattr(sys, name, nowhere)


def is_gone(error: OSError) -> bool:
    """Whether an error means that the reader is gone. Windows reports an invalid argument then, as for much else."""
    if isinstance(error, BrokenPipeError):
        return True
    return error.errno == EINVAL and error.filename is None and bool(_broken())


def takes_nothing(error: OSError) -> bool:
    """Whether an error means that an answer cannot be written, for example to a file on a full disk."""
    return error.filename is None and (bool(_broken()) or error.errno == ENOSPC)


def silence() -> None:
    """Discard output that nobody can read any more, because it would be reported as an error at exit."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    for number in _broken():
        os.dup2(nothing, number)
    os.close(nothing)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()


def _broken() -> list[int]:
    found = []
    for stream in (sys.stdout, sys.stderr):
        try:
            # What could not be written is still in there, and is tried again.
            stream.flush()
        except OSError:
            found.append(stream.fileno())
    return found
