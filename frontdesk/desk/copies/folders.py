"""The folders that copies go to, and why one could not be written."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from frontdesk.domain.copies.faults import on_record
from frontdesk.domain.copies.names import Named, named
from frontdesk.domain.copies.reasons import CopyReason
from frontdesk.domain.copies.settings import MOST_FOLDERS
from frontdesk.domain.copies.thinning import to_delete
from frontdesk.domain.files import FileReason
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import FrontdeskError, InputError, Reason, StoreError
from frontdesk.files import refused_by_system
from frontdesk.files.new_file import building_beside, keep_on_disk

_TRIED = 64 * 1024
_KNOWN: dict[Reason, CopyReason] = {
    FileReason.NO_FOLDER: CopyReason.FOLDER_MISSING,
    StoreReason.DISK_FULL: CopyReason.FOLDER_FULL,
    StoreReason.READ_ONLY: CopyReason.FOLDER_READ_ONLY,
}


class Destination(NamedTuple):
    """Where this machine's copies go, and the public part of the key that they are sealed with; "" for open ones."""

    folders: tuple[Path, ...] = ()
    public: str = ""


def check(folders: Iterable[Path], store: Path) -> tuple[Path, ...]:
    """Return the folders as they are kept. Raises `InputError` for one that copies cannot go to."""
    found = tuple({folder.resolve(): folder for folder in reversed([*folders])}.values())[::-1]
    if len(found) > MOST_FOLDERS:
        raise InputError(CopyReason.TOO_MANY_FOLDERS, most=MOST_FOLDERS)
    for folder in found:
        if not folder.is_absolute() or ";" in str(folder):
            raise InputError(CopyReason.NOT_WHOLE_PATH, path=folder)
        if not _is_folder(folder):
            raise InputError(CopyReason.FOLDER_MISSING, path=folder)
        if folder.resolve() == store.absolute().parent.resolve():
            raise InputError(CopyReason.FOLDER_OF_STORE, path=folder)
        _try_to_write(folder)
    return found


def _try_to_write(folder: Path) -> None:
    """Write a small file and take it away again, rather than hear in the evening that there is no room."""
    try:
        with building_beside(folder / "try") as building:
            with refused_by_system.told(folder):
                building.write_bytes(bytes(_TRIED))
            keep_on_disk(building)
    except StoreError as error:
        reason, detail = fault_of(error, folder)
        raise InputError(reason, path=folder, detail=on_record(reason, folder, detail).facts["detail"]) from error


def on_the_same_disk(folders: Iterable[Path], store: Path) -> list[Path]:
    """Return the folders on the store's own disk, with which they would be lost."""
    found = []
    for folder in folders:
        with suppress(OSError):
            if folder.stat().st_dev == store.stat().st_dev:
                found.append(folder)
    return found


def fault_of(error: FrontdeskError, folder: Path) -> tuple[Reason, str]:
    """Return why a folder has no copy, and what the system said of it."""
    detail = str(error.facts.get("detail", ""))
    if error.reason in _KNOWN:
        return _KNOWN[error.reason], detail
    if isinstance(error.reason, CopyReason):
        return error.reason, detail
    # What is gone in the middle of the work is refused in a hundred ways.
    return (CopyReason.FOLDER_FAILED if _is_folder(folder) else CopyReason.FOLDER_MISSING), detail


def copies_in(folder: Path, mark: str) -> list[Named]:
    """Return the copies of a store in a folder. Raises `OSError`."""
    return [copy for each in folder.iterdir() if (copy := named(each.name, mark)) is not None]


def thin(folder: Path, mark: str, today: date, policy: Policy) -> None:
    """Delete the copies in a folder that need not stay; what cannot be deleted stays until the next evening."""
    with suppress(OSError):
        there = copies_in(folder, mark)
        for copy in to_delete(there, today, policy.copies_daily, policy.copies_weekly, policy.copies_monthly):
            with suppress(OSError):
                (folder / copy.name).unlink()


def _is_folder(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        return False
