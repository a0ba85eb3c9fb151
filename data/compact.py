"""Making shorter what an older version wrote in the log: once, after a checked copy, while nobody else has it open."""

import contextlib
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from data import openers, rewritten
from data.backup import back_up
from data.engine import stored_result
from data.engine.connection import Connection, clean_file, connect
from data.engine.parts import Progress, quietly
from data.engine.row_changes import Row, to_json
from data.engine.transaction import Transaction, write
from data.opening import open_store
from data.proof.chain import broken_link
from data.proof.heads import head, written
from data.stamp import stamp
from data.upgrade import take_alone
from frontdesk.domain.journal.events import JournalEvent
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.journal.result import Result, new_operation
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.clock import Clock, Millis
from frontdesk.domain.values.errors import Refused, StoreError
from frontdesk.process.stopping import held_back

_AT_ONCE = 1000
"""How many events are changed, and vouched for by one hash, at a time."""
_TIMES = 4
"""How many times its size the work takes at most: the copy, the journal, and the file written anew."""
_MEGABYTE = 1024 * 1024
_OLD = "substr(changes, 1, 2) = '[{' or substr(answer, 1, 7) = '{\"kind\"'"

_Columns = dict[str, dict[str, bool]]


class Compacted(NamedTuple):
    """What was done: how many events are shorter, the copy from before, and the size of the file before and now."""

    events: int
    copy: Path
    before: int
    after: int


def compact(
    path: Path,
    actor: Actor,
    clock: Clock,
    *,
    operation: str | None = None,
    allow: Callable[[Transaction, Result], None],
    progress: Progress = quietly,
    done: Callable[[], object] = lambda: None,
) -> Compacted | None:  # fmt: skip
    """Make the log shorter and the file smaller; return None if there is nothing to shorten.

    `done` is called once the log is shorter; a request to stop after that takes effect when the file is smaller too.
    Raises `StoreError`: COMPACT_IN_USE, COMPACT_NO_ROOM, COMPACT_BROKEN, and what `open_store` raises, and
    `Refused(OPERATION_USED)`; then nothing was changed.
    """
    open_store(path, create_missing=False).close()
    before = path.stat().st_size
    with contextlib.closing(connect(path)) as connection, held_back() as asked:
        go_on = _until_asked_to_stop(progress, asked)
        if not _has_old(connection):
            return None
        copy = _copied(connection, path, clock, go_on)
        result = _recorded(
            copy,
            lambda: write(
                connection,
                operation=operation or new_operation(),
                actor=actor,
                clock=clock,
                body=lambda transaction: _shorten(transaction, path, go_on),
                allow=allow,
            ),
        )
        if result is None:
            return None
        done()
        progress(0, 0)
        with contextlib.suppress(StoreError):
            clean_file(connection)
    return Compacted(int(result.facts["events"]), copy, before, path.stat().st_size)


def _until_asked_to_stop(progress: Progress, asked: list[int]) -> Progress:
    def go_on(now: int, of: int) -> None:
        progress(now, of)
        if asked:
            asked.clear()
            raise KeyboardInterrupt

    return go_on


def _copied(connection: Connection, path: Path, clock: Clock, go_on: Progress) -> Path:
    """Let nobody else have the store, and return a checked copy of it."""
    if not take_alone(connection, path):
        raise StoreError(StoreReason.COMPACT_IN_USE, path=path, who=openers.of(path, clock.now()))
    _check_room(path, _TIMES * path.stat().st_size)
    copy = path.with_name(f"{path.stem}-before-compact-{stamp(connection, clock.now())}{path.suffix}")
    back_up(connection, copy, go_on)
    return copy


def _recorded(copy: Path, record: Callable[[], Result | None]) -> Result | None:
    """Do the work on record; where nothing is done, the copy of the store would only take room."""
    result = None
    try:
        result = record()
        if result is not None and result.kind is not JournalEvent.COMPACT:
            used, result = result, None
            raise Refused(JournalReason.OPERATION_USED, kind=used.kind.value, plate=used.plate)
    finally:
        if result is None:
            copy.unlink(missing_ok=True)
    return result


