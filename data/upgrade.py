"""Updating an older store to this program's schema, once, after a checked copy, while nobody else has it open."""

import contextlib
import random
import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from data import openers
from data.backup import back_up
from data.engine.connection import Connection, clean_file, connect, errors_as_sentences, schema_version
from data.engine.parts import Progress, quietly
from data.engine.version import SCHEMA_VERSION
from data.older import is_behind, is_older
from data.opening import open_store
from data.stamp import stamp
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import StoreError
from frontdesk.process.stopping import unpaused

KEPT = 3
"""How many copies from before an update are kept."""

_PATIENCE_S = 3.0
"""How long to wait for others to close the store; other updaters have it open only for an instant."""
_MEGABYTE = 1024 * 1024
_TIMES = 6
"""How many times its size an update takes at most: 110,000 old cases took 5.8."""
_SPARE = 8 * _MEGABYTE


class Upgraded(NamedTuple):
    """What an update left behind: the copy from before it, and the older copies it removed."""

    copy: Path
    removed: tuple[Path, ...]


def upgrade(path: Path, now: Millis, progress: Progress = quietly) -> Upgraded | None:
    """Update the store at `path` to this schema; return None if it already has it, or does not exist.

    Raises `StoreError`: UPDATE_IN_USE, UPDATE_NO_ROOM, UPDATE_NO_COPY, and what `open_store` raises; then nothing was
    changed. UPDATE_UNKNOWN: the disk failed so that nobody can tell, and a copy from before is kept.
    """
    if not is_older(path):
        return None
    _look_over(path)
    give_up = time.monotonic() + _PATIENCE_S
    while is_older(path):
        copies: list[Path] = []
        try:
            with contextlib.closing(connect(path)) as connection:
                if take_alone(connection, path):
                    if not is_behind(connection, path):
                        return None
                    _upgrade(connection, path, copies, stamp(connection, now), progress)
        except BaseException as error:
            if not _is_done_all_the_same(path, copies, error):
                raise
        if copies:
            return Upgraded(copies[0], _remove_old(path))
        if time.monotonic() > give_up:
            raise StoreError(StoreReason.UPDATE_IN_USE, path=path, who=openers.of(path, now))
        time.sleep(random.uniform(0.005, 0.05))
    return None


def _look_over(path: Path) -> None:
    """Raise `StoreError` if the file is damaged, so that this is reported and not that the store is old."""
    try:
        open_store(path, create_missing=False, older=True).close()
    except StoreError as error:
        # Busy: somebody else is bringing it up to date.
        if error.reason is not StoreReason.BUSY:
            raise


def take_alone(connection: Connection, path: Path) -> bool:
    """Keep everybody else out until the connection is closed; return whether that was possible."""
    try:
        with errors_as_sentences(path):
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
    except StoreError as error:
        if error.reason is StoreReason.BUSY:
            return False
        raise _as_update(error, path) from error
    return True


def _upgrade(connection: Connection, path: Path, copies: list[Path], stamped: str, progress: Progress) -> None:
    """Update a store that nobody else has open; `copies` gets the copy from before once it is made."""
    from data.schema.migrations import migrate  # noqa: PLC0415 - sqlite-utils is loaded only where a schema is written

    if (free := _free(path)) < _needed(path):
        raise _no_room(path, free)
    copy = path.with_name(f"{path.stem}-before-update-{stamped}{path.suffix}")
    try:
        back_up(connection, copy, progress)
        copies.append(copy)
        with errors_as_sentences(path), unpaused():
            # What was deleted by a version that did not overwrite it is in the file's free space.
            clean_file(connection)
            migrate(connection)
    except StoreError as error:
        raise _as_update(error, path) from error


def _is_done_all_the_same(path: Path, copies: Sequence[Path], error: BaseException) -> bool:
    """Whether an update that failed was stored: a commit that fails may have been, and only the closed file tells."""
    if not copies:
        return False
    version = None
    with contextlib.suppress(StoreError), contextlib.closing(connect(path)) as connection, errors_as_sentences(path):
        version = schema_version(connection)
    if version is not None and version < SCHEMA_VERSION:
        # The store is as it was: a copy of it would only take room.
        with contextlib.suppress(OSError):
            copies[0].unlink(missing_ok=True)
        return False
    if version is None and isinstance(error, StoreError):
        detail = error.facts.get("detail", "")
        raise StoreError(StoreReason.UPDATE_UNKNOWN, path=path, copy=copies[0], detail=detail) from error
    return isinstance(error, StoreError)


def _remove_old(path: Path) -> tuple[Path, ...]:
    copies = sorted(
        each
        for each in path.absolute().parent.iterdir()
        if each.name.startswith(f"{path.stem}-before-update-") and each.name.endswith(path.suffix)
    )
    removed = tuple(copies[:-KEPT])
    for each in removed:
        with contextlib.suppress(OSError):
            each.unlink()
    return tuple(each for each in removed if not each.exists())


def _free(path: Path) -> int:
    return shutil.disk_usage(path.absolute().parent).free


def _needed(path: Path) -> int:
    """Return the bytes needed for a copy and for what is rewritten, which are the search tables of old cases."""
    return _TIMES * path.stat().st_size + _SPARE


def _no_room(path: Path, free: int) -> StoreError:
    needed = -(-_needed(path) // _MEGABYTE)
    return StoreError(StoreReason.UPDATE_NO_ROOM, path=path, needed=needed, free=free // _MEGABYTE)


def _as_update(error: StoreError, path: Path) -> StoreError:
    if error.reason is StoreReason.DAMAGED:
        # A copy comes out wrong where its original is.
        return StoreError(StoreReason.DAMAGED, path=path)
    if error.reason is StoreReason.DISK_FULL:
        return _no_room(path, _free(path))
    if error.reason in {StoreReason.READ_ONLY, StoreReason.CANNOT_OPEN, StoreReason.CANNOT_WRITE}:
        return StoreError(StoreReason.UPDATE_NO_COPY, path=path, detail=error.facts.get("detail", ""))
    return error
