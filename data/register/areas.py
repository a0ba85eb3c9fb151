"""The areas of the store: a row for each that the store added, or said otherwise of."""

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from frontdesk.domain.register.areas import AreaOnRecord, with_shipped
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.values.errors import Refused


def every(connection: Connection) -> tuple[AreaOnRecord, ...]:
    """Return every area, in order, also those that are not in use any more."""
    rows = connection.execute("select key, name, position, in_use from areas")
    return with_shipped(AreaOnRecord(key, name, position, bool(in_use)) for key, name, position, in_use in rows)


def in_use(connection: Connection) -> tuple[AreaOnRecord, ...]:
    """Return the areas that are in use, in order."""
    return tuple(area for area in every(connection) if area.in_use)


def get(connection: Connection, key: str) -> AreaOnRecord:
    """Return an area by its key. Raises `Refused(NO_AREA)`."""
    found = next((area for area in every(connection) if area.key == key), None)
    if found is None:
        raise Refused(RegisterReason.NO_AREA, text=key)
    return found


def add(transaction: Transaction, name: str) -> AreaOnRecord:
    """Add an area of the store's own, after the others."""
    last = max(area.position for area in every(transaction.connection))
    (number,) = transaction.connection.execute("select coalesce(max(id), 0) + 1 from areas").fetchone()
    area = AreaOnRecord(f"area_{number}", name, last + 1)
    save(transaction, area)
    return area


def save(transaction: Transaction, area: AreaOnRecord) -> None:
    """Keep what the store says of an area."""
    row: Row = {"name": area.name, "position": area.position, "in_use": int(area.in_use)}
    known = transaction.connection.execute("select id from areas where key = ?", (area.key,)).fetchone()
    if known is None:
        transaction.insert("areas", {"key": area.key, **row})
    else:
        transaction.update("areas", known[0], row)
