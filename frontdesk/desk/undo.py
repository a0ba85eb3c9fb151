"""Taking the last action back: within two minutes, by the station that took it, state and timers exactly as before."""

import json

from data import journal, penalties, zone
from data import policy as policies
from data.cases import cases, clocks, search_terms
from data.engine.connection import IntegrityError
from data.engine.transaction import Row, Transaction
from data.escalations import record
from frontdesk.desk.cases.clocks import reckon_anew
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings
from frontdesk.domain.escalations.terms import Outcome, StepKind
from frontdesk.domain.journal.events import JournalEvent
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.journal.result import Result
from frontdesk.domain.penalties.penalty import STANDS_ON
from frontdesk.domain.values.clock import SECOND
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.zone.places import NEEDS_WORK_ORDER


def undo(desk: Desk, operation: str | None = None) -> Result:
    """Take back what this person did last at this station.

    Refused where the two minutes are over, or others built on it since.
    """

    def body(transaction: Transaction) -> Result:
        policy = policies.current(transaction.connection)
        since = transaction.now - policy.undo_s * SECOND
        last = journal.last_undoable(transaction.connection, transaction.actor, since)
        if last is None:
            raise Refused(Reason.NOTHING_TO_UNDO, seconds=policy.undo_s, who=transaction.actor.who)
        _take_back(transaction, last)
        _check_work_orders(transaction, last)
        _check_penalties(transaction, last)
        _reckon_anew(transaction, last)
        crossings.note_ends(transaction, transaction.now, Outcome.UNDONE)
        crossings.note_crossings(transaction, transaction.now)
        return Result(JournalEvent.UNDO, last.plate, last.place, facts={"kind": last.kind}, undoes=last.seq)

    return desk.do(body, operation)


def _check_work_orders(transaction: Transaction, last: Happened) -> None:
    for car in zone.floor(transaction.connection).cars:
        if car.place.kind in NEEDS_WORK_ORDER and car.work_order_at is None:
            raise Refused(Reason.CHANGED_SINCE, plate=last.plate, kind=last.kind)


def _check_penalties(transaction: Transaction, last: Happened) -> None:
    """What a penalty stands on was corrected before it was proposed: that is not taken back from under it (Z8)."""
    for change in journal.changes(transaction.connection, last.seq):
        before, after = change["before"], change["after"]
        if change["table"] != "complaints" or before is None:
            continue
        if all(before[name] == after[name] for name in STANDS_ON):
            continue
        if penalties.standing_of_case(transaction.connection, change["id"]) is not None:
            raise Refused(Reason.CHANGED_SINCE, plate=last.plate, kind=last.kind)


def _reckon_anew(transaction: Transaction, last: Happened) -> None:
    """What runs again is due by the calendar in force; what of a case is due first, others may have changed since."""
    changed = [c for c in journal.changes(transaction.connection, last.seq) if c["table"] == "complaints"]
    registered = {change["id"] for change in changed if change["before"] is None}
    numbers = {change["id"] for change in changed} - registered
    reckon_anew(transaction, numbers)
    for number in numbers:
        clocks.note_next_due(transaction, number)
        # Closed again, a case would owe what others have promised since.
        case = cases.get(transaction.connection, number)
        if case.running and not case.is_open:
            raise Refused(Reason.CHANGED_SINCE, plate=last.plate, kind=last.kind)


_DONE_BY_PEOPLE = frozenset({StepKind.TOLD, StepKind.ACKNOWLEDGED, StepKind.ACTED, StepKind.DONE, StepKind.EXPLAINED})


def _called_somebody(change: Row) -> bool:
    """Whether it belongs to raising an escalation or to its chain: who was called was called."""
    if change["table"] != "escalations":
        return False
    before, after = change["before"], change["after"]
    return before is None or before.get("calls") != after.get("calls")


def _take_back(transaction: Transaction, last: Happened) -> None:
    for change in reversed(journal.changes(transaction.connection, last.seq)):
        if change["table"] == "steps":
            _note_undone(transaction, change["after"])
            continue
        if _called_somebody(change):
            continue
        try:
            transaction.restore(change)
            if change["table"] == "complaints" and change["before"] is not None:
                search_terms.index_anew(transaction.connection, change["id"])
        except (Refused, IntegrityError) as refusal:
            # What was done to an escalation goes back with the action, unless someone went on with it since.
            if change["table"] != "escalations":
                raise Refused(Reason.CHANGED_SINCE, plate=last.plate, kind=last.kind) from refusal


def _note_undone(transaction: Transaction, step: Row) -> None:
    """The record of an escalation keeps what was taken back, and says that it was."""
    kind = StepKind(step["kind"])
    if kind in _DONE_BY_PEOPLE:
        detail = json.dumps({"kind": kind})
        record.add(transaction, step["escalation_id"], StepKind.UNDONE, step["level"], detail=detail)
