"""Rows that no command would write and that the schema takes all the same: every table, whatever its checks allow."""

import contextlib
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from data.engine.connection import Connection, DatabaseError

Value = int | str | float | None

INSTANTS = (-(2**63), -62_135_596_800_001, -1, 0, 1, 1_772_416_800_000, 253_402_300_800_000, 2**63 - 1)
"""The ends of what can be kept, the first year, the last, and a day in 2026."""
SMALL = (0, 1, 2, 3, 5, 7, 13, 60, 2**31, 2**40, -5)
NOW = 1_780_020_000_000
"""When the tests' clock begins."""

TEXTS = (
    "", " ", "x", "王五", "张三", "zone", "visit:", "visit:x", "visit:1", "visit:99999999999999999999", "clock:1",
    "clock:-1", "clock:", "ticket:1", "ticket:0", "苏A12345", "苏A·1", "manager", "deputy", "director", "guard",
    "lounge", "watch",
    "[b]", "[/]", "[@click=app.quit]x[/]", "\x1b[31m", "\u202eevil", "\x00", "a\r\nb\tc", "\u2028", "字" * 400,
    "9" * 4400, "e" + "\u0301" * 300, "{plate}", "%s", "2026-05-29", "2026-13-45", "0000-00-00", "bay1", "temporary",
    "workshop_bay1", "register", "close", "judge", "quality", "zh", "-1", "1e999", "NaN", "🏳\ufe0f\u200d🌈",
)  # fmt: skip
"""Empty, endless and hostile texts, and words that mean something somewhere."""
WORDS = {
    "kind": ("arrive", "leave", "receive", "undo", "clock_set", "evaluate", "register", "policy", "restore", "x"),
    "step": ("register", "assign", "answer", "close", "judge", "amend", "visit", "promise", "pause", "x", ""),
    "station": ("guard", "reception", "manager", "lounge", "watch", "command", "x"),
    "role": ("manager", "deputy", "director", "guard", "advisor", "", "x"),
}
"""Where a column has no list of its own: the words that it usually has, and one that nobody knows."""
SHAPES = (
    "{}", "[]", "1", "-0.5", "null", "true", '""', '"x"', "[null]", "[[]]", '{"x": 1}', "1e400", "[1, 2, 3]",
    '{"stages": []}', '{"stages": [{"after": 1, "roles": ["x"]}]}', '{"kind": "arrive"}', '{"kind": "x", "facts": {}}',
    '{"kind": "act", "detail": "a b c"}', '{"number": "x", "kind": 7}', '{"number": 9e99}', '{"2026-02-30": true}',
    '[{"table": "visits", "id": 1, "before": null, "after": {}}]', '[{"table": "x", "id": "y"}]', "[" * 60 + "]" * 60,
    '{"over_count": "x"}', '{"over_count": -1, "over_stay_s": 1e99}', '{"time_zone": "Mars/Base"}', '{"language": 7}',
    '{"at": 1, "rate": "fast"}', '{"anchor": 0, "at": 0, "rate": 0}', '{"wall": "x"}', '{"words": [1], "plate": {}}',
)  # fmt: skip
"""JSON that is none of what a column means."""
META = ("pace", "machine", "store", "x")

_LISTED = re.compile(r"check\s*\(\s*(\w+)\s+in\s*\(((?:'[^']*'|\d|,|\s)*)\)")
_JSON = re.compile(r"json_valid\((\w+)\)")


@dataclass
class Table:
    """What the schema says of a table's columns."""

    name: str
    columns: list[tuple[str, str, bool]]
    """Name, type, and whether it has to be there."""
    listed: dict[str, list[Value]] = field(default_factory=dict)
    json: set[str] = field(default_factory=set)
    refers: dict[str, tuple[str, str]] = field(default_factory=dict)


