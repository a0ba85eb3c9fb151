"""Opening the store's database: created whole, refused when it is not what it should be, never overwritten."""

import contextlib
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frontdesk.domain.values.errors import Reason, StoreError

if TYPE_CHECKING:
    import sqlite3
else:
    try:
        # The wheel carries an SQLite without the WAL-reset bug; sqlite-utils prefers it too.
        import pysqlite3 as sqlite3
    except ImportError:
        import sqlite3

APPLICATION_ID = 0x46444B31
SCHEMA_VERSION = 3
"""How many migrations this program knows; the database keeps its own number in `user_version`."""

WAL_FIXED = (3, 51, 3)
"""The first SQLite whose write-ahead log survives several checkpointing processes."""

_BUSY_MS = 10_000
_CHECKED_UP_TO = 16 * 1024 * 1024
_STEPS_BETWEEN_LOOKS = 1_000_000
_HELD = (32, 33)
"""What Windows says of a file that another process has open: a sharing or a lock violation."""

Connection = sqlite3.Connection
DatabaseError = sqlite3.DatabaseError
IntegrityError = sqlite3.IntegrityError
SQLITE_VERSION = sqlite3.sqlite_version_info


def open_store(path: Path, *, create_missing: bool = True, older: bool = False) -> Connection:
    """Return a connection to the store at `path`, creating the store where there is none.

    Without `create_missing` a store that is not there is refused: a station that runs never begins an empty one.
    Raises `StoreError` where the file is damaged, empty, another program's, or of another version; it is left as it
    is. `older`: one of an older version is opened as it is, to be copied.
    """
    if not path.exists():
        if not create_missing:
            raise StoreError(Reason.MISSING_FILE, path=path)
        create(path)
    has_journal = Path(f"{path}-wal").exists()
    if has_journal:
        # Closing a connection folds the journal into the file: what may not be ours is looked at without doing that.
        with contextlib.closing(connect(path, untouched=True)) as look:
            _check(look, path)
    connection = connect(path)
    try:
        if not has_journal:
            _check(connection, path)
        if not older:
            _refuse_older(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def identity(path: Path) -> tuple[int, int]:
    """Return what tells this file from any other that may come to stand under its name. Raises `StoreError`."""
    try:
        found = path.stat()
    except OSError as error:
        raise StoreError(Reason.MISSING_FILE, path=path) from error
    return found.st_dev, found.st_ino


def check_identity(path: Path, known: tuple[int, int]) -> None:
    """Raise `StoreError` where the file was moved away, or another stands in its place: SQLite would not notice."""
    if identity(path) != known:
        raise StoreError(Reason.REPLACED, path=path)


def connect(path: Path, *, read_only: bool = False, untouched: bool = False, new: bool = False) -> Connection:
    """Return a bare connection with the settings every one of ours has.

    `untouched`: one that cannot alter the file. `new`: one that may begin a file; else a missing one stays missing.
    """
    mode = "ro" if untouched else "rwc" if new else "rw"
    with errors_as_sentences(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=_BUSY_MS / 1000,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA query_only = {'ON' if read_only else 'OFF'}")
            connection.execute("PRAGMA trusted_schema = OFF")
        except BaseException:
            connection.close()
            raise
    return connection


def create(path: Path) -> None:
    """Create a store at `path`, whole or not at all: built beside it, then put into place; the first one wins."""
    from data.schema.migrations import migrate  # noqa: PLC0415 - sqlite-utils is loaded only where a schema is written
    from frontdesk.files.new_file import building_beside, place, refuse_name  # noqa: PLC0415 - which needs this module

    # In this order: another process may be creating the store, and its journal comes after it.
    if Path(f"{path}-wal").exists() and not path.exists():
        raise StoreError(Reason.ORPHAN_JOURNAL, path=path)
    refuse_name(path)
    with errors_as_sentences(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with building_beside(path, ("-wal", "-shm")) as building:
            with contextlib.closing(connect(building, new=True)) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                migrate(connection)
            try:
                place(building, path)
            except StoreError as error:
                if error.reason is not Reason.FILE_EXISTS:
                    raise


def _check(connection: Connection, path: Path) -> None:
    with errors_as_sentences(path):
        size = path.stat().st_size
        if size == 0:
            raise StoreError(Reason.EMPTY_FILE, path=path)
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if application != APPLICATION_ID:
            raise StoreError(Reason.NOT_OURS, path=path)
        if version > SCHEMA_VERSION:
            raise StoreError(Reason.NEWER, path=path, version=version, known=SCHEMA_VERSION)
        if size <= _CHECKED_UP_TO and problems(connection):
            raise StoreError(Reason.DAMAGED, path=path)


def _refuse_older(connection: Connection, path: Path) -> None:
    with errors_as_sentences(path):
        if (version := schema_version(connection)) < SCHEMA_VERSION:
            raise StoreError(Reason.OLDER, path=path, version=version, known=SCHEMA_VERSION)


def schema_version(connection: Connection) -> int:
    """Return the number of the store's schema."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check_schema(connection: Connection) -> None:
    """Raise `StoreError(OUTDATED)` where a newer version has changed the store since it was opened."""
    if schema_version(connection) != SCHEMA_VERSION:
        raise StoreError(Reason.OUTDATED)


def problems(connection: Connection, *, thorough: bool = False) -> str:
    """Return what SQLite's own check finds wrong with the file, `""` for nothing; `thorough`: its indexes too."""
    check = "integrity_check" if thorough else "quick_check"
    with stoppable(connection):
        found = str(connection.execute(f"PRAGMA {check}(1)").fetchone()[0])
    return "" if found == "ok" else found


@contextlib.contextmanager
def stoppable(connection: Connection) -> Iterator[None]:
    """Let whoever asks to stop be heard while SQLite works on one long statement."""
    # A signal is seen where Python runs: without this, after the statement.
    connection.set_progress_handler(lambda: 0, _STEPS_BETWEEN_LOOKS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if "interrupted" in str(error):
            raise KeyboardInterrupt from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


@contextlib.contextmanager
def errors_as_sentences(path: Path | str = "") -> Iterator[None]:
    """Turn what SQLite and the file system raise into `StoreError`s a person can be told."""
    try:
        yield
    except IntegrityError:
        raise
    except sqlite3.Error as error:
        raise StoreError(_reason(error), path=path, detail=str(error)) from error
    except PermissionError as error:
        held = getattr(error, "winerror", None) in _HELD
        raise StoreError(Reason.IN_USE if held else Reason.READ_ONLY, path=path, detail=str(error)) from error
    except OSError as error:
        raise StoreError(Reason.CANNOT_OPEN, path=path, detail=str(error)) from error


_REASONS = (
    ("SQLITE_FULL", "disk is full", Reason.DISK_FULL),
    ("SQLITE_READONLY", "readonly", Reason.READ_ONLY),
    ("SQLITE_BUSY", "locked", Reason.BUSY),
    ("SQLITE_LOCKED", "locked", Reason.BUSY),
    ("SQLITE_NOTADB", "not a database", Reason.NOT_OURS),
    ("SQLITE_CORRUPT", "malformed", Reason.DAMAGED),
    ("SQLITE_CANTOPEN", "unable to open", Reason.CANNOT_OPEN),
)
"""What SQLite's error codes, and its words where it gives no code, mean to a person."""


def _reason(error: Any) -> Reason:
    name = getattr(error, "sqlite_errorname", "") or ""
    text = str(error)
    return next(
        (reason for code, words, reason in _REASONS if name.startswith(code) or words in text), Reason.CANNOT_WRITE
    )


def data_version(connection: Connection) -> int:
    """Return a number that changes whenever another connection has committed; it costs microseconds."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def begin(connection: Connection) -> None:
    """Begin a transaction that may write; waits for its turn.

    SQLite's own waiting backs off to 100 ms, and busy stations starved the others for seconds: ask again at once.
    """
    give_up = time.monotonic() + _BUSY_MS / 1000
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if _reason(error) is not Reason.BUSY or time.monotonic() > give_up:
                    raise
            time.sleep(random.uniform(0.0002, 0.001))
    finally:
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")


@contextlib.contextmanager
def writing(connection: Connection) -> Iterator[Connection]:
    """A write of its own, beside the event log: all of it is kept, or nothing."""
    begin(connection)
    try:
        check_schema(connection)
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def reading(connection: Connection) -> Iterator[Connection]:
    """One read transaction: everything read in it belongs to the same moment."""
    with errors_as_sentences():
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            if connection.in_transaction:
                connection.execute("COMMIT")
