"""Every text that head office keeps, in whichever table and column, so that what may not be there can be looked for."""

from collections.abc import Iterator
from typing import Any

from psycopg import Connection, sql

_COLUMNS = (
    "select table_schema, table_name, column_name from information_schema.columns join information_schema.tables"
    " using (table_schema, table_name) where table_schema in ('public', 'folded') and table_type = 'BASE TABLE'"
    " and data_type in ('text', 'character varying', 'jsonb', 'json') order by 1, 2, 3"
)


def every_text(connection: Connection[Any]) -> Iterator[tuple[str, str]]:
    """Give each text with the column that it stands in."""
    for schema, table, column in connection.execute(_COLUMNS).fetchall():
        query = sql.SQL("select {}::text from {} where {} is not null").format(
            sql.Identifier(column), sql.Identifier(schema, table), sql.Identifier(column)
        )
        for (text,) in connection.execute(query).fetchall():
            yield f"{schema}.{table}.{column}", text


def found(connection: Connection[Any], said: set[str]) -> dict[str, set[str]]:
    """Of some words, those that stand somewhere, with the columns."""
    where: dict[str, set[str]] = {}
    for column, text in every_text(connection):
        for words in said:
            if words in text:
                where.setdefault(words, set()).add(column)
    return where
