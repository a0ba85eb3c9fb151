"""What was filled in of a form that is not saved yet, one draft for each person at a station (C1, C10).

A draft is no record: it is not in the event log, and it goes when the case is registered. Its phone number stands where
all whole numbers stand.
"""

import json

from data import phones
from data.connection import Connection, begin
from frontdesk.domain.clock import Millis


def keep(connection: Connection, owner: str, fields: dict[str, str], phone: str, at: Millis) -> None:
    """Keep a draft in the place of the one before."""
    begin(connection)
    _drop(connection, owner)
    number = phones.keep(connection, phone)
    kept = json.dumps(fields, ensure_ascii=False)
    connection.execute(
        "insert into drafts (owner, at, fields, phone_id) values (?, ?, ?, ?)", (owner, at, kept, number)
    )
    connection.execute("COMMIT")


def drop(connection: Connection, owner: str) -> None:
    """Forget a draft."""
    begin(connection)
    _drop(connection, owner)
    connection.execute("COMMIT")


def find(connection: Connection, owner: str) -> tuple[dict[str, str], str] | None:
    """Return a draft and its phone number; None where there is none."""
    row = connection.execute(
        "select fields, coalesce(number, '') from drafts d left join phones p on p.id = phone_id where owner = ?",
        (owner,),
    ).fetchone()
    return None if row is None else (json.loads(row[0]), str(row[1]))


def _drop(connection: Connection, owner: str) -> None:
    row = connection.execute("select phone_id from drafts where owner = ?", (owner,)).fetchone()
    connection.execute("delete from drafts where owner = ?", (owner,))
    if row is not None and row[0] is not None:
        connection.execute("delete from phones where id = ?", (row[0],))
