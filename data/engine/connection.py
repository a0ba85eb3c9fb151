"""The connection every part of the store works with: its settings, its errors in words, its transactions."""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.engine.version import SCHEMA_VERSION
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import Reason, StoreError
from frontdesk.files import refused_by_system

if TYPE_CHECKING:
    import sqlite3
else:
    try:
        # The wheel carries an SQLite without the WAL-reset bug; sqlite-utils prefers it too.
        import pysqlite3 as sqlite3
    except ImportError:
        import sqlite3


BUSY_MS = 10_000
_JOURNAL_MS = 200
"""How long to wait for readers, who are quick, until the write-ahead log can be emptied."""
_FOLDED_AFTER = 4_000
"""So many pages the write-ahead log takes before it is folded into the file: one command waits while that is done."""
_STEPS_BETWEEN_LOOKS = 20_000

Connection = sqlite3.Connection
DatabaseError = sqlite3.DatabaseError
IntegrityError = sqlite3.IntegrityError
SQLITE_VERSION = sqlite3.sqlite_version_info

WAL_FIXED = (3, 51, 3)
"""The first SQLite whose write-ahead log survives several checkpointing processes."""

_WAL_FIXED_TOO = ((3, 50, 7), (3, 44, 6))
"""Older lines of SQLite that the same repair was made in."""


def is_repaired(version: tuple[int, ...] = SQLITE_VERSION) -> bool:
    """Whether several stations can use a store with this SQLite, and none damages it."""
    return version >= WAL_FIXED or any(version[:2] == line[:2] and line <= version for line in _WAL_FIXED_TOO)


def connect(path: Path, *, read_only: bool = False, untouched: bool = False, new: bool = False) -> Connection:
    """Return a bare connection with the settings of all our connections.

    `untouched`: the connection cannot change the file. `new`: it may create a file; otherwise a missing one stays
    missing.
    """
    mode = "ro" if untouched else "rwc" if new else "rw"
    with errors_as_sentences(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=BUSY_MS / 1000,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA wal_autocheckpoint = {_FOLDED_AFTER}")
            # What was deleted is overwritten: a phone number does not stay in the file's free space.
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute(f"PRAGMA query_only = {'ON' if read_only else 'OFF'}")
            connection.execute("PRAGMA trusted_schema = OFF")
        except BaseException:
            connection.close()
            raise
    return connection


def scratch() -> Connection:
    """Return a temporary database for sums too large for memory; SQLite keeps it on disk and deletes it."""
    return sqlite3.connect("", isolation_level=None)


def still(path: Path | None) -> Connection:
    """Return a connection that only reads a file nobody writes to; None means an empty database in memory."""
    where = ":memory:" if path is None else f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(where, uri=True, isolation_level=None)


def schema_version(connection: Connection) -> int:
    """Return the number of the store's schema."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check_schema(connection: Connection) -> None:
    """Raise `StoreError(OUTDATED)` if a newer version has changed the store since it was opened."""
    if schema_version(connection) != SCHEMA_VERSION:
        raise StoreError(StoreReason.OUTDATED)


def problems(connection: Connection) -> str:
    """Return what SQLite's own check of the pages finds wrong with the file, or `""` for nothing."""
    with stoppable(connection):
        found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    return "" if found == "ok" else found


@contextlib.contextmanager
def stoppable(connection: Connection, looked: Callable[[int], None] = lambda steps: None) -> Iterator[None]:
    """Let a request to stop take effect while SQLite works on long statements; `looked` is told its steps so far."""
    taken = count(_STEPS_BETWEEN_LOOKS, _STEPS_BETWEEN_LOOKS)
    # A signal is seen where Python runs: without this, after the statement.
    connection.set_progress_handler(lambda: looked(next(taken)), _STEPS_BETWEEN_LOOKS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if is_stopped(error):
            raise KeyboardInterrupt from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


def is_stopped(error: Exception) -> bool:
    """Whether this is how SQLite says that it was asked to stop."""
    return isinstance(error, sqlite3.OperationalError) and "interrupted" in str(error)


@contextlib.contextmanager
def errors_as_sentences(path: Path | str = "") -> Iterator[None]:
    """Turn what SQLite and the file system raise into `StoreError`s a person can be told."""
    with refused_by_system.told(path):
        try:
            yield
        except IntegrityError:
            raise
        except sqlite3.Error as error:
            reason = _reason(error)
            if reason is StoreReason.CANNOT_WRITE and path and _is_full(Path(path)):
                reason = StoreReason.DISK_FULL
            raise StoreError(reason, path=path, detail=str(error)) from error


_LEAST = 64 * 1024
"""With less room than this nothing can be written; SQLite then reports only that its shared memory failed."""


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.absolute().parent).free < _LEAST
    except OSError:
        return False


_REASONS = (
    ("SQLITE_FULL", "disk is full", StoreReason.DISK_FULL),
    ("SQLITE_READONLY", "readonly", StoreReason.READ_ONLY),
    ("SQLITE_BUSY", "locked", StoreReason.BUSY),
    ("SQLITE_LOCKED", "locked", StoreReason.BUSY),
    ("SQLITE_NOTADB", "not a database", StoreReason.NOT_OURS),
    ("SQLITE_CORRUPT", "malformed", StoreReason.DAMAGED),
    ("SQLITE_CANTOPEN", "unable to open", StoreReason.CANNOT_OPEN),
)
"""The meaning of SQLite's error codes to a person, or of its words if it gives no code."""


def _reason(error: Any) -> Reason:
    name = getattr(error, "sqlite_errorname", "") or ""
    text = str(error)
    return next(
        (reason for code, words, reason in _REASONS if name.startswith(code) or words in text), StoreReason.CANNOT_WRITE
    )


def is_busy(error: Exception) -> bool:
    """Whether somebody else is writing just now."""
    return _reason(error) is StoreReason.BUSY


def is_foreign(error: Exception) -> bool:
    """Whether a file is no database at all."""
    return _reason(error) is StoreReason.NOT_OURS


def empty_journal(connection: Connection) -> bool:
    """Fold the write-ahead log into the file and empty it, as it still holds what was deleted; False if others read."""
    with errors_as_sentences():
        connection.execute(f"PRAGMA busy_timeout = {_JOURNAL_MS}")
        try:
            return not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")


def clean_file(connection: Connection) -> bool:
    """Write the whole file anew, without any rest of what was deleted; return whether the journal is empty too."""
    with errors_as_sentences(), stoppable(connection):
        connection.execute("VACUUM")
    return empty_journal(connection)


def path_of(connection: Connection) -> str:
    """Return the file of an open store; "" for one in memory."""
    return str(connection.execute("PRAGMA database_list").fetchone()[2])


def data_version(connection: Connection) -> int:
    """Return a number that changes whenever another connection has committed; it costs microseconds."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


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
