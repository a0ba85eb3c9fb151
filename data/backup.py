"""Copies of the store: made while it is in use, checked before they count."""

import contextlib
from pathlib import Path

from data.engine.connection import Connection, connect, errors_as_sentences, reading, schema_version
from data.engine.full_check import problems_in_pages
from data.engine.parts import Parts, Progress, quietly
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import StoreError
from frontdesk.files.new_file import building_beside, keep_on_disk, place, refuse_taken
from frontdesk.process.stopping import held_back

LEFTOVERS = ("-wal", "-shm", "-journal")
"""What SQLite may leave beside a file."""

_PAGES = 256
"""How many pages are copied between two looks at whether to go on."""

COPYING, CHECKING = 1_000, 1_000
"""How long copying a file takes, and looking through its pages, beside one another."""


def back_up(source: Connection, target: Path, progress: Progress = quietly, *, as_it_is: bool = False) -> int:
    """Copy the store to `target`, a new file, whole or not at all; return its size in bytes.

    `as_it_is`: it is not looked through, so that a damaged one is kept too. Raises `StoreError`: FILE_EXISTS,
    NO_FOLDER, DISK_FULL, DAMAGED …
    """
    refuse_taken(target)
    parts = Parts({"copy": COPYING, "check": 0 if as_it_is else CHECKING}, progress)
    with building_beside(target, LEFTOVERS) as building:
        # In one read transaction: what others do meanwhile would begin the copy anew each time.
        with reading(source):
            told = None if as_it_is else _told(source)
            copy(source, building, parts.part("copy"))
        made = connect(building)
        with contextlib.closing(made), errors_as_sentences(target):
            # One file without companions: it can be checked on a disk that cannot be written to.
            made.execute("PRAGMA journal_mode = DELETE")
            if told and (problems_in_pages(made, parts.part("check")) or _told(made) != told):
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


def copy(source: Connection, building: Path, progress: Progress) -> None:
    """Copy a store page by page into a file of its own."""
    with errors_as_sentences(building):
        target = connect(building, new=True)
        with contextlib.closing(target):
            source.backup(target, pages=_PAGES, progress=lambda _, left, of: progress(of - left, of))
