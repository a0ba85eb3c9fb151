"""Copies of the store: made while it is in use, checked before they count, put back without overwriting anything."""

import contextlib
from collections.abc import Callable
from pathlib import Path

from data.engine.connection import Connection, connect, errors_as_sentences, problems, reading, schema_version
from data.engine.version import SCHEMA_VERSION
from data.opening import open_store
from frontdesk.domain.files import FileReason
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import StoreError
from frontdesk.files.given_file import refuse_special
from frontdesk.files.new_file import building_beside, keep_on_disk, place, put_over, refuse_taken
from frontdesk.process.stopping import held_back

_COMPANIONS = ("-wal", "-shm")
_LEFTOVERS = (*_COMPANIONS, "-journal")
_PAGES = 256
"""How many pages are copied between two looks at whether to go on."""

Progress = Callable[[int, int], None]
"""A function that is told how much is done, and out of how much; the latter is 0 if that is unknown."""


def back_up(source: Connection, target: Path, progress: Progress = lambda done, of: None) -> int:
    """Copy the store to `target`, a new file, whole or not at all; return its size in bytes.

    Raises `StoreError`: FILE_EXISTS, NO_FOLDER, DISK_FULL, DAMAGED …
    """
    refuse_taken(target)
    with building_beside(target, _LEFTOVERS) as building:
        # In one read transaction: what others do meanwhile would begin the copy anew each time.
        with reading(source):
            told = _told(source)
            _copy(source, building, progress)
        progress(0, 0)
        copy = connect(building)
        with contextlib.closing(copy), errors_as_sentences(target):
            # One file without companions: it can be checked on a disk that cannot be written to.
            copy.execute("PRAGMA journal_mode = DELETE")
            if problems(copy, thorough=True) or _told(copy) != told:
                raise StoreError(StoreReason.DAMAGED, path=target)
        keep_on_disk(building)
        with held_back():
            place(building, target)
    return target.stat().st_size


def _told(store: Connection) -> tuple[int, dict[str, int]]:
    """Return what a copy must have in common with its original: the schema, and how many rows of each table."""
    tables = store.execute("select name from sqlite_schema where type = 'table' and name not like 'sqlite%'").fetchall()
    return schema_version(store), {
        name: store.execute(f'select count(*) from "{name}"').fetchone()[0] for (name,) in tables
    }


def restore(
    backup: Path,
    store: Path,
    *,
    stamp: str,
    progress: Progress = lambda done, of: None,
    then: Callable[[], object] = lambda: None,
) -> Path | None:  # fmt: skip
    """Put a backup in the store's place; return where the present file was moved to, None where there was none.

    `then` is done with it: whoever asks to stop in between is heard after both.
    Raises `StoreError` where a process has the store open (IN_USE) or the backup is not right; then nothing changed.
    """
    try:
        if backup.is_dir():
            raise StoreError(FileReason.IS_FOLDER, path=backup)
        refuse_special(backup)
        if not backup.is_file():
            raise StoreError(FileReason.MISSING_FILE, path=backup)
    except OSError as error:
        raise StoreError(FileReason.NO_FILE, path=backup, detail=error.strerror or str(error)) from error
    if backup.stat().st_size == 0:
        raise StoreError(StoreReason.EMPTY_FILE, path=backup)
    with errors_as_sentences(store):
        store.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with building_beside(store, _LEFTOVERS) as building:
        _copy_checked(backup, building, progress)
        _refuse_in_use(store)
        keep_on_disk(building)
        with held_back():
            aside = _exchange(building, store, stamp)
            then()
            return aside


def _copy_checked(backup: Path, building: Path, progress: Progress) -> None:
    with errors_as_sentences(backup):
        source = connect(backup, read_only=True)
        with contextlib.closing(source):
            _copy(source, building, progress)
    progress(0, 0)
    try:
        copy = open_store(building, older=True)
    except StoreError as error:
        raise StoreError(error.reason, **{**error.facts, "path": backup}) from error
    with contextlib.closing(copy), errors_as_sentences(building):
        # A full disk is heard of as it is written, not where a write-ahead log would be folded in.
        copy.execute("PRAGMA journal_mode = DELETE")
        if problems(copy, thorough=True):
            raise StoreError(StoreReason.DAMAGED, path=backup)
        if schema_version(copy) < SCHEMA_VERSION:
            from data.schema.migrations import migrate  # noqa: PLC0415 - a backup of an older version is rare

            migrate(copy)
        # Who was running when the copy was made is not running now.
        copy.execute("delete from stations")
        copy.execute("PRAGMA journal_mode = WAL")


def _copy(source: Connection, building: Path, progress: Progress) -> None:
    with errors_as_sentences(building):
        copy = connect(building, new=True)
        with contextlib.closing(copy):
            source.backup(copy, pages=_PAGES, progress=lambda _, left, of: progress(of - left, of))


def _refuse_in_use(store: Path) -> None:
    """Raise `StoreError(IN_USE)` where another process has the store open: it would go on writing to the old file."""
    if not store.exists():
        return
    try:
        with errors_as_sentences(store), contextlib.closing(connect(store)) as connection:
            connection.execute("PRAGMA busy_timeout = 500")
            # To be had only by the one connection there is; closing it folds the journal into the file.
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
    except StoreError as error:
        if error.reason is StoreReason.BUSY:
            raise StoreError(StoreReason.IN_USE, path=store) from error
        # A file that cannot be read is what a restore is for.


def _exchange(building: Path, store: Path, stamp: str) -> Path | None:
    aside = store.with_name(f"{store.stem}-{stamp}{store.suffix}")
    with errors_as_sentences(store):
        if not store.exists():
            _move_companions(store, aside)
            place(building, store)
            return None
        place(store, aside, keep=True)
        _move_companions(store, aside)
        put_over(building, store)
    return aside


def _move_companions(store: Path, aside: Path) -> None:
    for suffix in _COMPANIONS:
        with contextlib.suppress(FileNotFoundError):
            Path(f"{store}{suffix}").rename(f"{aside}{suffix}")
