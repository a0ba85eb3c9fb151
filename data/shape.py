"""What the tables of a store look like, for whoever keeps the same rows somewhere else: head office."""

import contextlib
from typing import Any, NamedTuple

from data.engine.connection import still
from data.proof.tables import LOGGED
from data.schema.migrations import migrate


class Column(NamedTuple):
    """A column beside the row's number: what it can hold, and what it holds where an event does not say it."""

    name: str
    type: str
    default: Any


def shape() -> dict[str, tuple[Column, ...]]:
    """Return the columns of each table whose every change stands in the events."""
    with contextlib.closing(still(None)) as connection:
        migrate(connection)
        found = {}
        for table in LOGGED:
            rows = connection.execute("select name, type, dflt_value from pragma_table_info(?)", (table,)).fetchall()
            found[table] = tuple(
                Column(name, kind, None if said is None else connection.execute(f"select {said}").fetchone()[0])
                for name, kind, said in rows
                if name != "id"
            )
        return found
