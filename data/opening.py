"""Opening the store's database, which is created whole, refused if it is not right, and never overwritten."""

import contextlib
from pathlib import Path

from data.engine.connection import (
    SQLITE_VERSION,
    WAL_FIXED,
    Connection,
    connect,
    errors_as_sentences,
    is_repaired,
    problems,
    schema_version,
    still,
)
from data.engine.version import SCHEMA_VERSION
from data.openers import refuse_taken_journal
from frontdesk.domain.files import FileReason
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import StoreError

APPLICATION_ID = 0x46444B31


_CHECKED_UP_TO = 16 * 1024 * 1024


_CANNOT_EVEN_LOOK = (StoreReason.DISK_FULL, StoreReason.READ_ONLY, StoreReason.CANNOT_OPEN)
"""SQLite makes a file of shared memory also for whoever only reads: that needs room, and a folder to write in."""


def open_store(path: Path, *, create_missing: bool = True, older: bool = False, only_looks: bool = False) -> Connection:
    """Return a connection to the store at `path`, creating the store where there is none.

    Without `create_missing` a store that is not there is refused: a station that runs never begins an empty one.
    Raises `StoreError` where the file is damaged, empty, another program's, or of another version; it is left as it
    is. `older`: one of an older version is opened as it is, to be copied. `only_looks`: nothing is to be written, so it
    may be on a disk without room, or one that cannot be written, where nobody has it open.
    """
    try:
        return _opened(path, create_missing=create_missing, older=older)
    except StoreError as error:
        if not only_looks or error.reason not in _CANNOT_EVEN_LOOK or not _is_at_rest(path):
            raise
    with errors_as_sentences(path):
        connection = still(path)
        connection.execute("PRAGMA query_only = ON")
    return _looked_over(connection, path, is_checked=False, older=older)


def _looked_over(connection: Connection, path: Path, *, is_checked: bool, older: bool) -> Connection:
    """Return a connection to a store that is as it should be; any other is closed again."""
    try:
        if not is_checked:
            _check(connection, path)
        if not older:
            _refuse_older(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _is_at_rest(path: Path) -> bool:
    """Whether everything that was written is in the file itself: then nobody has the store open."""
    with errors_as_sentences(path):
        journal = Path(f"{path}-wal")
        return path.exists() and (not journal.exists() or not journal.stat().st_size)


def _opened(path: Path, *, create_missing: bool, older: bool) -> Connection:
    if not is_repaired():
        version, right = (".".join(map(str, number)) for number in (SQLITE_VERSION, WAL_FIXED))
        raise StoreError(StoreReason.OLD_SQLITE, version=version, right=right)
    if not path.exists():
        if not create_missing:
            raise StoreError(FileReason.MISSING_FILE, path=path)
        create(path)
    has_journal = Path(f"{path}-wal").exists()
    if has_journal:
        # Closing a connection folds the journal into the file: what may not be ours is looked at without doing that.
        with contextlib.closing(connect(path, untouched=True)) as look:
            _check(look, path)
    else:
        refuse_taken_journal(path)
    return _looked_over(connect(path), path, is_checked=has_journal, older=older)


def create(path: Path) -> None:
    """Create a store at `path`, whole or not at all: built beside it, then put into place; the first one wins."""
    from frontdesk.files.new_file import building_beside, keep_on_disk, place, refuse_name  # noqa: PLC0415

    # In this order: another process may be creating the store, and its journal comes after it.
    if Path(f"{path}-wal").exists() and not path.exists():
        raise StoreError(StoreReason.ORPHAN_JOURNAL, path=path)
    refuse_name(path)
    with errors_as_sentences(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with building_beside(path, ("-wal", "-shm", "-journal")) as building:
            with contextlib.closing(connect(building, new=True)) as connection:
                # With a write-ahead log a full disk would show only when that is folded in, and nobody hears of it.
                lay_out(connection)
                if problems(connection):
                    raise StoreError(StoreReason.DAMAGED, path=path)
                connection.execute("PRAGMA journal_mode = WAL")
            keep_on_disk(building)
            try:
                place(building, path)
            except StoreError as error:
                if error.reason is not FileReason.FILE_EXISTS:
                    raise


def lay_out(connection: Connection) -> None:
    """Make an empty store in a new file."""
    from data.schema.migrations import migrate  # noqa: PLC0415 - sqlite-utils is loaded only where a schema is written

    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrate(connection)


def _check(connection: Connection, path: Path) -> None:
    with errors_as_sentences(path):
        size = path.stat().st_size
        if size == 0:
            raise StoreError(StoreReason.EMPTY_FILE, path=path)
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if application != APPLICATION_ID:
            raise StoreError(StoreReason.NOT_OURS, path=path)
        if version > SCHEMA_VERSION:
            raise StoreError(StoreReason.NEWER, path=path, version=version, known=SCHEMA_VERSION)
        if size <= _CHECKED_UP_TO and problems(connection):
            raise StoreError(StoreReason.DAMAGED, path=path)


def _refuse_older(connection: Connection, path: Path) -> None:
    with errors_as_sentences(path):
        if (version := schema_version(connection)) < SCHEMA_VERSION:
            raise StoreError(StoreReason.OLDER, path=path, version=version, known=SCHEMA_VERSION)
