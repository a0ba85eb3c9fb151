"""Reading files that people name; a folder, a wrong name or an endless source is reported as such."""

import os
import stat
from functools import partial
from itertools import islice
from pathlib import Path

from frontdesk.domain.files import FileDetail, FileReason
from frontdesk.domain.values.errors import InputError
from frontdesk.domain.values.text import clean_line

LARGEST, _PIECE = 64 * 1024 * 1024, 1024 * 1024
_SHOWN = 80


def read(path: Path) -> bytes:
    """Return the contents of a file. Raises `InputError`: MISSING_FILE, IS_FOLDER, NO_FILE (also if too large)."""
    try:
        # Windows says of a folder no more than that access is denied.
        if path.is_dir():
            raise InputError(FileReason.IS_FOLDER, path=path)
        with path.open("rb") as file:
            # Piece by piece: asked for all at once, as much memory is taken as a file may be large.
            pieces = list(islice(iter(partial(file.read, _PIECE), b""), LARGEST // _PIECE + 1))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError(FileReason.MISSING_FILE, path=path) from error
    except (OSError, ValueError) as error:
        detail = clean_line(getattr(error, "strerror", None) or str(error), _SHOWN)
        raise InputError(FileReason.NO_FILE, path=path, detail=detail) from error
    content = b"".join(pieces)
    if len(content) > LARGEST:
        raise InputError(FileReason.NO_FILE, path=path, detail=FileDetail.TOO_LARGE, size=LARGEST // 1024 // 1024)
    return content


def is_there(path: Path) -> bool:
    """Whether there is anything at a path; under a name that is too long, or out of reach, there is nothing."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def may_be_there(path: Path) -> bool:
    """Whether there is anything at a path, or it cannot be told: then whoever reads it says why."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return True


def refuse_special(path: Path) -> None:
    """Raise `InputError(NO_FILE)` for a pipe, a socket or a device, which may never answer; a null device is fine."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode) and not _is_nothing(path):
        raise InputError(FileReason.NO_FILE, path=path, detail=FileDetail.SPECIAL)


def _is_nothing(path: Path) -> bool:
    return Path(os.devnull).exists() and path.samefile(os.devnull)


def followed(path: Path) -> Path:
    """Return the file that a link leads to: what is put in its place must show under both names."""
    try:
        return path.resolve(strict=True) if path.is_symlink() else path
    except (OSError, ValueError, RuntimeError):
        # It leads nowhere, or in a circle, or is no name: whoever opens it says so.
        return path


def expanded(text: str) -> Path:
    """Return the typed path with `~` as the user's home. Raises `InputError(NO_FILE)` for an unknown user's home."""
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise InputError(FileReason.NO_FILE, path=clean_line(text, _SHOWN), detail=FileDetail.NO_SUCH_USER) from error
