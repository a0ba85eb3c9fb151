"""The measures and their history: entries are added, never changed or taken out (Z7)."""

from collections import defaultdict
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from data.matters import matters
from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.measures.measure import EffectVerdict, Entry, Measure, MeasureState
from frontdesk.domain.measures.reasons import MeasureReason
from frontdesk.domain.values.errors import Refused

_COLUMNS = (
    "m.id, m.cause, m.proposed_by, m.state, m.owner, m.metric, m.expected, m.agreed_at, m.agreed_by, m.done_at,"
    " m.done_by, m.checked_at, m.checked_by, m.verdict"
)


def get(connection: Connection, number: int) -> Measure:
    """Return one measure. Raises `Refused(NO_MEASURE)`."""
    found = _select(connection, "m.id = ?", number)
    if not found:
        raise Refused(MeasureReason.NO_MEASURE, number=number)
    return found[0]


def open_ones(connection: Connection) -> tuple[Measure, ...]:
    """Return the measures that are neither checked to an end nor dropped, in the order they were proposed."""
    return _select(connection, "t.closed_at is null")


def of_matter(connection: Connection, number: int) -> tuple[Measure, ...]:
    """Return the measures that came from a matter, in the order they were proposed."""
    return _select(connection, "t.part_of = ?", number)


def every(connection: Connection) -> tuple[Measure, ...]:
    """Return every measure on record, oldest first."""
    return _select(connection, "1")


def propose(transaction: Transaction, number: int, cause: str, words: str) -> None:
    """Put a measure on record for a matter that was opened for it."""
    who = transaction.actor.who
    transaction.insert("measures", {"id": number, "cause": cause, "proposed_by": who, "state": MeasureState.PROPOSED})
    _enter(transaction, number, MeasureState.PROPOSED, words)


def change(transaction: Transaction, measure: Measure, state: MeasureState, values: Row, words: str) -> None:
    """Put on record how far a measure has come; what was said stays in its history."""
    transaction.update("measures", measure.id, {**values, "state": state}, where={"state": measure.state})
    _enter(transaction, measure.id, state, words)


def _enter(transaction: Transaction, number: int, state: MeasureState, words: str) -> None:
    row: Row = {"measure_id": number, "at": transaction.now, "who": transaction.actor.who}
    transaction.insert("measure_entries", {**row, "state": state, "words": words})


def _select(connection: Connection, condition: str, *values: object) -> tuple[Measure, ...]:
    joined = f"from measures m join matters t on t.id = m.id where {condition}"
    rows = connection.execute(f"select {_COLUMNS} {joined} order by m.id", values).fetchall()
    entries: defaultdict[int, list[Entry]] = defaultdict(list)
    for measure, at, who, state, words in connection.execute(
        "select measure_id, at, who, state, words from measure_entries"
        f" where measure_id in (select m.id {joined}) order by id",
        values,
    ):
        entries[measure].append(Entry(at, who, MeasureState(state), words))
    of = matters.of(connection, [row[0] for row in rows])
    return tuple(each("measures", rows, lambda row: _measure(of[row[0]], row, tuple(entries[row[0]]))))


def _measure(matter: Matter, row: tuple[Any, ...], entries: tuple[Entry, ...]) -> Measure:
    if not entries:
        raise ValueError("no entry")
    _, cause, by, state, owner, metric, expected, agreed_at, agreed_by, *rest = row
    done_at, done_by, checked_at, checked_by, verdict = rest
    return Measure(
        matter, cause, by, MeasureState(state), owner, metric, expected, agreed_at, agreed_by, done_at, done_by,
        checked_at, checked_by, EffectVerdict(verdict) if verdict else None, entries,
    )  # fmt: skip
