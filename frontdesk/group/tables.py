"""Head office's tables: its own by numbered scripts, and by one rule one for each table of a store."""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from psycopg import Connection, sql

from data.shape import Column, shape
from frontdesk.group.version import SCRIPTS, refuse_newer, version_of

_TYPES = {"INTEGER": "bigint", "REAL": "double precision", "TEXT": "text"}
_PARTITIONS = 16
"""A store's events are in one of so many parts, each with an index of its own; enough for some thousand stores."""
_BY_TIME = {"visits": "arrived_at", "escalations": "crossed_at"}
"""What a month is looked for by, in the largest of the tables that are compared."""
_LOCK = 0x66726F6E74
"""Any number will do, as long as it is the same one for all who bring the tables up to date."""


class Table(NamedTuple):
    """A table of the stores, and the statements that rows of it are looked up, kept and taken out with."""

    name: str
    columns: Mapping[str, Column]
    look_up: str
    keep: str
    """Its rows come as one JSON text: a statement for each table, however many rows there are."""
    take_out: str


@cache
def tables() -> Mapping[str, Table]:
    """Return every table of a store that is folded here."""
    return {name: _table(name, columns) for name, columns in shape().items()}


def bring_up_to_date(connection: Connection[Any]) -> None:
    """Make the tables, or add what this program's stores have beside what those of an earlier one had."""
    with connection.transaction():
        connection.execute("select pg_advisory_xact_lock(%s)", (_LOCK,))
        version = version_of(connection)
        refuse_newer(version)
        for number, script in enumerate(SCRIPTS, 1):
            if number > version:
                connection.execute(script.read_text(encoding="utf-8"))
                _divide(connection, number)
        if version < len(SCRIPTS):
            connection.execute("drop table if exists head_office")
            connection.execute("create table head_office as select %s::integer as version", (len(SCRIPTS),))
        _follow_stores(connection)


def _divide(connection: Connection[Any], number: int) -> None:
    """Make the parts of the tables that are divided by store."""
    if number != 1:
        return
    for name in ("events", "event_bodies"):
        for part in range(_PARTITIONS):
            connection.execute(
                f"create table {name}_{part} partition of {name}"
                f" for values with (modulus {_PARTITIONS}, remainder {part})"
            )


def _follow_stores(connection: Connection[Any]) -> None:
    query = "select table_name, column_name from information_schema.columns where table_schema = 'folded'"
    there: dict[str, list[str]] = {}
    for table, column in connection.execute(f"{query} order by ordinal_position").fetchall():
        there.setdefault(table, []).append(column)
    for table in tables().values():
        known = there.get(table.name)
        if known is None:
            _create(connection, table)
            _index_by_time(connection, table.name)
            _create_view(connection, table.name, ["id", *table.columns])
        elif added := [column for column in table.columns.values() if column.name not in known]:
            for column in added:
                _add(connection, table.name, column)
            # A view that somebody has built on it stays: the new columns come last.
            _create_view(connection, table.name, [*known[2:], *(column.name for column in added)])


def _create(connection: Connection[Any], table: Table) -> None:
    told = sql.SQL("").join(
        sql.SQL(", {} ").format(sql.Identifier(column.name)) + sql.SQL(_TYPES[column.type])
        for column in table.columns.values()
    )
    connection.execute(
        sql.SQL(
            "create table {} (store integer not null, epoch integer not null, id bigint not null{},"
            " primary key (store, epoch, id))"
        ).format(sql.Identifier("folded", table.name), told)
    )


def _index_by_time(connection: Connection[Any], table: str) -> None:
    """Let a month be found: rows come in about the order of their time, so the smallest of indexes does."""
    if (column := _BY_TIME.get(table)) is not None:
        where, by = sql.Identifier("folded", table), sql.Identifier(column)
        connection.execute(sql.SQL("create index on {} using brin ({})").format(where, by))


def _add(connection: Connection[Any], table: str, column: Column) -> None:
    """Add a column; the rows that are there hold in it what they hold at a store that was brought up to date."""
    name, where = sql.Identifier(column.name), sql.Identifier("folded", table)
    told = sql.SQL("alter table {} add column {} ").format(where, name) + sql.SQL(_TYPES[column.type])
    connection.execute(told + sql.SQL(" default {}").format(sql.Literal(column.default)))
    connection.execute(sql.SQL("alter table {} alter column {} drop default").format(where, name))


def _create_view(connection: Connection[Any], table: str, names: list[str]) -> None:
    """Show each store's rows of the epoch that it is in now, with the store's code."""
    columns = sql.SQL(", ").join(sql.Identifier("rows", name) for name in names)
    connection.execute(
        sql.SQL(
            "create or replace view {} as select stores.code as store, {} from {} as rows"
            " join stores on stores.id = rows.store and stores.epoch = rows.epoch"
        ).format(sql.Identifier(table), columns, sql.Identifier("folded", table))
    )


def _table(name: str, columns: tuple[Column, ...]) -> Table:
    kept = {column.name: column for column in columns if column.type in _TYPES}
    where, told = sql.Identifier("folded", name), sql.SQL(", ").join(map(sql.Identifier, kept))
    new = sql.SQL(", ").join(sql.Identifier("excluded", column) for column in kept)
    look_up = "select id, {told} from {where} where store = %s and epoch = %s and id = any(%s)"
    keep = (
        "insert into {where} select * from json_populate_recordset(null::{where}, %s)"
        " on conflict (store, epoch, id) do update set ({told}) = row ({new})"
    )
    take_out = "delete from {where} where store = %s and epoch = %s and id = any(%s)"
    said = (sql.SQL(each).format(where=where, told=told, new=new) for each in (look_up, keep, take_out))
    return Table(name, kept, *(each.as_string(None) for each in said))
