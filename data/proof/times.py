"""Checking that no time on record is ahead of the clock, or too early to have been entered."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from data.engine.connection import Connection
from data.proof.tables import LOGGED
from frontdesk.domain.values.clock import DAY, MINUTE, Millis

_TABLES = (*LOGGED, "events", "drafts", "outlooks")
AHEAD = frozenset({
    "agreed_at", "due_at", "next_due", "verify_at", "expires_at", "expected_exit_at", "follow_up_at", "starts_at",
    "ends_at", "until", "promised_at", "wish_at", "try_at", "not_before", "hold_until", "valid_until",
    "was", "becomes", "appointments.at", "meetings.at", "planned_at", "resumes_at", "weather_rows.at", "begins_at",
    "day_at",
})  # fmt: skip
"""The columns that may be ahead of the clock, such as terms, promises and duties; with a table: in that one alone."""
_NAMES = frozenset({"at", "since", "until", "next_due", "not_before", "was", "becomes"})
_ENDINGS = ("_at", "_until")
_OF_NUMBERS = "emergency_changes"
"""What `was` a number of the policy and what it `becomes` are no instants there."""
LATELY = 1_000
"""So many rows are the latest."""
_TOLERATED = MINUTE
_Extremes = tuple[str, Any, Any]
_LONGEST_AHEAD = 3660 * DAY
_LONGEST_BEFORE = 3660 * DAY
"""How far back a time may lie, because a case may be entered ten years after it came in."""


@dataclass(frozen=True, slots=True)
class WrongTime:
    """The largest or smallest impossible time of a column, and how many of its times are impossible."""

    column: str
    at: Millis
    count: int


def wrong_times(connection: Connection, now: Millis, lately: int | None = None) -> tuple[WrongTime, ...]:
    """Return the columns with times that cannot be, each with the worst of them.

    `lately`: only so many of each table's rows are looked at, those that were put in last.
    """
    began = connection.execute("select at from events order by seq limit 1").fetchone()
    least = min(now, began[0] if began else now) - _LONGEST_BEFORE
    found = []
    for table in _TABLES:
        rows = table if lately is None else f"(select * from {table} order by rowid desc limit {lately})"
        for name, low, high in _extremes(connection, rows, time_columns(connection, table)):
            most = now + (_LONGEST_AHEAD if AHEAD & {name, f"{table}.{name}"} else _TOLERATED)
            for worst, wrong in ((high, high is not None and high > most), (low, low is not None and low < least)):
                if wrong:
                    sign, bound = (">", most) if worst == high and high > most else ("<", least)
                    (count,) = connection.execute(
                        f"select count(*) from {rows} where {name} {sign} ? and {name} <> 0", (bound,)
                    ).fetchone()
                    found.append(WrongTime(f"{table}.{name}", worst, count))
    return tuple(found)


def _extremes(connection: Connection, rows: str, names: list[str]) -> Iterator[_Extremes]:
    """Give each column with the least and the greatest time in it: one pass, however many times are in a row."""
    if names:
        asked = ", ".join(f"min(nullif({name}, 0)), max({name})" for name in names)
        found = connection.execute(f"select {asked} from {rows}").fetchone()
        yield from zip(names, found[::2], found[1::2], strict=True)


def time_columns(connection: Connection, table: str) -> list[str]:
    """Return the columns of a table that are instants."""
    names = _NAMES - {"was", "becomes"} if table == _OF_NUMBERS else _NAMES
    rows = connection.execute("select name, type from pragma_table_info(?)", (table,))
    return [name for name, kind in rows if kind == "INTEGER" and (name.endswith(_ENDINGS) or name in names)]
