"""Undoing changes to a case."""

from data import journal
from data.cases import cases, clocks, search_terms
from data.engine.transaction import Row, Transaction
from frontdesk.desk.case_clocks import reckon_anew
from frontdesk.domain.forgetting.events import ForgetEvent
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.values.errors import Refused


def restore_case(transaction: Transaction, change: Row) -> None:
    """Undo a change of a case; its search terms go back with it."""
    transaction.restore(change)
    if change["before"] is None:
        search_terms.forget_words(transaction.connection, change["id"], change["after"]["words"])
    else:
        search_terms.index_anew(transaction.connection, change["id"])


def may_undo(transaction: Transaction, last: Happened) -> None:
    """Calculate the clocks of an undone case again, because the calendar or another step may have changed them.

    Raises `Refused(CHANGED_SINCE)` if the case would be closed again although others have started a clock on it since,
    and if a customer was forgotten since: nobody could be reached about a case that were open again.
    """
    changed = [c for c in journal.changes(transaction.connection, last.seq) if c.table == "complaints"]
    registered = {change.id for change in changed if change.before is None}
    numbers = {change.id for change in changed} - registered
    if numbers and journal.was_since(transaction.connection, ForgetEvent.FORGET, last.seq):
        raise Refused(JournalReason.CHANGED_SINCE, plate=last.plate, kind=last.kind)
    reckon_anew(transaction, numbers)
    for number in numbers:
        clocks.note_next_due(transaction, number)
        case = cases.get(transaction.connection, number)
        if case.running and not case.is_open:
            raise Refused(JournalReason.CHANGED_SINCE, plate=last.plate, kind=last.kind)
