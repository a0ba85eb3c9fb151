"""Undoing the last action within two minutes, by the station that took it; state and timers are exactly as before."""

from collections.abc import Callable

from data import clock_set, journal, past_rows
from data import policy as policies
from data.engine.connection import IntegrityError
from data.engine.transaction import Row, Transaction
from frontdesk.desk import penalties, plates, zone
from frontdesk.desk.appointments import booking
from frontdesk.desk.cases import undoing as cases
from frontdesk.desk.checks import coming as checks
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings
from frontdesk.desk.escalations import undoing as escalations
from frontdesk.desk.incidents import reporting
from frontdesk.desk.progress import opening as repairs
from frontdesk.desk.review import reviews
from frontdesk.desk.roll_calls import counting
from frontdesk.desk.rosters import undoing as rosters
from frontdesk.desk.runs import runs
from frontdesk.domain.escalations.terms import Outcome
from frontdesk.domain.incidents.events import IncidentEvent
from frontdesk.domain.journal.events import JournalEvent
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import SECOND
from frontdesk.domain.values.errors import Refused

GUARDS: tuple[Callable[[Transaction, Happened], None], ...] = (
    zone.may_undo,
    plates.may_undo,
    penalties.may_undo,
    cases.may_undo,
    reviews.may_undo,
    booking.may_undo,
    runs.may_undo,
    checks.may_undo,
    counting.may_undo,
    repairs.may_undo,
    rosters.may_undo,
)
"""The checks of each concern after the rows are restored; they refuse an undo that is not allowed."""

RESTORERS: dict[str, Callable[[Transaction, Row], None]] = {
    "complaints": cases.restore_case,
    "escalations": escalations.restore_escalation,
    "steps": escalations.note_undone,
}
"""How a change of a table is undone, if it is not simply put back."""


COUNTERED: dict[str, Callable[[Transaction, Happened], None]] = {IncidentEvent.REPORT: reporting.undo_report}
"""What is not put back as it was, because others heard of it: it is on record that it was a mistake."""


def undo(desk: Desk, operation: str | None = None) -> Result:
    """Undo what this person did last at this station.

    Refused if the two minutes are over, if it cannot be undone, or if others have built on it since.
    """

    def body(transaction: Transaction) -> Result:
        policy = policies.current(transaction.connection)
        since = transaction.now - policy.undo_s * SECOND
        last = journal.last_act(transaction.connection, transaction.actor, since)
        if last is None:
            raise Refused(JournalReason.NOTHING_TO_UNDO, seconds=policy.undo_s, who=transaction.actor.who)
        if not last.undoable:
            raise Refused(JournalReason.CANNOT_BE_UNDONE, kind=last.kind, at=last.occurred_at, plate=last.plate)
        try:
            if last.kind in COUNTERED:
                COUNTERED[last.kind](transaction, last)
            else:
                _take_back(transaction, last)
                for may_undo in GUARDS:
                    may_undo(transaction, last)
        except Refused as refusal:
            raise _by_whom(transaction, last, refusal) from refusal
        crossings.note_ends(transaction, transaction.now, Outcome.UNDONE)
        crossings.note_crossings(transaction, transaction.now)
        return Result(JournalEvent.UNDO, last.plate, last.place, facts={"kind": last.kind}, undoes=last.seq)

    return desk.do(body, operation)


def _take_back(transaction: Transaction, last: Happened) -> None:
    moved = journal.moved_since(transaction.connection, last.seq)
    try:
        for recorded in reversed(past_rows.whole_changes(transaction.connection, last.seq)):
            change = plates.as_corrected(transaction, recorded, last)
            change = clock_set.as_moved(transaction, change, moved) if moved else change
            RESTORERS.get(change["table"], Transaction.restore)(transaction, change)
    except (Refused, IntegrityError) as refusal:
        raise Refused(JournalReason.CHANGED_SINCE, plate=last.plate, kind=last.kind) from refusal


def _by_whom(transaction: Transaction, last: Happened, refusal: Refused) -> Refused:
    """Return the refusal that names what was built on it since, where that is what stands in the way."""
    later = journal.built_on(transaction.connection, last.seq)
    if later is None or refusal.reason is not JournalReason.CHANGED_SINCE:
        return refusal
    return Refused(JournalReason.BUILT_ON, who=later.who, at=later.occurred_at, kind=later.kind, plate=later.plate)
