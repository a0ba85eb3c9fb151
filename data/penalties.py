"""The penalties and their ledger: entries are added, never changed or taken out (Z8)."""

from collections import defaultdict
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.cases.case import Case
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.penalties.penalty import Entry, Penalty
from frontdesk.domain.penalties.reasons import PenaltyReason
from frontdesk.domain.penalties.terms import PenaltyState
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused

_COLUMNS = "p.id, complaint_id, escalation_id, e.kind, e.crossed_at, visit_id, p.plate, person, amount, proposed_by"
_LAST = "(select entry from ledger where penalty_id = p.id order by id desc limit 1)"


def of_case(connection: Connection, number: int) -> tuple[Penalty, ...]:
    """Return the penalties of a case, oldest first."""
    return _select(connection, "complaint_id = ?", number)


def get(connection: Connection, number: int) -> Penalty:
    """Return one penalty. Raises `Refused(NO_PENALTY)`."""
    found = _select(connection, "p.id = ?", number)
    if not found:
        raise Refused(PenaltyReason.NO_PENALTY, number=number)
    return found[0]


def standing(connection: Connection, visit: int | None) -> Penalty | None:
    """Return the penalty of a visit that is not countered, at most one."""
    return next(iter(_select(connection, "visit_id = ? and countered_at is null", visit)), None)


def standing_of_case(connection: Connection, number: int) -> Penalty | None:
    """Return the penalty of a case that is not countered, at most one because a case has one visit."""
    return next(iter(_select(connection, "complaint_id = ? and countered_at is null", number)), None)


def entered_between(connection: Connection, begins: Millis, ends: Millis) -> tuple[Penalty, ...]:
    """Return the penalties with an entry at or after one instant and before another, oldest first."""
    return _select(connection, "p.id in (select penalty_id from ledger where at >= ? and at < ?)", begins, ends)


def waiting(connection: Connection) -> tuple[Penalty, ...]:
    """Return the penalties to be signed or decided on, oldest first; at most one for each car."""
    standing = f"countered_at is null and {_LAST} in ('proposed', 'appealed')"
    return _select(connection, standing, along="indexed by one_penalty_per_car")


def every(connection: Connection) -> tuple[Penalty, ...]:
    """Return every penalty on record, oldest first."""
    return _select(connection, "1")


def propose(transaction: Transaction, case: Case, crowding: Escalation, person: str, amount: int) -> int:
    """Put a penalty on record, not yet charged; its first entry follows."""
    row: Row = {"complaint_id": case.id, "escalation_id": crowding.id, "visit_id": case.visit_id, "plate": case.plate}
    row |= {"person": person, "amount": amount}
    row |= {"proposed_at": transaction.now, "proposed_by": transaction.actor.who}
    return transaction.insert("penalties", row)


def enter(transaction: Transaction, number: int, state: PenaltyState, amount: int, words: str) -> None:
    """Add an entry to the ledger; one that counters makes room for another penalty of that car."""
    row: Row = {"penalty_id": number, "at": transaction.now, "who": transaction.actor.who}
    transaction.insert("ledger", {**row, "entry": state, "amount": amount, "words": words})
    if state is PenaltyState.COUNTERED:
        transaction.update("penalties", number, {"countered_at": transaction.now}, where={"countered_at": None})


def _select(connection: Connection, condition: str, *values: object, along: str = "") -> tuple[Penalty, ...]:
    chosen = f"penalties p {along}"
    rows = connection.execute(
        f"select {_COLUMNS} from {chosen} join escalations e on e.id = escalation_id where {condition} order by p.id",
        values,
    ).fetchall()
    entries: defaultdict[int, list[Entry]] = defaultdict(list)
    for penalty, number, at, who, entry, amount, words in connection.execute(
        "select penalty_id, l.id, l.at, l.who, entry, l.amount, l.words from ledger l where penalty_id in"
        f" (select p.id from {chosen} where {condition}) order by l.id",
        values,
    ):
        entries[penalty].append(Entry(number, at, who, PenaltyState(entry), amount, words))
    return tuple(each("penalties", rows, lambda row: _penalty(row, tuple(entries[row[0]]))))


def _penalty(row: tuple[Any, ...], entries: tuple[Entry, ...]) -> Penalty:
    if not entries:
        raise ValueError("no entry")
    number, case, crowding, kind, *rest = row
    crossed_at, visit, plate, person, amount, by = rest
    return Penalty(number, case, crowding, Kind(kind), crossed_at, visit, plate, person, amount, by, entries)
