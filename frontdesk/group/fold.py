"""The rows of a store, folded from what its events tell of them: one rule for every table that they name."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from psycopg import Cursor

from data.engine.row_changes import Change
from frontdesk.group.batch import NotTaken
from frontdesk.group.tables import Table, tables

Row = dict[str, Any]

_KINDS: dict[str, tuple[type, ...]] = {"INTEGER": (int,), "REAL": (int, float), "TEXT": (str,)}
_LARGEST = 2**63


class Of(NamedTuple):
    """Whose rows are meant: a store in one of its epochs."""

    store: int
    epoch: int


def fold(cursor: Cursor[Any], of: Of, told: Iterable[tuple[int, Iterable[Change]]]) -> None:
    """Take in what events tell, each with its number, in their order: the rows are taken out, changed, and put back.

    Raises `NotTaken` at the event that tells what no row can hold.
    """
    by_table: dict[str, list[Change]] = {}
    for seq, changes in told:
        for change in changes:
            table = tables().get(change.table)
            if table is not None:
                _check(change, table, seq)
                by_table.setdefault(change.table, []).append(change)
    for name, changes in by_table.items():
        table = tables()[name]
        rows = _taken_out(cursor, table, of, {change.id for change in changes})
        for change in changes:
            _take(rows, change, table)
        _put_back(cursor, table, of, rows)


def clear(cursor: Cursor[Any], of: Of, rows: Mapping[str, set[int]]) -> None:
    """Take rows out, to be folded again from all that tells of them."""
    for name, numbers in rows.items():
        _taken_out(cursor, tables()[name], of, numbers)


def _check(change: Change, table: Table, seq: int) -> None:
    for name, value in (change.after or {}).items():
        column = table.columns.get(name)
        if column is None or value is None:
            # A column that was done away with since.
            continue
        is_right = isinstance(value, _KINDS[column.type]) and not isinstance(value, bool)
        if not is_right or (column.type == "INTEGER" and not -_LARGEST <= value < _LARGEST):
            raise NotTaken(422, "body", seq=seq)
    if type(change.id) is not int or not -_LARGEST <= change.id < _LARGEST:
        raise NotTaken(422, "body", seq=seq)


def _taken_out(cursor: Cursor[Any], table: Table, of: Of, numbers: Iterable[int]) -> dict[int, Row]:
    cursor.execute(table.take_out, (*of, list(numbers)))
    return {number: dict(zip(table.columns, values, strict=True)) for number, *values in cursor.fetchall()}


def _take(rows: dict[int, Row], change: Change, table: Table) -> None:
    if change.after is None:
        rows.pop(change.id, None)
        return
    now = {name: value for name, value in change.after.items() if name in table.columns}
    if change.before is None or change.is_whole:
        # What an event does not say of a new row is as the table has it for nothing said.
        rows[change.id] = {column.name: column.default for column in table.columns.values()} | now
    else:
        rows.setdefault(change.id, {}).update(now)


def _put_back(cursor: Cursor[Any], table: Table, of: Of, rows: Mapping[int, Row]) -> None:
    if not rows:
        return
    with cursor.copy(table.put_back) as copy:
        for number, row in sorted(rows.items()):
            copy.write_row((*of, number, *(_shown(row.get(name)) for name in table.columns)))


def _shown(value: Any) -> Any:
    """PostgreSQL's texts cannot hold the sign of number nought."""
    return value.replace("\x00", "\N{SYMBOL FOR NULL}") if isinstance(value, str) else value
