"""The rows an event changed, as they were then: what has happened to them since is taken back from what they are."""

import json

from data.engine.connection import Connection
from data.engine.row_changes import Change, Row, digest, filled, from_json
from data.engine.transaction import image
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.values.errors import Refused

_Rows = dict[tuple[str, int], Row | None]


def whole_changes(connection: Connection, seq: int) -> list[Row]:
    """Return the rows that an event changed, whole, before and after each of its changes, in their order.

    Raises `Refused(CHANGED_SINCE)` if such a row is another than what the log tells.
    """
    text, at = connection.execute("select changes, occurred_at from events where seq = ?", (seq,)).fetchone()
    told = from_json(text, at)
    if any(change.is_whole for change in told):
        return list(json.loads(text))
    rows: _Rows = {(change.table, change.id): image(connection, change.table, change.id) for change in told}
    for later in connection.execute("select changes, occurred_at from events where seq > ? order by seq desc", (seq,)):
        for change in reversed(from_json(*later)):
            if (change.table, change.id) in rows:
                _take_back(rows, change)
    found = []
    for change in reversed(told):
        after = rows[change.table, change.id]
        if not _is_right(change, after):
            raise Refused(JournalReason.CHANGED_SINCE)
        _take_back(rows, change)
        before = rows[change.table, change.id]
        found.append({"table": change.table, "id": change.id, "before": before, "after": after})
    return found[::-1]


def _take_back(rows: _Rows, change: Change) -> None:
    row, before = rows[change.table, change.id], change.before
    told = {} if before is None else {name: before.get(name) for name in change.columns}
    rows[change.table, change.id] = None if row is None or before is None else {**row, **told}


def _is_right(change: Change, after: Row | None) -> bool:
    """Whether a row is as a change left it."""
    if change.after is None or after is None:
        return after is None
    if change.before is None:
        return filled(after) == change.after
    return not change.digest or digest(after) == change.digest
