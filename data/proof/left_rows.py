"""What the events leave of a row: each of them begins where the one before ended."""

from enum import StrEnum
from typing import NamedTuple

from data.engine.row_changes import Change, Row, digest

Wrong = tuple[str, ...] | None
"""The columns in which something contradicts, if it can be told; None where nothing does."""


class Told(StrEnum):
    """How much of a row the events tell."""

    ALL = "all"
    OLDER = "older"
    """Everything it held before an update; what that added is told since, if it changed since."""
    PART = "part"
    """What changed since it was first looked at."""


class Left(NamedTuple):
    """What the events left of a row: the last that touched it, what it tells of it, and the digest told last."""

    seq: int
    row: Row | None
    digest: str
    told: Told


def follow(before: Left | None, change: Change, seq: int) -> Left:
    """Return what is left of a row after a change."""
    if change.after is None:
        return Left(seq, None, "", Told.ALL)
    if change.is_whole:
        return Left(seq, change.after, "", Told.OLDER)
    if change.before is None:
        return Left(seq, change.after, "", Told.ALL)
    if before is None or before.row is None:
        return Left(seq, change.after, change.digest, Told.PART)
    return Left(seq, {**before.row, **change.after}, change.digest, before.told)


class Columns(NamedTuple):
    """A table, and what its columns hold where nobody says anything, in the order in which they were added."""

    table: str
    defaults: Row

    def whole(self, number: int, told: Row) -> Row:
        """Return a row of which this is told; a column that is not named is empty."""
        return {**self.defaults, **told, "id": number}


def contradiction(before: Left, change: Change, after: Left, columns: Columns, *, is_redacted: bool) -> Wrong:
    """Return in what a change contradicts what was left of the row before it."""
    then = before.row
    if change.before is None:
        return None if then is None or change.is_whole else ()
    if then is None:
        return ()
    if change.is_whole:
        return _older(then, change.before, columns.table) or None
    if before.told is Told.ALL:
        then = {**columns.defaults, **then}
        wrong = [name for name, was in change.before.items() if then.get(name) != was]
    else:
        wrong = [name for name, was in change.before.items() if then.get(name, was) != was]
    return tuple(wrong) or (None if _digest_holds(before, change, after, columns, is_redacted) else ())


def _digest_holds(before: Left, change: Change, after: Left, columns: Columns, is_redacted: bool) -> bool:
    if not change.digest:
        # A customer was taken out of the row.
        return is_redacted
    row = before.row if after.row is None else after.row
    if before.told is not Told.ALL or row is None or digest(row) == change.digest:
        return True
    # What updates added since the row was new stood in it from then on.
    added = [name for name in columns.defaults if name not in row]
    fuller = ({name: columns.defaults[name] for name in added[: count + 1]} for count in range(len(added)))
    return any(digest({**more, **row}) == change.digest for more in fuller)


def difference(left: Left, row: Row, columns: Columns) -> Wrong:
    """Return in what a row differs from what was left of it."""
    then = left.row or {}
    if left.told is Told.ALL:
        then = {**dict.fromkeys(row), **columns.defaults, **then, "id": row["id"]}
        return None if then == row else tuple(name for name in then if row.get(name) != then[name])
    wrong = _older(then, row, columns.table)
    return wrong or (() if left.digest and digest(row) != left.digest else None)


def is_older(left: Left, row: Row) -> bool:
    """Whether a row holds something that an update added and no event tells."""
    then = left.row or {}
    return left.told is Told.OLDER and not left.digest and any(name not in then for name in row if name != "id")


def _older(then: Row, now: Row, table: str) -> tuple[str, ...]:
    # The update to version 0.3 let closed cases owe nothing.
    passed = {"next_due"} if table == "complaints" and "nature" not in then else set()
    return tuple(name for name in then if name not in passed and (name not in now or then[name] != now[name]))
