"""What of a roster is not taken back: whatever was submitted or published since."""

from data import journal
from data.engine.transaction import Transaction
from data.rosters import rosters
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.rosters.events import RosterEvent
from frontdesk.domain.values.errors import Refused

_OF_DRAFTS = frozenset({RosterEvent.SET, RosterEvent.NEED, RosterEvent.PROPOSE})


def may_undo(transaction: Transaction, last: Happened) -> None:
    """What was submitted since stands as it was submitted. Raises `Refused(CHANGED_SINCE)`."""
    if last.kind not in _OF_DRAFTS:
        return
    changes = journal.changes(transaction.connection, last.seq)
    reopened = any(change.table == "rosters" for change in changes)
    for change in changes:
        row = transaction.image(change.table, change.id) or change.after or {}
        number = row.get("roster_id")
        if number is not None and not reopened and not rosters.is_draft(transaction.connection, number):
            raise Refused(JournalReason.CHANGED_SINCE, kind=last.kind)
