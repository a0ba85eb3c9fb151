"""Putting a copy in the store's place, completely or not at all, and keeping the old store."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from data.backup import CHECKING, COPYING, LEFTOVERS, back_up, copy
from data.engine.connection import Connection, clean_file, connect, errors_as_sentences, schema_version
from data.engine.full_check import problems_in_pages
from data.engine.parts import Parts, Progress, quietly
from data.engine.version import SCHEMA_VERSION
from data.opening import open_store
from data.proof.heads import Head, head
from frontdesk.domain.files import FileReason
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import StoreError
from frontdesk.files.given_file import refuse_special
from frontdesk.files.new_file import building_beside, keep_on_disk, place, put_over
from frontdesk.process.stopping import held_back, unpaused

_PAGES = 64
"""How many pages are written at first; few, so that the present store is kept before it is overwritten."""

_COMPANIONS = ("-wal", "-shm")
_SPOILED = {StoreReason.DAMAGED, StoreReason.NOT_OURS, StoreReason.EMPTY_FILE, StoreReason.CANNOT_OPEN}
"""The errors of a file that cannot be read, which is what a restore is for."""


def restore(
    backup: Path,
    store: Path,
    *,
    stamp: str,
    progress: Progress = quietly,
    check: Callable[[Connection], object] = lambda copy: None,
    then: Callable[[], object] = lambda: None,
) -> Path | None:  # fmt: skip
    """Put a backup in the store's place; return where the old store is kept, or None if there was none.

    `check` is called with the copy before anything is changed, and may refuse it. `then` is called as part of it; a
    request to stop in between takes effect after both. Raises `StoreError` if a process has the store open (IN_USE) or
    the backup is not right; then nothing changed. RESTORE_UNKNOWN: the disk failed so that nobody can tell, and the
    old store is kept.
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
        raise StoreError(StoreReason.EMPTY_FILE, path=backup, is_copy=True)
    with errors_as_sentences(store):
        store.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    aside = store.with_name(f"{store.stem}-{stamp}{store.suffix}")
    # What is written into the store goes through its journal, and is on the disk both times.
    parts = Parts({"copy": COPYING, "check": CHECKING, "keep": COPYING, "write": 4 * COPYING}, progress)
    with building_beside(store, LEFTOVERS) as building:
        _copy_checked(backup, building, parts, check)
        keep_on_disk(building)
        if not _put_into(building, store, aside, parts, then):
            with held_back():
                is_kept = _exchange(building, store, aside)
                then()
            return aside if is_kept else None
    return aside


def _copy_checked(backup: Path, building: Path, parts: Parts, check: Callable[[Connection], object]) -> None:
    with _said_of(backup), errors_as_sentences(backup):
        source = connect(backup, read_only=True)
        with contextlib.closing(source):
            copy(source, building, parts.part("copy"))
    with _said_of(backup):
        made = open_store(building, older=True)
    with contextlib.closing(made), errors_as_sentences(building):
        # A full disk is heard of as it is written, not where a write-ahead log would be folded in.
        made.execute("PRAGMA journal_mode = DELETE")
        if problems_in_pages(made, parts.part("check")):
            raise StoreError(StoreReason.DAMAGED, path=backup, is_copy=True)
        if schema_version(made) < SCHEMA_VERSION:
            from data.schema.migrations import migrate  # noqa: PLC0415 - a backup of an older version is rare

            # As an update does: what an older version deleted is in the file's free space.
            clean_file(made)
            migrate(made)
        check(made)
        # Who was running when the copy was made is not running now.
        made.execute("delete from stations")
        made.execute("delete from meta where key = 'machine'")
        made.execute("PRAGMA journal_mode = WAL")


@contextlib.contextmanager
def _said_of(backup: Path) -> Iterator[None]:
    """Say of the backup what is wrong with it or with what was made of it."""
    try:
        yield
    except StoreError as error:
        raise StoreError(error.reason, **{**error.facts, "path": backup, "is_copy": True}) from error


def _put_into(building: Path, store: Path, aside: Path, parts: Parts, then: Callable[[], object]) -> bool:
    """Write the copy into the live file in one transaction while others wait; return whether there was such a file.

    No file is exchanged, so that anyone waiting for the store finds the copy in it, with no journal of the old one.
    """
    if not store.exists():
        return False
    try:
        # What is no store of ours, or damaged, is not written into.
        open_store(store, create_missing=False, older=True).close()
    except StoreError as error:
        if error.reason in _SPOILED:
            return False
        raise
    with held_back() as asked:

        def go_on(done: int, of: int) -> None:
            parts.progress(done, of)
            if asked and done < of:
                asked.clear()
                raise KeyboardInterrupt

        _write_over(building, store, aside, parts._replace(progress=go_on))
        then()
    return True


def _write_over(building: Path, store: Path, aside: Path, parts: Parts) -> None:
    """Keep the old contents aside, then write the copy over them; nobody writes in between, and others write after.

    From its first page on SQLite lets nobody else write, and readers see the old contents until everything is written.
    What is kept is not looked through: it may be damaged, which is what a restore is for.
    """
    is_kept = False
    told: Progress = quietly

    def go_on(_status: int, left: int, of: int) -> None:
        nonlocal is_kept, told
        if not is_kept:
            with contextlib.closing(connect(store, read_only=True)) as before:
                back_up(before, aside, parts.part("keep"), as_it_is=True)
            is_kept = True
            told = parts.part("write")
        told(of - left, of)

    try:
        with (
            contextlib.closing(connect(building, read_only=True)) as source,
            contextlib.closing(connect(store)) as present,
            errors_as_sentences(store),
            unpaused(),
        ):
            source.backup(present, pages=_PAGES, progress=go_on)
    except BaseException as error:
        if not is_kept:
            raise
        # A commit that fails may have been stored all the same: the last event tells.
        now, before = _end(store), _end(aside)
        if isinstance(error, StoreError) and now not in {None, before} and now == _end(building):
            return
        if isinstance(error, StoreError) and now is None:
            raise StoreError(
                StoreReason.RESTORE_UNKNOWN, path=store, aside=aside, detail=error.facts.get("detail", "")
            ) from error
        if now is not None and now == before:
            # The store is as it was: a copy of it would only take room.
            with contextlib.suppress(OSError):
                aside.unlink(missing_ok=True)
        raise


def _end(path: Path) -> tuple[int, Head | None] | None:
    """Return the schema and the last event of a store, or None if they cannot be read."""
    with contextlib.suppress(StoreError), errors_as_sentences(path), contextlib.closing(connect(path)) as connection:
        return schema_version(connection), head(connection)
    return None


def _exchange(building: Path, store: Path, aside: Path) -> bool:
    """Put the copy in place if no readable store was there; return whether there was a file."""
    with errors_as_sentences(store):
        if not store.exists():
            _move_companions(store, aside)
            place(building, store)
            return False
        place(store, aside, keep=True)
        _move_companions(store, aside)
        put_over(building, store)
    return True


def _move_companions(store: Path, aside: Path) -> None:
    for suffix in _COMPANIONS:
        with contextlib.suppress(FileNotFoundError):
            Path(f"{store}{suffix}").rename(f"{aside}{suffix}")
