"""Checks whether a store can be at a path, before it is opened."""

from pathlib import Path

from frontdesk.domain.files import FileReason
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import InputError, StoreError
from frontdesk.files.given_file import refuse_special


def refuse_no_file(path: Path) -> None:
    """Raise `InputError` if the path is a folder, a pipe or a device, `StoreError` if that cannot be found out."""
    try:
        is_folder = path.is_dir()
    except OSError as error:
        # A name that is too long, a drive without a disk, a folder that is closed to us.
        raise StoreError(StoreReason.CANNOT_OPEN, path=path, detail=error.strerror or str(error)) from error
    if is_folder:
        raise InputError(FileReason.IS_FOLDER, path=path)
    refuse_special(path)


def is_missing(path: Path) -> bool:
    """Whether there is no store, not even a part of one."""
    return not path.exists() and not Path(f"{path}-wal").exists()


def refuse_missing(path: Path) -> None:
    """Raise `InputError(MISSING_FILE)` if there is no store, not even a part of one."""
    if is_missing(path):
        raise InputError(FileReason.MISSING_FILE, path=path)
