"""Every row of a store beside the one that head office folded from its events."""

from contextlib import closing
from pathlib import Path
from typing import Any

from psycopg import Connection

from data.engine.connection import Connection as Store
from data.engine.connection import connect
from data.proof.tables import LOGGED

Rows = dict[int, dict[str, Any]]

BEGUN_WITH = {"templates", "policies"}
"""Their first rows came with the store and are in no event."""


def differences(path: Path, connection: Connection[Any], store: int, epoch: int = 1) -> dict[str, list[Any]]:
    """By table, what is at one place alone."""
    found: dict[str, list[Any]] = {}
    kept = every_row(path)
    for table in LOGGED:
        own, folded = kept[table], of_office(connection, table, store, epoch)
        if table in BEGUN_WITH:
            own = {number: row for number, row in own.items() if number in folded}
        if own != folded:
            numbers = sorted(own.keys() | folded.keys())
            found[table] = [(own.get(n), folded.get(n)) for n in numbers if own.get(n) != folded.get(n)]
    return found


def every_row(path: Path) -> dict[str, Rows]:
    """The store's own rows by their tables."""
    with closing(connect(path, untouched=True)) as connection:
        return {table: _rows(connection, table) for table in LOGGED}


def _rows(connection: Store, table: str) -> Rows:
    cursor = connection.execute(f"select * from {table}")
    names = [column[0] for column in cursor.description]
    return {row["id"]: row for row in (dict(zip(names, values, strict=True)) for values in cursor)}


def of_office(connection: Connection[Any], table: str, store: int, epoch: int) -> Rows:
    cursor = connection.execute(f'select * from folded."{table}" where store = %s and epoch = %s', (store, epoch))
    names = [column.name for column in cursor.description or ()]
    rows = (dict(zip(names, values, strict=True)) for values in cursor.fetchall())
    return {row["id"]: {name: row[name] for name in names if name not in {"store", "epoch"}} for row in rows}
