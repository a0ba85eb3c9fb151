"""Backups of a store: taken while it is in use, and put back."""

from contextlib import closing
from pathlib import Path

from data import backup
from data.backup import Progress
from data.engine.connection import identity
from data.opening import open_store
from frontdesk.desk.desk import Desk
from frontdesk.domain.journal.events import JournalEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import Clock, to_datetime
from frontdesk.domain.values.text import clean_line


def back_up(store: Path, target: Path, progress: Progress) -> int:
    """Copy a store into a new file and return its size in bytes. A store of an older version is copied as it is."""
    with closing(open_store(store, create_missing=False, older=True, only_looks=True)) as source:
        return backup.back_up(source, target, progress)


def restore(
    copy: Path, store: Path, actor: Actor, clock: Clock, *, progress: Progress, operation: str | None = None
) -> Path | None:
    """Put a backup in the store's place, on record; return where the present file was moved to, None for none."""
    stamp = f"{to_datetime(clock.now()):%Y%m%dT%H%M%S.%fZ}"

    def note() -> None:
        with Desk.open(store, actor, clock) as desk:
            desk.do(lambda _: Result(JournalEvent.RESTORE, facts={"file": clean_line(copy.name)}), operation)

    return backup.restore(copy, store, stamp=stamp, progress=progress, then=note)


def which_file(store: Path) -> tuple[int, int] | None:
    """Return what tells the store's file from any other that may come to stand under its name; None: there is none."""
    return identity(store) if store.exists() else None