class Poison:
    """Writes rows into every table of a store. `dangling`: also rows that refer to nothing, as many a tool does."""

    def __init__(self, connection: Connection, chance: random.Random, *, dangling: bool = False) -> None:
        self._connection = connection
        self._chance = chance
        self._dangling = dangling
        self._tables = list(_tables(connection))
        self._ids: dict[tuple[str, str], list[Value]] = {}

    def write(self, rows: int) -> int:
        """Write so many rows that the schema takes, in one transaction; return how many it took."""
        taken = tried = 0
        self._connection.execute(f"pragma foreign_keys = {'off' if self._dangling else 'on'}")
        self._connection.execute("begin immediate")
        try:
            while taken < rows and tried < 40 * rows:
                tried += 1
                taken += self._write_one(self._chance.choice(self._tables))
            self._connection.execute("commit")
        finally:
            self._connection.execute("pragma foreign_keys = on")
        return taken

    def _write_one(self, table: Table) -> bool:
        row = self._row(table)
        marks = ", ".join("?" * len(row))
        with contextlib.suppress(DatabaseError, OverflowError):
            found = self._connection.execute(
                f"insert into {table.name} ({', '.join(row)}) values ({marks})", tuple(row.values())
            )
            key = row.get("key", row.get("id", found.lastrowid))
            self._ids.setdefault((table.name, "key" if "key" in row else "id"), []).append(key)
            return True
        return False

    def _row(self, table: Table) -> dict[str, Value]:
        chance = self._chance
        # Mostly one instant for all of a row: what has to be in order is.
        instant, there = self._instant(), chance.random()
        row: dict[str, Value] = {}
        for name, kind, needed in table.columns:
            if not needed and chance.random() > there:
                continue
            row[name] = self._value(table, name, kind, instant)
        return row

    def _value(self, table: Table, name: str, kind: str, instant: int) -> Value:
        chance = self._chance
        if name in table.refers:
            return self._reference(*table.refers[name])
        if name in table.listed:
            return chance.choice(table.listed[name])
        if name in table.json:
            return self._json(table)
        if kind == "TEXT":
            if table.name == "meta" and name == "key":
                return chance.choice(META)
            if table.name == "meta":
                return chance.choice((*SHAPES, *TEXTS))
            return chance.choice(WORDS.get(name, TEXTS) if chance.random() < 0.7 else TEXTS)
        if name.endswith("_at") or name in {"at", "since", "until", "next_due"}:
            return instant if chance.random() < 0.7 else self._instant()
        return chance.choice(SMALL) if chance.random() < 0.8 else chance.choice(INSTANTS)

    def _json(self, table: Table) -> str:
        if table.name == "policies" and self._chance.random() < 0.7:
            return self._twisted("select policy from policies order by id limit 1")
        return self._chance.choice(SHAPES)

    def _twisted(self, query: str) -> str:
        """A JSON object on record, with one of its values exchanged."""
        row = self._connection.execute(query).fetchone()
        found = json.loads(row[0]) if row else {}
        if not isinstance(found, dict) or not found:
            return self._chance.choice(SHAPES)
        found[self._chance.choice(list(found))] = json.loads(
            self._chance.choice([shape for shape in SHAPES if "e400" not in shape])
        )
        return json.dumps(found)

    def _reference(self, table: str, column: str) -> Value:
        if self._dangling and self._chance.random() < 0.3:
            return "x" if column == "key" else self._chance.choice((0, -1, 2**62))
        known = self._ids.get((table, column))
        if known is None:
            found = [value for (value,) in self._connection.execute(f"select {column} from {table} limit 1000")]
            known = self._ids[(table, column)] = found
        return self._chance.choice(known) if known else None

    def _instant(self) -> int:
        chance = self._chance
        near = NOW + chance.randint(-10_000_000, 10_000_000)
        return chance.choice((near, near, chance.choice(INSTANTS), chance.randint(-(2**63), 2**63 - 1)))


def poison(connection: Connection, chance: random.Random, rows: int, *, dangling: bool = False) -> int:
    """Write so many rows with whatever comes, over all tables; return how many the schema took."""
    return Poison(connection, chance, dangling=dangling).write(rows)


def _tables(connection: Connection) -> Iterator[Table]:
    names = connection.execute(
        "select name, sql from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_%'"
        " escape '\\' order by name"
    ).fetchall()
    for name, text in names:
        columns = [
            (column, kind, bool(needed) or bool(key and kind == "TEXT"))
            for _, column, kind, needed, default, key in connection.execute(f"pragma table_info({name})")
            if not (key and kind == "INTEGER")
        ]
        yield Table(
            name,
            columns,
            {column: re.findall(r"'([^']*)'", found) or [int(n) for n in re.findall(r"\d", found)]
             for column, found in _LISTED.findall(text)},
            set(_JSON.findall(text)),
            {row[3]: (row[2], row[4] or "id") for row in connection.execute(f"pragma foreign_key_list({name})")},
        )  # fmt: skip
