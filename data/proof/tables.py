"""Comparing every row with the one the events left, by folding the rows from the events again."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from data.engine.connection import Connection, scratch
from data.proof.chain import Progress

LOGGED = (
    "visits", "stays", "vehicles", "tickets", "tasks", "escalations", "steps", "complaints", "clocks", "notes",
    "pauses", "quality", "closing_reports", "penalties", "ledger", "staff", "duties", "calendars", "templates",
)  # fmt: skip
"""The tables whose every change stands in the events."""

_BEGUN_WITH = frozenset({"templates"})
"""The tables whose first rows came with the store and are in no event; `data.proof.settings` checks those."""

_ENTRY = "select seq, digest from last where list = ? and id = ?"
_AT_ONCE = 20_000
_EVERY = 200
_TOLD = 20

Row = dict[str, Any]
Entry = tuple[int, int, bytes | None]


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
            "create table last (list integer, id integer, seq integer, digest blob, primary key (list, id))"
            " without rowid"
        )
        sums.execute("begin")
        _fold(connection, sums, found, after, progress)
        for number, table in enumerate(LOGGED):
            comparing = _compare_touched if after else _compare_table
            comparing(connection, sums, found, number, table)
            progress(0, 0)
    finally:
        sums.close()
    return found


def _fold(connection: Connection, sums: Connection, found: Folded, after: int, progress: Progress) -> None:
    last = int(connection.execute("select coalesce(max(seq), 0) from events").fetchone()[0])
    lists = {name: number for number, name in enumerate(LOGGED)}
    pending: dict[tuple[int, int], tuple[int, bytes | None]] = {}
    rows = connection.execute("select seq, changes from events where seq > ? order by seq", (after,))
    for seq, text in rows:
        for change in json.loads(text):
            if change["table"] not in lists:
                continue
            key = lists[change["table"]], change["id"]
            if change["before"] is not None:
                entry = pending.get(key) or sums.execute(_ENTRY, key).fetchone()
                if entry is not None:
                    _check_before(connection, found, entry, seq, change)
                elif not after and change["table"] not in _BEGUN_WITH:
                    found.add(Mismatch(change["table"], change["id"], seq, "contradicts"))
            pending[key] = seq, None if change["after"] is None else _digest(change["after"])
        if len(pending) >= _AT_ONCE:
            _put(sums, pending)
        if seq % _EVERY == 0:
            progress(seq, last)
    _put(sums, pending)


def _put(sums: Connection, pending: dict[tuple[int, int], tuple[int, bytes | None]]) -> None:
    sums.executemany("insert or replace into last values (?, ?, ?, ?)", [(*k, *v) for k, v in pending.items()])
    pending.clear()


def _check_before(
    connection: Connection, found: Folded, entry: tuple[int, bytes | None], seq: int, change: Row
) -> None:
    """Check that the row before an event is the one the previous event left; `entry` is that event and its digest."""
    if entry[1] == _digest(change["before"]):
        return
    then = image(connection, entry[0], change["table"], change["id"])
    wrong = _unlike(then, change["before"], change["table"])
    if then is None or wrong:
        found.add(Mismatch(change["table"], change["id"], seq, "contradicts", wrong))


def _compare_table(connection: Connection, sums: Connection, found: Folded, number: int, table: str) -> None:
    left = iter(sums.execute("select id, seq, digest from last where list = ? order by id", (number,)))
    entry = next(left, None)
    for row in _rows(connection, f"select * from {table} order by id"):
        while entry is not None and entry[0] < row["id"]:
            _judge(connection, found, table, entry, None)
            entry = next(left, None)
        if entry is not None and entry[0] == row["id"]:
            _judge(connection, found, table, entry, row)
            entry = next(left, None)
        elif table not in _BEGUN_WITH:
            _judge(connection, found, table, (row["id"], 0, None), row)
    while entry is not None:
        _judge(connection, found, table, entry, None)
        entry = next(left, None)


def _compare_touched(connection: Connection, sums: Connection, found: Folded, number: int, table: str) -> None:
    for entry in sums.execute("select id, seq, digest from last where list = ? order by id", (number,)):
        row = next(_rows(connection, f"select * from {table} where id = ?", entry[0]), None)
        _judge(connection, found, table, entry, row)


def _judge(connection: Connection, found: Folded, table: str, entry: Entry, row: Row | None) -> None:
    """Compare a row with what its last event left; `entry`: the row's number, that event, and the row's digest."""
    number, seq, digest = entry
    if row is None and digest is None:
        return
    found.rows += 1
    if row is None:
        found.add(Mismatch(table, number, seq, "missing"))
    elif digest is None:
        found.add(Mismatch(table, number, seq, "unexplained"))
    elif digest != _digest(row):
        _look_closer(connection, found, table, seq, row)


def _look_closer(connection: Connection, found: Folded, table: str, seq: int, row: Row) -> None:
    """Check a row whose last event is from before an update; it has fewer columns, and those must be right."""
    then = image(connection, seq, table, row["id"])
    wrong = _unlike(then, row, table)
    if then is None or wrong:
        found.add(Mismatch(table, row["id"], seq, "differs", wrong))
    else:
        found.older += 1


def _unlike(then: Row | None, now: Row, table: str) -> tuple[str, ...]:
    if then is None:
        return ()
    # The update to version 0.3 let closed cases owe nothing.
    passed = {"next_due"} if table == "complaints" and "nature" not in then else set()
    return tuple(name for name in then if name not in passed and (name not in now or then[name] != now[name]))


def image(connection: Connection, seq: int, table: str, number: int) -> Row | None:
    """Return a row as an event left it."""
    (text,) = connection.execute("select changes from events where seq = ?", (seq,)).fetchone()
    found = None
    for change in json.loads(text):
        if (change["table"], change["id"]) == (table, number):
            found = change["after"]
    return found


def _rows(connection: Connection, query: str, *values: int) -> Iterator[Row]:
    cursor = connection.execute(query, values)
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)


def _digest(row: Row) -> bytes:
    return hashlib.blake2b(repr(tuple(row.items())).encode("utf-8", "surrogatepass"), digest_size=16).digest()
