"""The connection every part of the store works with: its settings, its errors in words, its transactions."""

import contextlib
import errno
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.engine.version import SCHEMA_VERSION
from frontdesk.domain.values.errors import Reason, StoreError

if TYPE_CHECKING:
    import sqlite3
else:
    try:
        # The wheel carries an SQLite without the WAL-reset bug; sqlite-utils prefers it too.
        import pysqlite3 as sqlite3
    except ImportError:
        import sqlite3


WAL_FIXED = (3, 51, 3)
"""The first SQLite whose write-ahead log survives several checkpointing processes."""

_BUSY_MS = 10_000
_STEPS_BETWEEN_LOOKS = 1_000_000
_HELD = (32, 33)
"""What Windows says of a file that another process has open: a sharing or a lock violation."""

Connection = sqlite3.Connection
DatabaseError = sqlite3.DatabaseError
IntegrityError = sqlite3.IntegrityError
SQLITE_VERSION = sqlite3.sqlite_version_info


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
        reason = _reason(error)
        if reason is Reason.CANNOT_WRITE and path and _is_full(Path(path)):
            reason = Reason.DISK_FULL
        raise StoreError(reason, path=path, detail=str(error)) from error
    except PermissionError as error:
        held = getattr(error, "winerror", None) in _HELD
        raise StoreError(Reason.IN_USE if held else Reason.READ_ONLY, path=path, detail=str(error)) from error
    except OSError as error:
        reason = Reason.DISK_FULL if error.errno in _NO_ROOM else Reason.CANNOT_OPEN
        raise StoreError(reason, path=path, detail=str(error)) from error


_NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_LEAST = 64 * 1024
"""With less room than this nothing can be written: of the memory that it shares SQLite says only that it failed."""


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.absolute().parent).free < _LEAST
    except OSError:
        return False


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
