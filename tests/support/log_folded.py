"""The rows as the event log tells them: plain dictionaries, and no code of the program's own."""

import base64
import hashlib
import json
from collections.abc import Iterable
from typing import Any

from data.engine.connection import Connection

Row = dict[str, Any]
Table = dict[int, Row]


class Folding:
    """Rows built from the events, in this version's form or an older one, and nothing else."""

    def __init__(self) -> None:
        self._built: dict[str, Table] = {}
        self._columns: dict[str, list[str]] = {}
        self._seq = 0

    def tables(self, names: Iterable[str]) -> dict[str, Table]:
        """The rows so far, by number."""
        return {name: self._built.get(name, {}) for name in names}

    def follow(self, connection: Connection) -> dict[int, list[Row]]:
        """Fold the events that came since; what each says of rows, with the whole row before and after."""
        told: dict[int, list[Row]] = {}
        rows = connection.execute(
            "select seq, changes, occurred_at from events where seq > ? order by seq", (self._seq,)
        ).fetchall()
        for self._seq, changes, at in rows:
            told[self._seq] = [self._fold(connection, change, at) for change in json.loads(changes)]
        return told

    def _fold(self, connection: Connection, change: Any, at: int) -> Row:
        name, number = (change["table"], change["id"]) if isinstance(change, dict) else change[:2]
        if name == "events":
            # What an older event says since; no row is in it.
            return (
                change
                if isinstance(change, dict)
                else {"table": name, "id": number, "before": None, "after": change[2]}
            )
        if name not in self._columns:
            self._columns[name] = [row[1] for row in connection.execute(f"pragma table_info({name})")]
        table = self._built.setdefault(name, {})
        before = table.pop(number, None)
        if isinstance(change, dict):
            assert before == change["before"], change
            after = change["after"]
        else:
            after = _after(before, dict.fromkeys(self._columns[name]), at, change)
        if after is not None:
            table[number] = after
        return {"table": name, "id": number, "before": before, "after": after}


def _after(before: Row | None, empty: Row, at: int, change: list[Any]) -> Row | None:
    _, number, told, *left = change
    if not left:
        assert before is None, change
        return {**empty, "id": number} | {name: at if value is True else value for name, value in told.items()}
    assert before is not None, change
    row = dict(before)
    for name, value in (told or {}).items():
        was, now = value if isinstance(value, list) else (None, value)
        row[name] = at if now is True else now
        assert before[name] == was != row[name], change
    # Where a customer was taken out of the row there is none.
    assert left in ([digest_of(row)], [""]), change
    return None if told is None else row


def digest_of(row: dict[str, Any]) -> str:
    """What an event says a whole row came to: six bytes of BLAKE2 of what is in it, its number left out."""
    said = {name: row[name] for name in sorted(row) if name != "id" and row[name] is not None}
    return base64.b64encode(hashlib.blake2b(json.dumps(said).encode(), digest_size=6).digest()).decode()
