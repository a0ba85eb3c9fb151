"""Making a new file, completely or not at all, readable by its owner only, and never over another file."""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from frontdesk.domain.files import FileReason
from frontdesk.domain.values.errors import StoreError
from frontdesk.files import leftovers, refused_by_system
from frontdesk.files.file_names import is_right_on_windows
from frontdesk.process.stopping import held_back

HELD = (5, 32, 33)
"""The Windows errors for a file another process has open: access denied, a sharing or a lock violation."""
_ON_WINDOWS = sys.platform == "win32"
_ATTEMPTS, _WAIT_S = 20, 0.025


def make(target: Path, write: Callable[[Path], None]) -> None:
    """Make a file by calling `write` with a path to write to. Raises `StoreError`: FILE_EXISTS, NO_FOLDER …"""
    refuse_taken(target)
    with building_beside(target) as building:
        with refused_by_system.told(target):
            write(building)
        keep_on_disk(building)
        with held_back():
            place(building, target)


def refuse_taken(target: Path) -> None:
    """Check that a file can be made: the name is free and its folder exists. Raises `StoreError`."""
    refuse_name(target)
    with refused_by_system.told(target):
        if target.is_dir():
            raise StoreError(FileReason.IS_FOLDER, path=target)
        if os.path.lexists(target):
            raise StoreError(FileReason.FILE_EXISTS, path=target)
        if not target.absolute().parent.is_dir():
            raise StoreError(FileReason.NO_FOLDER, path=target.absolute().parent)


def refuse_name(target: Path) -> None:
    """Raise `StoreError(BAD_FILE_NAME)` for a name that Windows would take for something else, if this is Windows."""
    if _ON_WINDOWS and not is_right_on_windows(target.name):
        raise StoreError(FileReason.BAD_FILE_NAME, path=target, name=target.name)


def place(source: Path, target: Path, *, keep: bool = False) -> None:
    """Give a file its name if nothing else has it; `keep`: keep the old name too, if the disk knows hard links."""
    with refused_by_system.told(target):
        try:
            _name(source, target)
        except FileExistsError as error:
            raise StoreError(FileReason.FILE_EXISTS, path=target) from error
        if not keep:
            with contextlib.suppress(OSError):
                source.unlink()
    _keep_names(target.absolute().parent)


def _name(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        # FAT and exFAT know no links.
        if not _ON_WINDOWS:
            # Here a rename would overwrite what another process puts there at this very moment.
            target.touch(0o600, exist_ok=False)
        source.rename(target)


def write_over(path: Path, content: bytes) -> None:
    """Write a private file over an existing one, completely or not at all. Raises `OSError`."""
    leftovers.sweep(path.absolute().parent)
    building = _beside(path)
    try:
        with leftovers.begun(building):
            building.write_bytes(content)
            put_over(building, path)
    except OSError:
        with contextlib.suppress(OSError):
            building.unlink()
        raise


def put_over(source: Path, target: Path) -> None:
    """Put a file in another's place. Windows refuses that while somebody reads it, so wait a little in that case."""
    for _attempt in range(_ATTEMPTS):
        try:
            source.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in HELD:
                raise
            time.sleep(_WAIT_S)
        else:
            break
    else:
        source.replace(target)
    _keep_names(target.absolute().parent)


def _keep_names(folder: Path) -> None:
    """See that the names in a folder are on the disk too: else a file may be gone after a power cut."""
    if _ON_WINDOWS:
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def keep_on_disk(file: Path) -> None:
    """See that a closed file is on the disk."""
    with refused_by_system.told(file):
        handle = os.open(file, os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def building_beside(target: Path, companions: tuple[str, ...] = ()) -> Iterator[Path]:
    """Make an empty private file beside `target`; remove what is left of it and its companions afterwards.

    What a killed command left in the same folder is removed first.
    """
    leftovers.sweep(target.absolute().parent)
    building = _beside(target)
    try:
        with contextlib.ExitStack() as stack:
            # Whoever writes into it later leaves its mode, and SQLite gives the journals the same.
            with refused_by_system.told(target):
                stack.enter_context(leftovers.begun(building))
            yield building
    finally:
        for suffix in ("", *companions):
            # A virus scanner may look at it just now: that spoils nothing.
            with contextlib.suppress(OSError):
                Path(f"{building}{suffix}").unlink()


def _beside(target: Path) -> Path:
    """Return a new name beside a file, starting with the file's own name, which is cut to keep it short."""
    return target.with_name(f".{target.name[:16]}.{os.urandom(6).hex()}{leftovers.PART}")
