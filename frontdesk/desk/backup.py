"""Backups of a store: taken while it is in use, and put back."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from data import backup, openers
from data import restore as restoring
from data.engine.connection import Connection
from data.engine.parts import Progress
from data.opening import open_store
from data.proof.heads import head
from data.stamp import stamp_of
from data.whose import whose
from frontdesk.desk.copies.known import check_renamed, known
from frontdesk.desk.copies.opened import is_sealed, opened
from frontdesk.desk.desk import Desk
from frontdesk.domain.copies.reasons import CopyReason
from frontdesk.domain.journal.events import JournalEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import Clock
from frontdesk.domain.values.errors import StoreError
from frontdesk.domain.values.text import clean_line


def back_up(store: Path, target: Path, progress: Progress) -> int:
    """Copy a store into a new file and return its size in bytes. A store of an older version is copied as it is."""
    with closing(open_store(store, create_missing=False, older=True, only_looks=True)) as source:
        return backup.back_up(source, target, progress)


def restore(
    copy: Path,
    store: Path,
    actor: Actor,
    clock: Clock,
    *,
    key: str,
    anyway: bool = False,
    progress: Progress,
    done: Callable[[], object],
) -> Path | None:  # fmt: skip
    """Put a backup in the store's place, on record; return where the old store is kept, or None if there was none.

    `key`: the recovery key of a sealed one. `anyway`: also one that is another store's, or not as it was written.

    Refused while a station is open, because its screen would show another store. `done` is called when the copy is in
    place, so that anybody who stops the program after that is told so.
    """
    if openers.stations(store, clock.now()):
        raise StoreError(StoreReason.IN_USE, path=store)

    def note() -> None:
        with Desk.open(store, actor, clock) as desk:
            desk.do(lambda _: Result(JournalEvent.RESTORE, facts={"file": clean_line(copy.name)}))
        done()

    def check(made: Connection) -> None:
        if not anyway:
            _check_own(made, copy, store)

    put = partial(
        restoring.restore, store=store, stamp=stamp_of(store, clock.now()), progress=progress, check=check, then=note
    )
    if not is_sealed(copy):
        return put(copy)
    with opened(copy, store, key) as building:
        try:
            return put(building)
        except StoreError as error:
            if error.facts.get("path") != building:
                raise
            raise StoreError(error.reason, **{**error.facts, "path": copy}) from error


def _check_own(made: Connection, copy: Path, store: Path) -> None:
    """Refuse a copy that is another store's, or that is on record and was written otherwise.

    Raises `StoreError`: OTHER_STORE, CHANGED. A store that cannot be read knows nothing of its copies.
    """
    try:
        present = open_store(store, create_missing=False, only_looks=True)
    except StoreError:
        return
    with closing(present):
        of = whose(made)
        if of.is_other(whose(present)):
            raise StoreError(CopyReason.OTHER_STORE, path=copy, name=of.name, begun=of.begun)
        if known(present, copy) is None:
            check_renamed(present, copy, head(made))
