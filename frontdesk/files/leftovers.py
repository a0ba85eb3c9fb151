"""What a killed command left half-made: found by the doctor, and swept by the next command that makes a file there."""

import contextlib
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

LOCKS = sys.platform == "linux"
"""Whether a lock tells that somebody is at work. Elsewhere it may get in SQLite's way: there only the age tells."""

PART = ".part"
"""How the name of a file ends while it is being made."""

_HALF_MADE = re.compile(r"(\..{1,16}\.[0-9a-f]{12}(?:\.part)?)(-wal|-shm|-journal)?")
"""Such a name, up to version 0.3 without the ending, and what SQLite keeps beside the file."""
_REPLAY, _SETUP = "frontdesk-replay-", ".frontdesk-setup-"
_BEGUN = ".begun-"
"""What stands before the name of a folder until it is held."""
_ENDINGS = (PART, f"{PART}-wal", f"{PART}-shm", f"{PART}-journal")
_UNDER_WAY_S = 900.0


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """Let others see that somebody is working on a file or a folder, as long as this process does."""
    if not LOCKS or sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415 - not there on Windows

    handle = None
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


@contextlib.contextmanager
def begun(building: Path) -> Iterator[None]:
    """Make an empty private file and hold it; it gets the name that is swept only once it is held. Raises `OSError`."""
    unnamed = building.with_name(building.name.removesuffix(PART))
    unnamed.touch(0o600, exist_ok=False)
    try:
        with held(unnamed):
            unnamed.rename(building)
            yield
    finally:
        with contextlib.suppress(OSError):
            unnamed.unlink(missing_ok=True)


def replay_folder() -> AbstractContextManager[Path]:
    """Make a folder for a day that is only replayed, and delete it afterwards; sweep those of killed replays."""
    return _folder(_REPLAY, Path(tempfile.gettempdir()))


def setup_folder(parent: Path) -> AbstractContextManager[Path]:
    """Make a folder for a store that is being set up, and delete it afterwards; sweep those of killed set-ups."""
    return _folder(_SETUP, parent)


@contextlib.contextmanager
def _folder(kind: str, parent: Path) -> Iterator[Path]:
    for each in _abandoned_folders(kind, parent):
        shutil.rmtree(each, ignore_errors=True)
    unnamed = Path(tempfile.mkdtemp(prefix=_BEGUN + kind, dir=parent))
    folder = unnamed.with_name(unnamed.name.removeprefix(_BEGUN))
    try:
        with held(unnamed):
            unnamed.rename(folder)
            yield folder
    finally:
        for each in (unnamed, folder):
            shutil.rmtree(each, ignore_errors=True)


def abandoned(folder: Path) -> list[Path]:
    """Return the half-made files in a folder that nobody is working on any more."""
    found = []
    with contextlib.suppress(OSError):
        for each in sorted(folder.iterdir()):
            named = _HALF_MADE.fullmatch(each.name)
            if named and each.is_file() and not _is_under_way(each, each.with_name(named[1])):
                found.append(each)
    return found


def abandoned_in_folders(parent: Path) -> list[Path]:
    """Return what killed set-ups left in a folder, and killed replays in the one for temporary files."""
    temporary = Path(tempfile.gettempdir())
    folders = (*_abandoned_folders(_SETUP, parent), *_abandoned_folders(_REPLAY, temporary))
    return [file for each in folders for file in sorted(each.iterdir())]


def sweep(folder: Path) -> None:
    """Delete the half-made files that a killed command of this account left in a folder."""
    for each in abandoned(folder):
        # Whatever has no such ending may be somebody else's: the doctor only names it.
        if each.name.endswith(_ENDINGS) and _is_mine(each):
            with contextlib.suppress(OSError):
                each.unlink()


def _abandoned_folders(kind: str, parent: Path) -> list[Path]:
    folders = sorted(parent.glob(f"{kind}*"))
    return [each for each in folders if each.is_dir() and _is_mine(each) and not _is_under_way(each, each)]


def _is_under_way(file: Path, building: Path) -> bool:
    """Whether somebody may be working on a file, or on the one it belongs to."""
    if LOCKS and (building.is_dir() or (building.name.endswith(PART) and building.exists())):
        return _is_held(building)
    try:
        return time.time() - file.stat().st_mtime <= _UNDER_WAY_S
    except OSError:
        return True


def _is_held(path: Path) -> bool:
    if sys.platform == "win32":
        return True
    import fcntl  # noqa: PLC0415 - not there on Windows

    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False


def _is_mine(path: Path) -> bool:
    if sys.platform == "win32":
        return True
    try:
        return path.stat().st_uid == os.getuid()
    except OSError:
        return False
