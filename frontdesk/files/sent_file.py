"""Writing a copy of a file elsewhere: whole or not at all, and read back before it gets its name."""

import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from frontdesk.domain.copies.reasons import CopyReason
from frontdesk.domain.values.errors import StoreError
from frontdesk.files import refused_by_system
from frontdesk.files.new_file import building_beside, keep_on_disk, place, refuse_taken

_PIECE = 1024 * 1024


def digest_of(path: Path) -> str:
    """Return what a file's content is known by. Raises `StoreError`."""
    told = hashlib.sha256()
    with refused_by_system.told(path):
        for piece in _pieces(path):
            told.update(piece)
    return told.hexdigest()


def send(source: Path, target: Path) -> str:
    """Write a copy of a file under a new name; return its digest.

    Raises `StoreError`: NO_FOLDER, DISK_FULL …, NOT_AS_WRITTEN where the disk gives back something else.
    """
    refuse_taken(target)
    told = hashlib.sha256()
    with building_beside(target) as building:
        with refused_by_system.told(target), building.open("wb") as file:
            for piece in _pieces(source):
                told.update(piece)
                file.write(piece)
        keep_on_disk(building)
        _forget_cached(building)
        if digest_of(building) != told.hexdigest():
            raise StoreError(CopyReason.NOT_AS_WRITTEN, path=target)
        place(building, target)
    return told.hexdigest()


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _forget_cached(path: Path) -> None:
    """Have the file read from its disk next time, not from memory, where the system can be asked to."""
    if sys.platform == "linux":
        with refused_by_system.told(path), path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
