"""Comparing every row with the one the events left, by folding the rows from the events again."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from data.engine.connection import Connection, scratch
from data.engine.parts import Progress
from data.engine.row_changes import Row, from_json
from data.proof.left_rows import Columns, Left, Told, contradiction, difference, follow, is_older
from data.rewritten import redactions

LOGGED = (
    "visits", "stays", "vehicles", "tickets", "tasks", "escalations", "steps", "complaints", "clocks", "notes",
    "pauses", "quality", "closing_reports", "penalties", "ledger", "staff", "duties", "calendars", "templates",
    "gates",
)  # fmt: skip
"""The tables whose every change stands in the events."""

_BEGUN_WITH = frozenset({"templates"})
"""The tables whose first rows came with the store and are in no event; `data.proof.settings` checks those."""

_ENTRY = "select seq, row, digest, told from last where list = ? and id = ?"
_ALL = "select id, seq, row, digest, told from last where list = ? order by id"
_AT_ONCE = 20_000
_EVERY = 200
_TOLD = 20


_Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A row that differs from what the events left. `event`: the last one that touched it, 0 for none."""

    table: str
    id: int
    event: int
    kind: str
    """`differs`, `missing`, `unexplained`, or `contradicts`: two events disagree about it."""
    columns: tuple[str, ...] = ()


@dataclass(slots=True)
class Folded:
    """What the comparison found."""

    rows: int = 0
    older: int = 0
    """For how many rows the events hold only the columns from before an update."""
    found: list[Mismatch] = field(default_factory=list)
    """The first of the mismatches."""
    count: int = 0

    def add(self, mismatch: Mismatch) -> None:
        """Note a mismatch."""
        self.count += 1
        if len(self.found) < _TOLD:
            self.found.append(mismatch)


def compare(connection: Connection, progress: Progress, *, after: int = 0) -> Folded:
    """Compare the tables with the events; with `after` only the rows that events after that number touched."""
    found = Folded()
    sums = scratch()
    try:
        sums.execute(
            "create table last (list integer, id integer, seq integer, row text, digest text, told text,"
            " primary key (list, id)) without rowid"
        )
        sums.execute("begin")
        _fold(connection, sums, found, after, progress)
        for number, columns in enumerate(_columns(connection, table) for table in LOGGED):
            comparing = _compare_touched if after else _compare_table
            comparing(connection, sums, found, number, columns)
            progress(0, 0)
    finally:
        sums.close()
    return found


def _fold(connection: Connection, sums: Connection, found: Folded, after: int, progress: Progress) -> None:
    last = int(connection.execute("select coalesce(max(seq), 0) from events").fetchone()[0])
    lists = {name: (number, _columns(connection, name)) for number, name in enumerate(LOGGED)}
    redacted = redactions(connection)
    pending: dict[_Key, Left] = {}
    rows = connection.execute("select seq, changes, occurred_at from events where seq > ? order by seq", (after,))
    for seq, *told in rows:
        for change in from_json(*told):
            if change.table not in lists:
                continue
            number, columns = lists[change.table]
            key = number, change.id
            before = pending.get(key) or _left(sums.execute(_ENTRY, key).fetchone())
            pending[key] = now = follow(before, change, seq)
            if before is not None:
                wrong = contradiction(before, change, now, columns, is_redacted=seq in redacted)
            else:
                is_begun = change.before is None or after or change.table in _BEGUN_WITH
                wrong = None if is_begun else ()
            if wrong is not None:
                found.add(Mismatch(change.table, change.id, seq, "contradicts", wrong))
        if len(pending) >= _AT_ONCE:
            _put(sums, pending)
        if seq % _EVERY == 0:
            progress(seq, last)
    _put(sums, pending)


def _columns(connection: Connection, table: str) -> Columns:
    rows = connection.execute(
        "select name, dflt_value from pragma_table_info(?) where dflt_value is not null", (table,)
    )
    return Columns(table, {name: connection.execute(f"select {said}").fetchone()[0] for name, said in rows.fetchall()})


def _put(sums: Connection, pending: dict[_Key, Left]) -> None:
    lines = ((*key, left.seq, json.dumps(left.row), left.digest, left.told) for key, left in pending.items())
    sums.executemany("insert or replace into last values (?, ?, ?, ?, ?, ?)", lines)
    pending.clear()


def _left(stored: tuple[int, str, str, str] | None) -> Left | None:
    return None if stored is None else Left(stored[0], json.loads(stored[1]), stored[2], Told(stored[3]))


def _compare_table(connection: Connection, sums: Connection, found: Folded, number: int, columns: Columns) -> None:
    left = iter(sums.execute(_ALL, (number,)))
    entry = next(left, None)
    for row in _rows(connection, f"select * from {columns.table} order by id"):
        while entry is not None and entry[0] < row["id"]:
            _judge(found, columns, entry[0], _left(entry[1:]), None)
            entry = next(left, None)
        if entry is not None and entry[0] == row["id"]:
            _judge(found, columns, entry[0], _left(entry[1:]), row)
            entry = next(left, None)
        elif columns.table not in _BEGUN_WITH:
            _judge(found, columns, row["id"], None, row)
    while entry is not None:
        _judge(found, columns, entry[0], _left(entry[1:]), None)
        entry = next(left, None)


def _compare_touched(connection: Connection, sums: Connection, found: Folded, number: int, columns: Columns) -> None:
    for entry in sums.execute(_ALL, (number,)):
        row = next(_rows(connection, f"select * from {columns.table} where id = ?", entry[0]), None)
        _judge(found, columns, entry[0], _left(entry[1:]), row)


def _judge(found: Folded, columns: Columns, number: int, left: Left | None, row: Row | None) -> None:
    """Compare a row with what the events left of it."""
    is_told = left is not None and left.row is not None
    if row is None and not is_told:
        return
    found.rows += 1
    seq = 0 if left is None else left.seq
    if row is None:
        found.add(Mismatch(columns.table, number, seq, "missing"))
    elif left is None or not is_told:
        found.add(Mismatch(columns.table, number, seq, "unexplained"))
    elif (wrong := difference(left, row, columns)) is not None:
        found.add(Mismatch(columns.table, number, seq, "differs", wrong))
    else:
        found.older += is_older(left, row)


def _rows(connection: Connection, query: str, *values: int) -> Iterator[Row]:
    cursor = connection.execute(query, values)
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)
