"""Backups of a store: taken while it is in use, and put back."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from data import backup, openers
from data import restore as restoring
from data.engine.parts import Progress
from data.opening import open_store
from data.stamp import stamp_of
from frontdesk.desk.copies.opened import is_sealed, opened
from frontdesk.desk.desk import Desk
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
    progress: Progress,
    done: Callable[[], object],
) -> Path | None:  # fmt: skip
    """Put a backup in the store's place, on record; return where the old store is kept, or None if there was none.

    `key`: the recovery key of a sealed one.

    Refused while a station is open, because its screen would show another store. `done` is called when the copy is in
    place, so that anybody who stops the program after that is told so.
    """
    if openers.stations(store, clock.now()):
        raise StoreError(StoreReason.IN_USE, path=store)

    def note() -> None:
        with Desk.open(store, actor, clock) as desk:
            desk.do(lambda _: Result(JournalEvent.RESTORE, facts={"file": clean_line(copy.name)}))
        done()

    stamp = stamp_of(store, clock.now())
    if not is_sealed(copy):
        return restoring.restore(copy, store, stamp=stamp, progress=progress, then=note)
    with opened(copy, store, key) as building:
        try:
            return restoring.restore(building, store, stamp=stamp, progress=progress, then=note)
        except StoreError as error:
            if error.facts.get("path") != building:
                raise
            raise StoreError(error.reason, **{**error.facts, "path": copy}) from error
