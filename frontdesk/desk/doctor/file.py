"""What can be wrong with the database's file and with the disk it is on."""

import os
import shutil
from errno import EACCES
from pathlib import Path

from data.engine.connection import SQLITE_VERSION, WAL_FIXED, is_repaired
from data.engine.transaction import try_to_write
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor.finding import Finding, Level
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import StoreError

_MODES_MEAN_SOMETHING = os.name == "posix"
_MEGABYTE = 1024 * 1024
_TOO_LITTLE = 50 * _MEGABYTE
_LITTLE = 500 * _MEGABYTE


def readers(path: Path) -> Finding:
    """Say who can read the database. On Windows its mode says nothing, but a user's own folder is closed to others."""
    if not _MODES_MEAN_SOMETHING:
        private = path.absolute().is_relative_to(Path.home())
        return Finding("database", "database" if private else "maybe_open_to_others", facts={"path": path})
    mode = path.stat().st_mode & 0o777
    if mode & 0o070 and not mode & 0o007:
        return Finding("database", "shared_with_group", facts={"path": path, "mode": f"{mode:o}"})
    if mode & 0o007:
        return Finding("database", "open_to_others", Level.WARNING, {"path": path, "mode": f"{mode:o}"})
    return Finding("database", "database", facts={"path": path})


def writing(desk: Desk) -> Finding:
    """Say whether the store can be written."""
    try:
        try_to_write(desk.connection)
    except StoreError as error:
        if error.reason is StoreReason.HELD:
            return Finding("writing", "refused", Level.PROBLEM, error=error)
        detail = error.facts.get("detail", "")
        return Finding("writing", "not_writable", Level.PROBLEM, {"path": desk.path, "detail": detail})
    if not os.access(desk.path, os.W_OK):
        return Finding("writing", "not_writable", Level.PROBLEM, {"path": desk.path, "detail": os.strerror(EACCES)})
    return Finding("writing", "writable")


def sqlite() -> Finding:
    """Say whether this SQLite is a safe one."""
    version = ".".join(str(part) for part in SQLITE_VERSION)
    if is_repaired():
        return Finding("sqlite", "sqlite", facts={"version": version})
    right = ".".join(str(part) for part in WAL_FIXED)
    return Finding("sqlite", "old_sqlite", Level.WARNING, {"version": version, "right": right})


def disk(path: Path) -> list[Finding]:
    """Say how much room there is for the store, and whether its folder can be written."""
    folder = next((parent for parent in path.absolute().parents if parent.exists()), Path("/"))
    free = shutil.disk_usage(folder).free
    level = Level.PROBLEM if free < _TOO_LITTLE else Level.WARNING if free < _LITTLE else Level.OK
    name = "disk" if level is Level.OK else "little_disk"
    found = [Finding("disk", name, level, {"megabytes": free // _MEGABYTE, "folder": folder})]
    if not os.access(folder, os.W_OK | os.X_OK):
        # SQLite keeps its journal beside the database.
        found.append(Finding("folder", "folder_not_writable", Level.PROBLEM, {"folder": folder}))
    return found
