"""The rows a board is drawn from, as the events leave them one after another."""

import json
import zlib
from collections.abc import Callable, Collection, Iterable
from itertools import groupby
from operator import itemgetter

from data.engine.row_changes import Change, Row
from frontdesk.domain.escalations.terms import CALLS, Kind, LineKind, State

Table = dict[int, Row]

TABLES = (
    "visits", "stays", "tickets", "tasks", "escalations", "steps", "staff", "duties", "turns", "matters", "incidents",
)  # fmt: skip
"""The tables that a board is drawn from, those first that the others refer to."""

_ENDS = {
    "visits": "left_at",
    "stays": "ended_at",
    "tickets": "closed_at",
    "tasks": "ended_at",
    "escalations": "cleared_at",
    "incidents": "ended_at",
}
"""What a row holds from when it is over."""

_CLOSED, _LINES, _DUTIES, _TURNS = 40, 12, 60, 1000
"""So many escalations that are over, lines of each record, duties and turns are kept: more than any picture shows."""


_OF_INCIDENT = ("kind", "place", "level", "occurred_at", "command", "commanded_at", "contained_at", "contained_by")
"""What a board says of an incident: none of it is in anybody's words."""
_TO_WORK = frozenset({"planned", "confirmed"})


class Rows:
    """The rows up to an event. What is over stays until `needed` leaves it out."""

    def __init__(self, tables: dict[str, Table] | None = None) -> None:
        self.tables = tables or {name: {} for name in TABLES}

    @classmethod
    def unpacked(cls, packed: bytes) -> "Rows":
        """Return the rows that a mark keeps."""
        kept = json.loads(zlib.decompress(packed))
        # A mark of an older version has no turns and no incidents: there were none then.
        return cls({name: {int(number): row for number, row in kept.get(name, {}).items()} for name in TABLES})

    def packed(self) -> bytes:
        """Return the rows as a mark keeps them."""
        return zlib.compress(json.dumps(self.tables, ensure_ascii=False, separators=(",", ":")).encode())

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(map(len, self.tables.values()))

    def take(self, change: Change) -> bool:
        """Take a change in; False where a row that was left out stands again, so that it must be looked for before."""
        table, number = self.tables.get(change.table), change.id
        if table is None:
            return True
        if change.after is None:
            table.pop(number, None)
        elif change.before is None or change.is_whole:
            table[number] = change.after
        elif number in table:
            table[number] = {**table[number], **change.after}
        else:
            ends = _ENDS.get(change.table, "")
            return ends not in change.after or change.after[ends] is not None
        return True

    def needed(self) -> "Rows":
        """Return the rows without what is over, of which nothing is shown any more."""
        visits, escalations = _standing("visits", self.tables["visits"]), self._escalations()
        missed = {number for number, row in escalations.items() if row.get("kind") == Kind.COMPLAINT_DUE}
        steps = _where(self.tables["steps"], lambda row: row.get("escalation_id") in escalations)
        incidents = _standing("incidents", self.tables["incidents"])
        return Rows(
            {
                "visits": visits,
                "stays": _where(self.tables["stays"], lambda row: row.get("visit_id") in visits),
                "tickets": _where(self.tables["tickets"], lambda row: row.get("visit_id") in visits),
                "tasks": _standing("tasks", self.tables["tasks"]),
                "escalations": escalations,
                "steps": _lines(steps, missed),
                "staff": self.tables["staff"],
                "duties": _last(self.tables["duties"], _DUTIES),
                "matters": {number: row for number, row in self.tables["matters"].items() if number in incidents},
                "incidents": {number: _only(_OF_INCIDENT, row) for number, row in incidents.items()},
                "turns": _last(_where(self.tables["turns"], lambda row: row.get("state") in _TO_WORK), _TURNS),
            }
        )

    def without_most_missed(self, shown: int) -> list[Row]:
        """Take away the open escalations of missed clocks but the first that are shown; return those.

        Thousands may stand, and whoever nobody has taken on comes first.
        """
        every = self.tables["escalations"]
        missed = [
            (row.get("state") != State.RAISED, row.get("crossed_at"), number)
            for number, row in every.items()
            if row.get("kind") == Kind.COMPLAINT_DUE and row.get("cleared_at") is None
        ]
        beyond = {number for *_order, number in sorted(missed)[shown:]}
        taken = [every.pop(number) for number in beyond]
        self.tables["steps"] = _where(self.tables["steps"], lambda row: row["escalation_id"] not in beyond)
        return taken

    def _escalations(self) -> Table:
        every = self.tables["escalations"]
        over = _where(every, lambda row: row.get("cleared_at") is not None)
        return dict(sorted({**_last(over, _CLOSED), **_standing("escalations", every)}.items()))


def _where(table: Table, wanted: Callable[[Row], bool]) -> Table:
    return {number: row for number, row in table.items() if wanted(row)}


def _standing(name: str, table: Table) -> Table:
    return _where(table, lambda row: row.get(_ENDS[name]) is None)


def _only(names: Iterable[str], row: Row) -> Row:
    return {name: row[name] for name in names if name in row}


def _last(table: Table, count: int) -> Table:
    return {number: table[number] for number in sorted(table)[-count:]}


def _lines(steps: Table, missed: Collection[int]) -> Table:
    """Return of each record its last lines, the last call that was heard, and who has seen it.

    Of missed clocks, of which there may be thousands, one line is enough.
    """
    owned = sorted((row["escalation_id"], number) for number, row in steps.items())
    kept: set[int] = set()
    for owner, group in groupby(owned, key=itemgetter(0)):
        numbers = [number for _escalation, number in group]
        heard = [number for number in numbers if _is_heard(steps[number])]
        seen = (number for number in numbers if steps[number].get("kind") == LineKind.SEEN)
        kept.update(numbers[-1 if owner in missed else -_LINES :], heard[-1:], seen)
    return {number: steps[number] for number in sorted(kept)}


def _is_heard(row: Row) -> bool:
    return row.get("kind") in CALLS and bool(row.get("delivered"))


def roll(rows: Rows, changes: Iterable[Change]) -> bool:
    """Take changes in, in their order; return whether all the rows they need were there."""
    complete = True
    for change in changes:
        complete = rows.take(change) and complete
    return complete
