"""The rows of a store, folded from what its events tell of them: one rule for every table that they name."""

import json
from collections.abc import Iterable, Mapping
from math import isfinite
from typing import Any, NamedTuple

from psycopg import Connection, Cursor

from data.engine.row_changes import Change
from frontdesk.group.batch import NotTaken, is_sound
from frontdesk.group.tables import Table, tables

Row = dict[str, Any]

_KINDS: dict[str, tuple[type, ...]] = {"INTEGER": (int,), "REAL": (int, float), "TEXT": (str,)}
_LARGEST = 2**63


class Of(NamedTuple):
    """Whose rows are meant: a store in one of its epochs."""

    store: int
    epoch: int


def fold(connection: Connection[Any], of: Of, told: Iterable[tuple[int, Iterable[Change]]]) -> None:
    """Take in what events tell, each with its number, in their order: the rows are looked up, changed, and kept.

    All tables are asked at once, and all are written at once: the way to PostgreSQL and back is what takes longest.
    Raises `NotTaken` at the event that tells what no row can hold.
    """
    by_table: dict[str, list[Change]] = {}
    for seq, changes in told:
        for change in changes:
            table = tables().get(change.table)
            if table is not None:
                _check(change, table, seq)
                by_table.setdefault(change.table, []).append(change)
    asked = {name: _looked_up(connection, tables()[name], of, changes) for name, changes in by_table.items()}
    for name, changes in by_table.items():
        table, there = tables()[name], asked[name]
        rows = {} if there is None else _rows(table, there.fetchall())
        for change in changes:
            _take(rows, change, table)
        _keep(connection, table, of, {change.id for change in changes}, rows)


def clear(connection: Connection[Any], of: Of, rows: Mapping[str, set[int]]) -> None:
    """Take rows out, to be folded again from all that tells of them."""
    for name, numbers in rows.items():
        connection.execute(tables()[name].take_out, (*of, list(numbers)))


def _check(change: Change, table: Table, seq: int) -> None:
    for name, value in (change.after or {}).items():
        column = table.columns.get(name)
        if column is None or value is None:
            # A column that was done away with since.
            continue
        is_right = isinstance(value, _KINDS[column.type]) and not isinstance(value, bool)
        is_right = is_right and (column.type != "INTEGER" or -_LARGEST <= value < _LARGEST)
        if not is_right or (isinstance(value, float) and not isfinite(value)):
            raise NotTaken(422, "body", seq=seq)
    if type(change.id) is not int or not -_LARGEST <= change.id < _LARGEST:
        raise NotTaken(422, "body", seq=seq)


def _looked_up(connection: Connection[Any], table: Table, of: Of, changes: Iterable[Change]) -> Cursor[Any] | None:
    """Ask for the rows of which a part is told; None where each row is told as a whole."""
    whole, in_part = set[int](), set[int]()
    for change in changes:
        if change.id not in whole:
            (whole if _is_told_whole(change) else in_part).add(change.id)
    return connection.execute(table.look_up, (*of, list(in_part))) if in_part else None


def _rows(table: Table, found: Iterable[tuple[Any, ...]]) -> dict[int, Row]:
    return {number: dict(zip(table.columns, values, strict=True)) for number, *values in found}


def _is_told_whole(change: Change) -> bool:
    return change.after is None or change.before is None or change.is_whole


def _take(rows: dict[int, Row], change: Change, table: Table) -> None:
    if change.after is None:
        rows.pop(change.id, None)
        return
    now = {name: value for name, value in change.after.items() if name in table.columns}
    if _is_told_whole(change):
        # What an event does not say of a new row is as the table has it for nothing said.
        rows[change.id] = {column.name: column.default for column in table.columns.values()} | now
    else:
        rows.setdefault(change.id, {}).update(now)


def _keep(connection: Connection[Any], table: Table, of: Of, told: Iterable[int], rows: Mapping[int, Row]) -> None:
    """Keep the rows as they are now; what was told of and is none of them is gone."""
    if gone := [number for number in told if number not in rows]:
        connection.execute(table.take_out, (*of, gone))
    if rows:
        connection.execute(
            table.keep, (as_json([{**row, **of._asdict(), "id": number} for number, row in sorted(rows.items())]),)
        )


def as_json(rows: list[Row]) -> str:
    """Return rows as one text, of which PostgreSQL makes them again. Raises `NotTaken` where one cannot be written."""
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    if not is_sound(text):
        raise NotTaken(422, "body")
    if _NOUGHT not in text:
        return text
    shown = [{name: _shown(value) for name, value in row.items()} for row in rows]
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))


_NOUGHT = r"\u0000"


def _shown(value: Any) -> Any:
    """PostgreSQL's texts cannot hold the sign of number nought."""
    return value.replace("\x00", "\N{SYMBOL FOR NULL}") if isinstance(value, str) else value
