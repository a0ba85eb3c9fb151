"""The rows as the events left them, which are too many for memory: kept in a temporary database of their own."""

import marshal
from collections.abc import Iterator

from data.engine.connection import scratch
from data.proof.left_rows import Left, Told

_AT_ONCE = 20_000
"""So many rows are held in memory, because most of what changes a row comes soon after it."""
_ENTRY = "select seq, row, digest, told from last where list = ? and id = ?"
_ALL = "select id, seq, row, digest, told from last where list = ? order by id"

_TOLD = {each.value: each for each in Told}

_Key = tuple[int, int]


class LeftRows:
    """What is left of each row of some lists, by the list's number and the row's."""

    def __init__(self) -> None:
        self._database = scratch()
        self._database.execute(
            "create table last (list integer, id integer, seq integer, row blob, digest text, told text,"
            " primary key (list, id)) without rowid"
        )
        self._database.execute("begin")
        self._pending: dict[_Key, Left] = {}
        self._highest: dict[int, int] = {}

    def of(self, number: int, row: int) -> Left | None:
        """Return what is left of a row so far, or None if nothing was told of it."""
        if row > self._highest.get(number, row - 1):
            return None
        if (left := self._pending.get((number, row))) is not None:
            return left
        stored = self._database.execute(_ENTRY, (number, row)).fetchone()
        return None if stored is None else _read(*stored)

    def put(self, number: int, row: int, left: Left) -> None:
        """Put down what is left of a row now."""
        if len(self._pending) >= _AT_ONCE:
            self._write()
        self._pending[number, row] = left
        if row > self._highest.get(number, row - 1):
            self._highest[number] = row

    def every(self, number: int) -> Iterator[tuple[int, Left]]:
        """Return the rows of a list in their order, each with what is left of it."""
        self._write()
        return ((row, _read(*stored)) for row, *stored in self._database.execute(_ALL, (number,)))

    def close(self) -> None:
        """Do away with them."""
        self._database.close()

    def _write(self) -> None:
        lines = (
            (*key, left.seq, marshal.dumps(left.row), left.digest, left.told)
            for key, left in sorted(self._pending.items())
        )
        self._database.executemany("insert or replace into last values (?, ?, ?, ?, ?, ?)", lines)
        self._pending.clear()


def _read(seq: int, row: bytes, digest: str, told: str) -> Left:
    return Left(seq, marshal.loads(row), digest, _TOLD[told])
