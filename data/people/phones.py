"""The one table that holds whole phone numbers (C10)."""

from data.engine.connection import Connection
from frontdesk.domain.values.phones import mask_phone


def keep(connection: Connection, number: str) -> int | None:
    """Keep a number in a transaction under way; return its id, or None if there is no number."""
    if not number:
        return None
    cursor = connection.execute("insert into phones (number, masked) values (?, ?)", (number, mask_phone(number)))
    return int(cursor.lastrowid or 0)


def whole(connection: Connection, complaint: int) -> str:
    """Return a complaint's phone number in full. The caller puts the request on record."""
    row = connection.execute(
        "select number from phones where id = (select phone_id from complaints where id = ?)", (complaint,)
    ).fetchone()
    return "" if row is None else str(row[0])
