"""What was filled in of a form that is not saved yet, one draft for each person at a station (C1, C10).

A draft is no record: it is not in the event log, and it is removed when the case is registered. Its phone number is
kept in the table of full numbers.
"""

import json

from data.engine.connection import Connection
from data.people import phones
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import Millis


def keep(connection: Connection, actor: Actor, fields: dict[str, str], phone: str, at: Millis) -> None:
    """Keep a draft in the place of the one before, in a transaction that is under way."""
    drop(connection, actor)
    row = (_owner(actor), at, json.dumps(fields, ensure_ascii=False), phones.keep(connection, phone))
    connection.execute("insert into drafts (owner, at, fields, phone_id) values (?, ?, ?, ?)", row)


def drop(connection: Connection, actor: Actor) -> None:
    """Forget a draft and its phone number, in a transaction that is under way."""
    drop_of(connection, _owner(actor))


def drop_of(connection: Connection, owner: str) -> None:
    """Forget the draft of whoever it belongs to, and its phone number."""
    row = connection.execute("select phone_id from drafts where owner = ?", (owner,)).fetchone()
    connection.execute("delete from drafts where owner = ?", (owner,))
    if row is not None and row[0] is not None:
        phones.delete(connection, row[0])


def find(connection: Connection, actor: Actor) -> tuple[object, str] | None:
    """Return a draft, even if incomplete, and its phone number, or None if there is none."""
    row = connection.execute(
        "select fields, coalesce(number, '') from drafts d left join phones p on p.id = phone_id where owner = ?",
        (_owner(actor),),
    ).fetchone()
    return None if row is None else (json.loads(row[0]), str(row[1]))


def _owner(actor: Actor) -> str:
    return f"{actor.station}:{actor.who}"
