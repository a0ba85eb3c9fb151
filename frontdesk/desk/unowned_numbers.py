"""Deletes the phone numbers that nobody refers to any more, once nothing can be undone that would bring one back."""

from data import policy as policies
from data.engine import store_time
from data.engine.connection import Connection, empty_journal, errors_as_sentences
from data.engine.transaction import Transaction
from data.engine.turns import writing
from data.people import phones
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import SECOND, Clock, Millis


def mind(transaction: Transaction, result: Result) -> bool:
    """Note the numbers that a command let go, and delete those whose time is over; return whether any was deleted.

    What cannot be undone, such as an undo and a change of the staff list, lets it go at once.
    """
    let_go_at = transaction.now if result.kind.can_be_undone else 0
    phones.note_let_go(transaction.connection, transaction.changes, let_go_at)
    return _delete(transaction.connection, transaction.now)


def delete_due(connection: Connection, clock: Clock) -> None:
    """Delete what is due without any command; a station does it now and then."""
    if not phones.anything_let_go(connection):
        return
    now = store_time.now(connection, clock)
    with errors_as_sentences():
        with writing(connection):
            deleted = _delete(connection, now)
        if deleted:
            empty_journal(connection)


def _delete(connection: Connection, now: Millis) -> bool:
    if not phones.anything_let_go(connection):
        return False
    return phones.delete_let_go(connection, now - policies.current(connection).undo_s * SECOND)
