"""Whether the files of a store are still those it was opened with: SQLite would not notice."""

from pathlib import Path

from frontdesk.domain.files import FileReason
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import StoreError

_PARTS = ("-wal", "-shm")
"""What SQLite keeps beside the file while it is open; work that is acknowledged may stand there alone."""

File = tuple[int, int]
Identity = tuple[File, File | None, File | None]
"""The file, its journal and its shared memory; None for one that was not there."""


def identity(path: Path) -> Identity:
    """Return what tells a store's files from any others that may come to stand under their names.

    Raises `StoreError(MISSING_FILE)`.
    """
    file, wal, shm = (_file(path.with_name(path.name + suffix)) for suffix in ("", *_PARTS))
    if file is None:
        raise StoreError(FileReason.MISSING_FILE, path=path)
    return file, wal, shm


def check_identity(path: Path, known: Identity) -> None:
    """Raise `StoreError` if a file of an open store was moved away, deleted, or another stands in its place."""
    now = identity(path)
    if now[0] != known[0]:
        raise StoreError(StoreReason.REPLACED, path=path)
    for suffix, before, after in zip(_PARTS, known[1:], now[1:], strict=True):
        if before is not None and before != after:
            raise StoreError(StoreReason.JOURNAL_TAKEN, path=path, part=f"{path.name}{suffix}")


def _file(path: Path) -> File | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
