"""What Windows does differently with files, done here: open files stay where they are, disks know no links."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from frontdesk.files import leftovers

HELD, ACCESS_DENIED = 32, 5


def hold_open_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody renames, replaces or removes a file that this process has open."""
    if os.name == "nt":
        return  # so it is
    monkeypatch.setattr(leftovers, "LOCKS", False)
    rename, replace, unlink, remove = os.rename, os.replace, os.unlink, os.remove

    def renamed(source: Any, target: Any, **options: Any) -> None:
        _refuse(source, HELD)
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "Cannot create a file when that file already exists", os.fspath(target))
        rename(source, target, **options)

    def replaced(source: Any, target: Any, **options: Any) -> None:
        _refuse(source, HELD)
        _refuse(target, ACCESS_DENIED)
        replace(source, target, **options)

    def unlinked(path: Any, **options: Any) -> None:
        _refuse(path, HELD)
        unlink(path, **options)

    def removed(path: Any, **options: Any) -> None:
        _refuse(path, HELD)
        remove(path, **options)

    for name, changed in (("rename", renamed), ("replace", replaced), ("unlink", unlinked), ("remove", removed)):
        monkeypatch.setattr(os, name, changed)


def without_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is FAT or exFAT."""

    def link(source: Any, target: Any, **_: Any) -> None:
        raise OSError(errno.EPERM, "Operation not permitted", os.fspath(source))

    monkeypatch.setattr(os, "link", link)


def held(path: Any, winerror: int) -> PermissionError:
    error = PermissionError(errno.EACCES, "The process cannot access the file", os.fspath(path))
    error.winerror = winerror  # type: ignore[attr-defined]
    return error


def _refuse(path: Any, winerror: int) -> None:
    if _is_open(Path(os.fspath(path))):
        raise held(path, winerror)


def _is_open(path: Path) -> bool:
    try:
        wanted = path.stat()
    except OSError:
        return False
    for descriptor in Path("/dev/fd").iterdir():
        try:
            found = os.fstat(int(descriptor.name))
        except OSError:
            continue
        if (found.st_dev, found.st_ino) == (wanted.st_dev, wanted.st_ino):
            return True
    return False
