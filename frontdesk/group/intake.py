"""Taking in what a store sends: all of it, rows and position too, in one transaction, or nothing."""

from collections.abc import Sequence
from typing import Any

from psycopg import Connection, Cursor

from data.engine.version import SCHEMA_VERSION
from frontdesk.domain.group.store import Store
from frontdesk.domain.journal.chain import BODY
from frontdesk.domain.values.clock import Millis
from frontdesk.group import links, rewriting, stores
from frontdesk.group.batch import Batch, Event, NotTaken
from frontdesk.group.fold import Of, fold
from frontdesk.group.tables import tables

_HEADER = (
    "seq", "at", "occurred_at", "undoes", "rule", "station", "kind", "place", "proof", "hash",
)  # fmt: skip
_EVENTS = f"copy events (store, epoch, {', '.join(_HEADER)}, body_hash) from stdin"
_BODIES = f"copy event_bodies (store, epoch, seq, {', '.join(BODY)}) from stdin"


def take(connection: Connection[Any], number: int, batch: Batch, now: Millis) -> dict[str, Any]:
    """Take in what a store sends; return its position then. Raises `NotTaken`; that is noted of the store."""
    try:
        with connection.transaction(), connection.cursor() as cursor:
            store = stores.taken_in_turn(connection, number)
            _check_version(batch)
            before = _position(store, batch)
            of = Of(number, batch.epoch)
            if batch.replaces is not None and store.epoch < batch.epoch:
                _let_go(cursor, number, batch.replaces, batch.epoch)
            _check_known(cursor, of, before, batch)
            new = [event for event in batch.events if event.seq > before[0]]
            links.check(*before, new)
            _keep(cursor, of, new)
            fold(cursor, of, ((event.seq, event.changes) for event in new))
            position = (new[-1].seq, new[-1].row["hash"]) if new else before
            if batch.rewritten:
                rewriting.tell_otherwise(cursor, of, position[0], batch.rewritten)
            _move_on(cursor, number, batch, position, now)
    except NotTaken as refusal:
        if refusal.answer["reason"] != "position":
            stores.note_trouble(connection, number, refusal.answer["reason"], refusal.answer.get("seq"), now)
        raise
    return {"epoch": batch.epoch, "seq": position[0], "hash": position[1]}


def _check_version(batch: Batch) -> None:
    """What a newer program keeps of a store is understood here once head office is brought up to date."""
    if batch.schema > SCHEMA_VERSION:
        raise NotTaken(409, "newer", schema=SCHEMA_VERSION)


def _position(store: Store, batch: Batch) -> tuple[int, str]:
    """Return the last event that is known of the epoch that is meant."""
    if batch.epoch < store.epoch:
        raise NotTaken(409, "position", **store.position)
    known = (store.seq, store.hash) if batch.epoch == store.epoch else (0, "")
    if batch.after > known[0]:
        raise NotTaken(409, "position", epoch=batch.epoch, seq=known[0], hash=known[1])
    return known


def _check_known(cursor: Cursor[Any], of: Of, before: tuple[int, str], batch: Batch) -> None:
    """Raise `NotTaken` where the store says something else of an event than it said before."""
    said = {event.seq: event.row["hash"] for event in batch.events if event.seq <= before[0]}
    if batch.after:
        said[batch.after] = batch.hash
    told = {before[0]: before[1]} if said.keys() <= {before[0]} else _hashes(cursor, of, sorted(said))
    for seq in sorted(said):
        if told.get(seq) != said[seq]:
            raise NotTaken(409, "fork", seq=seq)


def _let_go(cursor: Cursor[Any], number: int, first: int, epoch: int) -> None:
    """Take out what was sent in epochs that another one replaces: their events, and the rows that follow from them."""
    for table in ("event_bodies", "events", *(f'folded."{name}"' for name in tables())):
        cursor.execute(f"delete from {table} where store = %s and epoch >= %s and epoch < %s", (number, first, epoch))


def _hashes(cursor: Cursor[Any], of: Of, numbers: list[int]) -> dict[int, str]:
    query = "select seq, hash from events where store = %s and epoch = %s and seq = any(%s)"
    return dict(cursor.execute(query, (*of, numbers)).fetchall())


def _keep(cursor: Cursor[Any], of: Of, events: Sequence[Event]) -> None:
    if not events:
        return
    with cursor.copy(_EVENTS) as copy:
        for event in events:
            written = links.written_body_hash(event)
            copy.write_row((*of, *(event.row[name] for name in _HEADER), written))
    with cursor.copy(_BODIES) as copy:
        for event in events:
            if "changes" in event.row:
                copy.write_row((*of, event.seq, *(event.row[name] for name in BODY)))


def _move_on(cursor: Cursor[Any], number: int, batch: Batch, position: tuple[int, str], now: Millis) -> None:
    cursor.execute(
        # What stood beside another epoch is not of this one.
        "update stores set beside = coalesce(%s, case when epoch = %s then beside end),"
        " epoch = %s, seq = %s, hash = %s, share = %s, program = %s, schema = %s, heard_at = %s,"
        " trouble = null, trouble_seq = null, trouble_at = null where id = %s",
        (batch.beside, batch.epoch, batch.epoch, *position, batch.share, batch.program, batch.schema, now, number),
    )
