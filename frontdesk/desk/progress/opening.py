"""Where the repair of a car begins and ends: at the work order, and when it leaves (P1, P3)."""

from data import journal
from data import policy as policies
from data.engine.transaction import Transaction
from data.matters import matters
from data.progress import progress
from frontdesk.desk.progress.settling import settle
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.progress.checks import check_hand_back
from frontdesk.domain.progress.progress import Progress
from frontdesk.domain.progress.reasons import ProgressReason
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.zone.cars import Car

_OWNED = ("jobs", "found", "promises", "tellings")


def begin_by_rule(transaction: Transaction, car: Car) -> None:
    """Follow the repair of a car from now on, where the store follows each."""
    if policies.current(transaction.connection).progress == "all":
        begin(transaction, car)


def begin(transaction: Transaction, car: Car) -> Progress:
    """Follow the repair of a car from now on; where that is done already, nothing begins anew."""
    found = progress.of_visit(transaction.connection, car.visit_id)
    if found is not None:
        return found
    return settle(transaction, progress.open_one(transaction, car.visit_id, car.plate))


def end_with_visit(transaction: Transaction, car: Car, *, anyway: bool) -> None:
    """A car leaves: one the workshop has had is handed back before, or it left all the same (P3).

    Raises `Refused(NOT_HANDED_BACK)`.
    """
    found = progress.of_visit(transaction.connection, car.visit_id)
    if found is None or not found.matter.is_open:
        return
    if car.handed_over_at is not None and not anyway:
        raise Refused(ProgressReason.NOT_HANDED_BACK, plate=car.plate, number=found.id)
    matters.close(transaction, found.id, Outcome.DROPPED)


def may_undo(transaction: Transaction, last: Happened) -> None:
    """Let follow what follows from a repair as it is again.

    Raises `Refused(CHANGED_SINCE)` where the car has gone, or was handed back and could not be by now.
    """
    for number in sorted(_touched(transaction, last)):
        car = progress.get(transaction.connection, number)
        has_left = transaction.image("visits", car.visit_id) or {}
        if car.matter.is_open and has_left["left_at"] is not None:
            raise Refused(JournalReason.CHANGED_SINCE, plate=last.plate, kind=last.kind)
        if car.handed_back_at is not None:
            try:
                check_hand_back(car._replace(handed_back_at=None))
            except Refused as refusal:
                raise Refused(JournalReason.CHANGED_SINCE, plate=last.plate, kind=last.kind) from refusal
        elif car.matter.is_open:
            settle(transaction, number)


def _touched(transaction: Transaction, last: Happened) -> set[int]:
    """Return the repairs an event told of that are still on record."""
    found: set[int] = set()
    for change in journal.changes(transaction.connection, last.seq):
        if change.table == "progress":
            found.add(change.id)
        elif change.table in _OWNED:
            row = transaction.image(change.table, change.id) or change.after or {}
            found |= {row["progress_id"]} if "progress_id" in row else set()
    return {number for number in found if transaction.image("progress", number) is not None}
