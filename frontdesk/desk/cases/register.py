"""Cases are registered at once, while the customer speaks, and read again (C1, C2, C12)."""

from data.cases import cases, clocks, drafts, search_terms
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.zone import visits
from frontdesk.desk.case_clocks import start
from frontdesk.desk.cases.lists import check_listed
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings
from frontdesk.desk.meetings import group
from frontdesk.domain.cases.case import Case, Note, Severity
from frontdesk.domain.cases.checks import check_received
from frontdesk.domain.cases.clock_effects import owed
from frontdesk.domain.cases.events import CaseEvent
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import Millis


def register(desk: Desk, new: NewCase, operation: str | None = None, *, one_of_many: bool = False) -> Result:
    """Put a case in the queue, linked to the plate's visit at that time; its clocks start when it came in (C1, C2).

    Clocks already overdue are raised at once; with `one_of_many`, the caller looks for them once, after the last case.
    """
    new = new.cleaned()

    def body(transaction: Transaction) -> Result:
        at = transaction.now if new.received_at is None else new.received_at
        check_received(at, transaction.now)
        check_listed(transaction.connection, new.channel, new.kind)
        connection = transaction.connection
        visit = visits.latest_visit(connection, new.plate, at) if new.plate else None
        case = cases.register(transaction, new, at, visit)
        search_terms.index(connection, case)
        search_terms.index_words(connection, case, new.words)
        drafts.drop(connection, transaction.actor)
        for name in owed(new.severity):
            start(transaction, case, name, at)
        clocks.note_next_due(transaction, case)
        if new.severity is Severity.MAJOR and not one_of_many:
            group.judged(transaction, case, new.severity)
        if not one_of_many:
            crossings.note_crossings(transaction, transaction.now)
        return Result(CaseEvent.REGISTER, new.plate, number=case, facts={"severity": new.severity.value}, at=at)

    return desk.do(body, operation)


def get(desk: Desk, number: int) -> Case:
    """Return one case. Raises `Refused(NO_COMPLAINT)`."""
    return desk.read(lambda connection: cases.get(connection, number))


def received_since(desk: Desk, at: Millis) -> tuple[tuple[Case, tuple[Note, ...]], ...]:
    """Return the cases that came in at an instant or later, in that order, each with its history."""

    def question(connection: Connection) -> tuple[tuple[Case, tuple[Note, ...]], ...]:
        found = cases.received_since(connection, at)
        written = cases.notes_of(connection, (case.id for case in found))
        return tuple((case, written.get(case.id, ())) for case in found)

    return desk.read(question)


def of_clock(desk: Desk, subject: Subject) -> int:
    """Return the number of the case whose clock an escalation is about."""
    return desk.read(lambda connection: clocks.case_of(connection, subject.number))
