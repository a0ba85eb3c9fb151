"""Comparing every row with the one the events left, by folding the rows from the events again."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

from data.engine.connection import Connection
from data.engine.parts import Progress, quietly
from data.engine.row_changes import Change, Row
from data.proof.kept_rows import LeftRows
from data.proof.left_rows import Columns, Left, Told, contradiction, difference, follow, is_older
from data.proof.walk import Event, Fold, walk
from data.rewritten import redactions

LOGGED = (
    "visits", "stays", "vehicles", "tickets", "tasks", "escalations", "steps", "complaints", "clocks", "notes",
    "pauses", "quality", "closing_reports", "asks", "penalties", "ledger", "staff", "duties", "calendars", "templates",
    "policies", "gates",
    "matters", "dues", "due_changes", "approvals", "signatures", "measures", "measure_entries", "reviews",
    "meetings", "meeting_items", "surveys", "survey_draws", "survey_asked", "survey_answers",
    "causes", "causes_left", "agenda_runs", "copies", "plans", "plan_versions", "reads", "emergency_changes",
    "appointments", "slot_overrides",
    "incidents", "incident_entries",
    "playbooks", "runs", "run_steps", "run_entries", "quotes",
    "checks", "check_rounds", "drills", "drill_objectives", "trainings", "attended", "certificates",
    "roll_calls", "roll_names", "roll_marks", "news", "car_checks",
    "progress", "jobs", "parts_used", "found", "promises", "tellings",
    "messages", "message_tries", "contact_wishes",
    "rescues", "rescue_plans", "rescue_etas", "rescue_contacts", "part_orders", "orders", "order_answers",
    "shifts", "absences", "rosters", "needs", "turns", "swaps",
    "holiday_plans", "holiday_notices", "holiday_posts",
    "forecasts", "forecast_tries", "weather_decisions", "weather_rows",
    "areas", "teams", "team_members", "things", "thing_log", "contacts", "contact_calls", "group_templates",
)  # fmt: skip
"""The tables whose every change stands in the events."""

BEGUN_WITH = frozenset({"templates", "policies"})
"""The tables whose first rows came with the store and are in no event; `data.proof.settings` checks those."""

_TOLD = 20


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


class Rows(Fold):
    """Each row that events after a number changed, as they leave it, and where two of them contradict each other."""

    def __init__(self) -> None:
        self._left = LeftRows()
        self._found = Folded()

    def begin(self, connection: Connection, after: int) -> None:
        """Get ready for the events after a number."""
        self._connection, self._is_all = connection, not after
        self._lists = {name: (number, _columns(connection, name)) for number, name in enumerate(LOGGED)}
        self._redacted = redactions(connection)

    def take(self, event: Event) -> None:
        """Take an event in."""
        for change in event.changes:
            if change.table in self._lists:
                self._follow(change, event.seq, *self._lists[change.table])

    def of(self, table: str, row: int) -> tuple[Told | None, Row | None]:
        """Return how much is told of a row, and the row as it is told: None where there is none."""
        number, columns = self._lists[table]
        left = self._left.of(number, row)
        return (None, None) if left is None else (left.told, left.row and columns.whole(row, left.row))

    def every(self, table: str) -> Iterator[tuple[int, Row | None]]:
        """Give each number that was ever told of in a table, with its row as it is told: None where it is gone."""
        number, columns = self._lists[table]
        return ((row, left.row and columns.whole(row, left.row)) for row, left in self._left.every(number))

    def compared(self, progress: Progress) -> Folded:
        """Return how the tables differ from what the events left of them."""
        self.check()
        comparing = _compare_table if self._is_all else _compare_touched
        for done, (number, columns) in enumerate(self._lists.values()):
            comparing(self._connection, self._left, self._found, number, columns)
            progress(done + 1, len(self._lists))
        return self._found

    def close(self) -> None:
        """Do away with the rows."""
        self._left.close()

    def _follow(self, change: Change, seq: int, number: int, columns: Columns) -> None:
        before = self._left.of(number, change.id)
        now = follow(before, change, seq)
        self._left.put(number, change.id, now)
        if before is not None:
            wrong = contradiction(before, change, now, columns, is_redacted=seq in self._redacted)
        else:
            is_begun = change.before is None or not self._is_all or change.table in BEGUN_WITH
            wrong = None if is_begun else ()
        if wrong is not None:
            self._found.add(Mismatch(change.table, change.id, seq, "contradicts", wrong))


def compare(connection: Connection, progress: Progress, *, after: int = 0) -> Folded:
    """Compare the tables with the events; with `after` only the rows that events after that number touched."""
    with closing(Rows()) as rows:
        walk(connection, [rows], progress, after=after)
        return rows.compared(quietly)


def _columns(connection: Connection, table: str) -> Columns:
    rows = connection.execute(
        "select name, dflt_value from pragma_table_info(?) where dflt_value is not null", (table,)
    )
    return Columns(table, {name: connection.execute(f"select {said}").fetchone()[0] for name, said in rows.fetchall()})


def _compare_table(connection: Connection, kept: LeftRows, found: Folded, number: int, columns: Columns) -> None:
    left = kept.every(number)
    entry = next(left, None)
    for row in rows_of(connection, f"select * from {columns.table} order by id"):
        while entry is not None and entry[0] < row["id"]:
            _judge(found, columns, entry[0], entry[1], None)
            entry = next(left, None)
        if entry is not None and entry[0] == row["id"]:
            _judge(found, columns, entry[0], entry[1], row)
            entry = next(left, None)
        elif columns.table not in BEGUN_WITH:
            _judge(found, columns, row["id"], None, row)
    while entry is not None:
        _judge(found, columns, entry[0], entry[1], None)
        entry = next(left, None)


def _compare_touched(connection: Connection, kept: LeftRows, found: Folded, number: int, columns: Columns) -> None:
    for entry in kept.every(number):
        row = next(rows_of(connection, f"select * from {columns.table} where id = ?", entry[0]), None)
        _judge(found, columns, entry[0], entry[1], row)


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


def rows_of(connection: Connection, query: str, *values: int) -> Iterator[Row]:
    """Give the rows that a question finds, by the names of their columns."""
    cursor = connection.execute(query, values)
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, row, strict=True)) for row in cursor)
