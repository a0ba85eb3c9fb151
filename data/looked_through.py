"""Looking a copy of the store through: every page and index, the chain of events to its end, and what it holds."""

import contextlib
from pathlib import Path

from data.backup import copy
from data.engine.connection import (
    Connection,
    DatabaseError,
    connect,
    errors_as_sentences,
    is_foreign,
    is_stopped,
    reading,
    schema_version,
    still,
    stoppable,
)
from data.engine.full_check import count_pages, problems_in_full
from data.engine.parts import Parts, Progress, quietly
from data.engine.version import SCHEMA_VERSION
from data.journal import last_seq
from data.opening import APPLICATION_ID, open_store
from data.proof.chain import Chain
from data.proof.heads import head
from data.proof.tables import Rows
from data.proof.walk import walk
from frontdesk.domain.copies.copy import Held
from frontdesk.domain.copies.reasons import CopyDetail, CopyReason
from frontdesk.domain.picture.unreadable import SENSELESS
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import StoreError

_PAGE, _EVENT = 50, 100
"""How long one of each takes, in microseconds, beside the other."""


def copy_out(store: Path, building: Path, progress: Progress = quietly) -> None:
    """Copy a store that is in use into a file of its own, which has no companions."""
    # In one read transaction: what others do meanwhile would begin the copy anew each time.
    with contextlib.closing(open_store(store, create_missing=False, only_looks=True)) as source, reading(source):
        copy(source, building, progress)
    with contextlib.closing(connect(building)) as made, errors_as_sentences(building):
        made.execute("PRAGMA journal_mode = DELETE")


def look_through(path: Path, named: Path, progress: Progress = quietly, *, rows: bool = False) -> Held:
    """Return what a copy holds that is whole; `rows`: each row is compared with the events too.

    `named`: what it is called, if this is only its content. Raises `StoreError`: COPY_DAMAGED, COPY_BROKEN, NOT_OURS.
    """
    try:
        with contextlib.closing(still(path)) as connection:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise StoreError(StoreReason.NOT_OURS, path=named, is_copy=True)
            times = {"pages": _PAGE * count_pages(connection), "events": _EVENT * last_seq(connection)}
            parts = Parts(times, progress)
            if detail := problems_in_full(connection, parts.part("pages"), is_copy=True):
                raise StoreError(CopyReason.COPY_DAMAGED, path=named, detail=detail)
            with stoppable(connection):
                _check_events(connection, named, parts.part("events"), rows=rows)
                return _held(connection)
    except DatabaseError as error:
        if is_stopped(error):
            raise
        if is_foreign(error):
            raise StoreError(StoreReason.NOT_OURS, path=named, is_copy=True) from error
        raise StoreError(CopyReason.COPY_DAMAGED, path=named, detail=str(error)) from error
    except SENSELESS as error:
        raise StoreError(CopyReason.COPY_DAMAGED, path=named, detail=CopyDetail.SENSELESS) from error


def _check_events(connection: Connection, named: Path, progress: Progress, *, rows: bool) -> None:
    chain, folded = Chain(), Rows()
    # What an older version wrote is told by the tables of that version.
    compared = rows and schema_version(connection) == SCHEMA_VERSION
    with contextlib.closing(folded):
        walk(connection, [chain, folded] if compared else [chain], progress)
        broken = chain.broken_link()
        if broken is not None:
            raise StoreError(CopyReason.COPY_BROKEN, path=named, number=broken.seq)
        if compared and (wrong := folded.compared(quietly).found):
            detail = f"{wrong[0].table} {wrong[0].id}"
            raise StoreError(CopyReason.COPY_DAMAGED, path=named, detail=detail)


def _held(connection: Connection) -> Held:
    end = head(connection)
    tables = connection.execute("select name from sqlite_schema where type = 'table' and name not like 'sqlite%'")
    counts = {
        name: int(connection.execute(f'select count(*) from "{name}"').fetchone()[0]) for (name,) in tables.fetchall()
    }
    return Held(end.seq if end else 0, end.hash if end else "", counts)
