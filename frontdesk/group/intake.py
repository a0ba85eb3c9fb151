"""Taking in what a store sends: all of it, rows and position too, in one transaction, or nothing."""

from collections.abc import Sequence
from typing import Any

from psycopg import Connection

from data.engine.version import SCHEMA_VERSION
from frontdesk.domain.group.store import Store
from frontdesk.domain.journal.chain import BODY
from frontdesk.domain.values.clock import Millis
from frontdesk.group import links, rewriting, stores
from frontdesk.group.batch import Batch, Event, NotTaken
from frontdesk.group.database import in_one_go
from frontdesk.group.fold import Of, as_json, fold
from frontdesk.group.tables import tables

Position = tuple[int, str]
"""The last event that is known, and its hash."""
_HEADER = (
    "seq", "at", "occurred_at", "undoes", "rule", "station", "kind", "place", "proof", "hash",
)  # fmt: skip
_TAKE_IN = (
    "with headers as (insert into events select * from json_populate_recordset(null::events, %s)),"
    " bodies as (insert into event_bodies select * from json_populate_recordset(null::event_bodies, %s))"
    # What stood beside another epoch is not of this one.
    " update stores set beside = coalesce(%s, case when epoch = %s then beside end),"
    " epoch = %s, seq = %s, hash = %s, share = %s, program = %s, schema = %s, heard_at = %s,"
    " trouble = null, trouble_seq = null, trouble_at = null where id = %s"
)
"""Keeps events, and apart from them what they say, and notes how far the store is known."""


def take(connection: Connection[Any], number: int, batch: Batch, now: Millis) -> dict[str, Any]:
    """Take in what a store sends; return its position then. Raises `NotTaken`; that is noted of the store.

    What need not be waited for goes to PostgreSQL together: it is asked three times, however much comes.
    """
    try:
        with in_one_go(connection):
            store = stores.taken_in_turn(connection, number)
            _check_version(batch)
            before = _position(store, batch)
            of = Of(number, batch.epoch)
            if batch.replaces is not None and store.epoch < batch.epoch:
                _let_go(connection, number, batch.replaces, batch.epoch)
            _check_known(connection, of, before, batch)
            new = [event for event in batch.events if event.seq > before[0]]
            links.check(*before, new)
            fold(connection, of, ((event.seq, event.changes) for event in new))
            position = (new[-1].seq, new[-1].row["hash"]) if new else before
            _take_in(connection, of, batch, new, position=position, now=now)
            if batch.rewritten:
                rewriting.tell_otherwise(connection, of, position[0], batch.rewritten)
            rewriting.tell_older_otherwise(connection, of, new, batch.rewritten)
    except NotTaken as refusal:
        if refusal.answer["reason"] != "position":
            stores.note_trouble(connection, number, refusal.answer["reason"], refusal.answer.get("seq"), now)
        raise
    return {"epoch": batch.epoch, "seq": position[0], "hash": position[1]}


def _check_version(batch: Batch) -> None:
    """What a newer program keeps of a store is understood here once head office is brought up to date."""
    if batch.schema > SCHEMA_VERSION:
        raise NotTaken(409, "newer", schema=SCHEMA_VERSION)


def _position(store: Store, batch: Batch) -> Position:
    """Return the last event that is known of the epoch that is meant."""
    if batch.epoch < store.epoch:
        raise NotTaken(409, "position", **store.position)
    known = (store.seq, store.hash) if batch.epoch == store.epoch else (0, "")
    if batch.after > known[0]:
        raise NotTaken(409, "position", epoch=batch.epoch, seq=known[0], hash=known[1])
    return known


def _check_known(connection: Connection[Any], of: Of, before: Position, batch: Batch) -> None:
    """Raise `NotTaken` where the store says something else of an event than it said before."""
    said = {event.seq: event.row["hash"] for event in batch.events if event.seq <= before[0]}
    if batch.after:
        said[batch.after] = batch.hash
    told = {before[0]: before[1]} if said.keys() <= {before[0]} else _hashes(connection, of, sorted(said))
    for seq in sorted(said):
        if told.get(seq) != said[seq]:
            raise NotTaken(409, "fork", seq=seq)


def _let_go(connection: Connection[Any], number: int, first: int, epoch: int) -> None:
    """Take out what was sent in epochs that another one replaces: their events, and the rows that follow from them."""
    for table in ("event_bodies", "events", *(f'folded."{name}"' for name in tables())):
        connection.execute(
            f"delete from {table} where store = %s and epoch >= %s and epoch < %s", (number, first, epoch)
        )


def _hashes(connection: Connection[Any], of: Of, numbers: list[int]) -> dict[int, str]:
    query = "select seq, hash from events where store = %s and epoch = %s and seq = any(%s)"
    return dict(connection.execute(query, (*of, numbers)).fetchall())


def _take_in(
    connection: Connection[Any],
    of: Of,
    batch: Batch,
    events: Sequence[Event],
    *,
    position: Position,
    now: Millis,
) -> None:
    headers: list[dict[str, Any]] = []
    bodies: list[dict[str, Any]] = []
    for event in events:
        row, whose = event.row, {"store": of.store, "epoch": of.epoch}
        written = links.written_body_hash(event)
        headers.append({**whose, **{name: row[name] for name in _HEADER}, "body_hash": written})
        if "changes" in row:
            bodies.append({**whose, "seq": event.seq, **{name: row[name] for name in BODY}})
    said = (batch.share, batch.program, batch.schema, now, of.store)
    known = (batch.beside, of.epoch, of.epoch, *position)
    connection.execute(_TAKE_IN, (as_json(headers), as_json(bodies), *known, *said))
