"""A store made again from its log, in a file that nobody works on yet (G2).

What stands in no event is not there: phone numbers, half-filled forms, PINs, who is signed in, paired browsers.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from data import policy as policies
from data.cases import search_terms
from data.engine.connection import Connection, connect, errors_as_sentences
from data.engine.parts import Progress
from data.engine.row_changes import Row
from data.opening import lay_out
from data.proof.chain import Chain
from data.proof.tables import LOGGED, Rows
from data.proof.walk import walk
from frontdesk.domain.forgetting.customer import GONE
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.journal.chain import BODY, HEADER
from frontdesk.domain.values.errors import StoreError

_COLUMNS = (*HEADER, *BODY, "rule", "hash", "body_hash")
_INSERT = f"insert into events ({', '.join(_COLUMNS)}) values ({', '.join('?' * len(_COLUMNS))})"


def begin(path: Path) -> Connection:
    """Make an empty store to put a log into, and return a connection to it."""
    connection = connect(path, new=True)
    lay_out(connection)
    # Rows come in the order of their tables, not in that in which they refer to each other.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    return connection


def take(connection: Connection, events: Iterable[Row]) -> None:
    """Put events at the end of the log."""
    connection.executemany(_INSERT, ([event.get(name) for name in _COLUMNS] for event in events))


def finish(connection: Connection, path: Path, progress: Progress) -> None:
    """Make every row that the log tells of. Raises `StoreError(NOT_WHOLE)`: the log is none from its beginning."""
    chain = Chain()
    with closing(Rows()) as rows, errors_as_sentences(path):
        walk(connection, [chain, rows], progress)
        broken = chain.broken_link()
        if broken is not None:
            raise StoreError(GroupReason.NOT_WHOLE, number=broken.seq)
        rows.check()
        with _unguarded(connection):
            _empty(connection)
            for table in LOGGED:
                _fill(connection, table, rows.every(table))
        _places(connection)
        _phones(connection)
        _index(connection)
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise StoreError(GroupReason.NOT_WHOLE, number=0)
        connection.execute("COMMIT")


@contextmanager
def _unguarded(connection: Connection) -> Iterator[None]:
    """Let rows come in any order, and what a store begins with go: the log tells that they were right."""
    guards = connection.execute(
        "select name, sql from sqlite_schema where type = 'trigger' and instr(sql, 'raise(abort')"
    ).fetchall()
    for name, _ in guards:
        connection.execute(f"drop trigger {name}")
    yield
    for _, sql in guards:
        connection.execute(sql)


def _empty(connection: Connection) -> None:
    """Take out what every store begins with: it is told, too."""
    for table in ("policies", "places", "templates"):
        connection.execute(f"delete from {table}")


def _fill(connection: Connection, table: str, rows: Iterable[tuple[int, Row | None]]) -> None:
    highest = 0
    for number, row in rows:
        highest = number
        if row is not None:
            marks = ", ".join("?" * len(row))
            connection.execute(f"insert into {table} ({', '.join(row)}) values ({marks})", tuple(row.values()))
    _count_on(connection, table, highest)


def _count_on(connection: Connection, table: str, highest: int) -> None:
    """Numbers that were given are not given again, also where their rows are gone."""
    kept = connection.execute("select 1 from sqlite_schema where name = ? and sql like '%autoincrement%'", (table,))
    if highest and kept.fetchone() is not None:
        connection.execute("delete from sqlite_sequence where name = ?", (table,))
        connection.execute("insert into sqlite_sequence (name, seq) values (?, ?)", (table, highest))


def _places(connection: Connection) -> None:
    for _, policy in policies.in_turn(connection):
        policies.lay_out(connection, policy)


def _phones(connection: Connection) -> None:
    """Let each number that is referred to be there, without its digits: those are in no event."""
    referring = connection.execute(
        'select t.name, f."from" from sqlite_schema t join pragma_foreign_key_list(t.name) f'
        " where t.type = 'table' and f.\"table\" = 'phones'"
    ).fetchall()
    for table, column in referring:
        connection.execute(
            "insert or ignore into phones (id, number, masked)"
            f" select distinct {column}, '', '' from {table} where {column} is not null"
        )


def _index(connection: Connection) -> None:
    for number, words in connection.execute("select id, words from complaints order by id").fetchall():
        if words != GONE:
            search_terms.index_words(connection, number, words)
    search_terms.index_all(connection)
