"""Checks whether a store can be at a path, before it is opened."""

import os
from argparse import Namespace
from pathlib import Path

from frontdesk.domain.files import FileReason
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import InputError, StoreError
from frontdesk.files.given_file import refuse_special
from frontdesk.machine import accounts, settings


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


def is_there(path: Path) -> bool:
    """Whether there is a store, or at least a part of one."""
    return path.exists() or Path(f"{path}-wal").exists()


def refuse_missing(path: Path) -> None:
    """Raise `InputError(MISSING_FILE)` if there is no store, not even a part of one."""
    if not is_there(path):
        raise InputError(FileReason.MISSING_FILE, path=path)


def refuse_second(args: Namespace, *, is_station: bool = False) -> None:
    """Raise `StoreError` where a database would be begun though there should be one, and nobody asked for another.

    A path that was typed, or named by the environment, is asked for. A command may begin the one the settings name.
    """
    path: Path = args.store
    if args.database or os.environ.get("FRONTDESK_DATABASE") or is_there(path):
        return
    if args.settings.database is not None:
        if is_station:
            raise StoreError(StoreReason.NAMED_IS_GONE, path=path)
        return
    others = [*map(str, accounts.other_databases(settings.Settings().store)), *accounts.others_at_work()]
    if others:
        raise StoreError(StoreReason.OTHER_ACCOUNT, path=path, other=others[0])
