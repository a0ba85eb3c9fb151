"""Standard streams that are missing, or whose other end has gone: `frontdesk status | head -1`, a task at logon."""

import os
import sys
from contextlib import suppress
from errno import EINVAL, ENOSPC
from pathlib import Path

_DESCRIPTORS = (("stdin", 0), ("stdout", 1), ("stderr", 2))


def complete() -> None:
    """Give the process the streams it was started without: nothing is read there, and nothing said."""
    for name, number in _DESCRIPTORS:
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open("w" if number else "r", encoding="utf-8")  # noqa: SIM115 - stays open
            setattr(sys, name, nowhere)


def is_gone(error: OSError) -> bool:
    """Whether an error says that nobody reads any more. Windows calls that an invalid argument, as much else."""
    if isinstance(error, BrokenPipeError):
        return True
    return error.errno == EINVAL and error.filename is None and bool(_broken())


def takes_nothing(error: OSError) -> bool:
    """Whether an error says that an answer cannot be written: it goes to a file on a full disk, say."""
    return error.filename is None and (bool(_broken()) or error.errno == ENOSPC)


def silence() -> None:
    """Let what was still to be said to nobody come to nothing: at exit it would be told as an error."""
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
