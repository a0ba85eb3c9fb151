"""What an event tells of the rows it changed: what is in a new one, and of any other only what changed.

In the log a change is a short list. A column that is not named holds nothing; `true` is the time of the event itself:

    ["stays", 4, {"visit_id": 2, "place": "lane", "started_at": true}]   a new row
    ["stays", 4, {"ended_at": true, "place": ["lane", "bay1"]}, D]       what it holds now, or held and holds now
    ["stays", 4, null, D]                                                a row that is gone

D is a digest of the whole row as it was left, or as it was before it went. Up to version 0.3 each event told whole
rows: {"table": "stays", "id": 4, "before": {…}, "after": {…}}.
"""

import json
from binascii import b2a_base64
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from frontdesk.domain.journal.chain import in_order
from frontdesk.domain.values.clock import Millis

Row = dict[str, Any]

_DIGEST = 6


class Change(NamedTuple):
    """A change of a row, with the columns that are told; None stands for a row that is not there."""

    table: str
    id: int
    before: Row | None
    after: Row | None
    digest: str = ""
    """That of the whole row; "" where none is told, because the row is told, or a customer was taken out of it."""
    is_whole: bool = False
    """Whether the whole row is told, before and after, as it was up to version 0.3."""

    @property
    def columns(self) -> set[str]:
        """The columns that are told."""
        return {*(self.before or ()), *(self.after or ())}

    @property
    def changed(self) -> set[str]:
        """The columns that hold something else since, in a row that was there before and after."""
        before, after = self.before, self.after
        if before is None or after is None:
            return set()
        return {name for name in self.columns if before.get(name) != after.get(name)}


def filled(row: Mapping[str, Any]) -> Row:
    """Return what a row holds beside its number; a column that is empty is left out."""
    return {name: value for name, value in row.items() if value is not None and name != "id"}


def digest(row: Mapping[str, Any]) -> str:
    """Return a short text that is the same for the same row only, and stays so when an update adds an empty column."""
    import hashlib  # noqa: PLC0415 - it loads a library of its own, and a station opens without it

    said = in_order(filled(row)).encode()
    return b2a_base64(hashlib.blake2b(said, digest_size=_DIGEST).digest(), newline=False).decode()


def to_json(changes: Iterable[Row], at: Millis) -> str:
    """Return what an event at a time keeps of changes, each with the whole row before and after."""
    return stored((_short(change["table"], change["id"], change["before"], change["after"]) for change in changes), at)


def stored(changes: Iterable[Change], at: Millis) -> str:
    """Return changes as the log has them."""
    return json.dumps([_written(change, at) for change in changes], ensure_ascii=False, separators=(",", ":"))


def from_json(text: str, at: Millis) -> list[Change]:
    """Return what an event of this version or an older one tells, in the order it changed the rows."""
    return [_old(found) if isinstance(found, dict) else _change(at, *found) for found in json.loads(text)]


def _short(table: str, number: int, before: Row | None, after: Row | None) -> Change:
    if before is None:
        return Change(table, number, None, filled(after or {}))
    if after is None:
        return Change(table, number, {}, None, digest(before))
    names = [name for name in after if before.get(name) != after[name]]
    then, now = ({name: row.get(name) for name in names} for row in (before, after))
    return Change(table, number, then, now, digest(after))


def _written(change: Change, at: Millis) -> list[Any] | Row:
    """Return a change as a list; one of an older version as it was found."""
    table, number, before, after, left, is_whole = change
    if is_whole:
        both = {"before": before, "after": after}
        return {"table": table, "id": number, **{side: row and {"id": number, **row} for side, row in both.items()}}
    if after is None:
        return [table, number, None, left]
    now = {name: True if value == at else value for name, value in after.items()}
    if before is None:
        return [table, number, now]
    return [table, number, {name: _told(before[name], value) for name, value in now.items()}, left]


def _told(then: Any, now: Any) -> Any:
    return now if then is None else [then, now]


def _change(at: Millis, table: str, number: int, told: Row | None, left: str | None = None) -> Change:
    if told is None:
        return Change(table, number, {}, None, left or "")
    if left is None:
        return Change(table, number, None, {name: at if now is True else now for name, now in told.items()})
    before, after = {}, {}
    for name, value in told.items():
        then, now = value if isinstance(value, list) else (None, value)
        before[name], after[name] = then, at if now is True else now
    return Change(table, number, before, after, left)


def _old(stored: Row) -> Change:
    before, after = (None if (row := stored[side]) is None else _without_number(row) for side in ("before", "after"))
    return Change(stored["table"], stored["id"], before, after, is_whole=True)


def _without_number(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "id"}