def _check_room(path: Path, needed: int) -> None:
    free = shutil.disk_usage(path.absolute().parent).free
    if free < needed:
        megabytes = {"needed": -(-needed // _MEGABYTE), "free": free // _MEGABYTE}
        raise StoreError(StoreReason.COMPACT_NO_ROOM, path=path, **megabytes)


def _has_old(connection: Connection) -> bool:
    return connection.execute(f"select 1 from events where {_OLD} limit 1").fetchone() is not None


def _shorten(transaction: Transaction, path: Path, progress: Progress) -> Result | None:
    connection, end = transaction.connection, head(transaction.connection)
    broken = broken_link(connection, progress)
    if broken is not None or end is None:
        raise StoreError(StoreReason.COMPACT_BROKEN, path=path, number=broken.seq if broken else 0)
    columns, shorter, last = _columns(connection), 0, 0
    with rewritten.unguarded(connection):
        for first in range(1, end.seq + 1, _AT_ONCE):
            for seq, answer, changes in _shortened(connection, columns, first):
                connection.execute("update events set answer = ?, changes = ? where seq = ?", (answer, changes, seq))
                shorter, last = shorter + 1, seq
            progress(first, end.seq)
    if not shorter:
        return None
    for first in range(1, last + 1, _AT_ONCE):
        rewritten.record_block(transaction, first, min(first + _AT_ONCE - 1, last))
        progress(first, last)
    return Result(JournalEvent.COMPACT, facts={"events": shorter, "end": written(end)})


def _shortened(connection: Connection, columns: _Columns, first: int) -> Iterator[tuple[int, str, str]]:
    """Return the events from a number on that can be told shorter, each with its new answer and changes."""
    rows = connection.execute(
        f"select changes, {stored_result.COLUMNS} from events where seq between ? and ? order by seq",
        (first, first + _AT_ONCE - 1),
    ).fetchall()
    for changes, *row in rows:
        at, answer = row[4], row[-1]
        found = row[0], _shorter_answer(row), _shorter_changes(changes, at, columns)
        if found[1:] != (answer, changes):
            yield found


def _shorter_answer(row: list[Any]) -> str:
    answer: str = row[-1]
    if not stored_result.is_old(json.loads(answer)):
        return answer
    result = stored_result.from_row(tuple(row))
    shorter = stored_result.to_json(result)
    # Where the columns say something else, the answer goes on saying it itself.
    return shorter if stored_result.from_row((*row[:-1], shorter)) == result else answer


def _shorter_changes(text: str, at: Millis, columns: _Columns) -> str:
    changes = json.loads(text)
    is_old = bool(changes) and all(isinstance(change, dict) for change in changes)
    return to_json(changes, at) if is_old and all(_is_told(change, columns) for change in changes) else text


def _is_told(change: Row, columns: _Columns) -> bool:
    """Whether all is told that a row holds; what an update added, and filled, the events before it do not tell."""
    known = columns.get(change["table"])
    if known is None:
        return False
    images = [image for image in (change["before"], change["after"]) if image is not None]
    return all(
        image.keys() <= known.keys() and not any(known[name] for name in known.keys() - image.keys())
        for image in images
    )


def _columns(connection: Connection) -> _Columns:
    """Return the columns of each table, each with whether an update that added it filled it."""
    rows = connection.execute(
        'select t.name, c.name, c."notnull" or c.dflt_value is not null from sqlite_schema t'
        " join pragma_table_info(t.name) c where t.type = 'table'"
    )
    found: _Columns = {"events": {"says": False}}
    for table, name, is_filled in rows.fetchall():
        if table != "events":
            found.setdefault(table, {})[name] = bool(is_filled)
    return found
