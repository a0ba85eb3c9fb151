"""What of the rows no event tells: those the store was made with, and what updates of the program filled in."""

from collections.abc import Iterator
from contextlib import closing

from data.engine.connection import Connection
from data.engine.parts import quietly
from data.engine.row_changes import Row
from data.proof.left_rows import Told
from data.proof.tables import BEGUN_WITH, LOGGED, Rows, rows_of
from data.proof.walk import walk


def untold(connection: Connection) -> Iterator[Row]:
    """Give each row that is not as the events tell it, where they tell only a part, as a change that tells the rest.

    One that they tell otherwise is left to `frontdesk doctor`: no event may make it right.
    """
    with closing(Rows()) as rows:
        walk(connection, [rows], quietly)
        rows.check()
        for table in LOGGED:
            for row in rows_of(connection, f"select * from {table} order by id"):
                how, told = rows.of(table, row["id"])
                is_part = table in BEGUN_WITH if how is None else how is not Told.ALL
                if is_part and not _is_as(row, told):
                    yield {"table": table, "id": row["id"], "before": told, "after": row}


def _is_as(row: Row, told: Row | None) -> bool:
    return told is not None and all(told.get(name) == value for name, value in row.items())
