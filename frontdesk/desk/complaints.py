"""The complaint queue: registered at once, one step at a time to the customer's confirmation (C1–C4, C12, Q1)."""

from data import calendars, complaints, policies, visits
from data.phones import whole
from data.transaction import Transaction
from frontdesk.desk import crossings
from frontdesk.desk.desk import Answer, Desk
from frontdesk.domain.clock import Millis
from frontdesk.domain.complaints import (
    MET_BY,
    Channel,
    Complaint,
    ComplaintKind,
    Note,
    Severity,
    Step,
    after,
    clocks_at_start,
)
from frontdesk.domain.errors import Reason, Refused
from frontdesk.domain.phones import parse_phone
from frontdesk.domain.plates import fragment
from frontdesk.domain.text import clean_line, clean_words

CUSTOMER_LIMIT = 60


def register(
    desk: Desk,
    *,
    channel: Channel,
    kind: ComplaintKind,
    severity: Severity,
    customer: str,
    phone: str,
    plate: str,
    words: str,
    received_at: Millis | None = None,
    operation: str | None = None,
) -> Answer:
    """Put a complaint in the queue (C1, C2), linked to the plate's latest visit; its clocks start when it came in."""
    said, number, compact = clean_words(words), parse_phone(phone), fragment(plate)
    if not said:
        raise Refused(Reason.WORDS_MISSING)

    def body(transaction: Transaction) -> Answer:
        at = transaction.now if received_at is None else received_at
        if at > transaction.now:
            raise Refused(Reason.IN_FUTURE, at=at, now=transaction.now)
        connection = transaction.connection
        case = complaints.register(
            transaction,
            received_at=at,
            channel=channel,
            kind=kind,
            severity=severity,
            customer=clean_line(customer, CUSTOMER_LIMIT),
            phone=number,
            plate=compact,
            visit_id=visits.latest_visit(connection, compact) if compact else None,
            words=said,
            due=clocks_at_start(severity, at, policies.current(connection), calendars.current(connection)),
        )
        crossings.note_crossings(transaction, transaction.now)
        return Answer("register", compact, number=case, detail=severity.value, at=at)

    return desk.do(body, operation)


def take(desk: Desk, number: int, step: Step, note: str = "", operation: str | None = None) -> Answer:
    """Take a case one step on. `note` is what was answered or done, whom it goes to, or why it is opened again."""
    words = clean_words(note)

    def body(transaction: Transaction) -> Answer:
        case = complaints.get(transaction.connection, number)
        stage = after(case, step, words)
        if step in MET_BY:
            complaints.meet_clock(transaction, case, MET_BY[step], transaction.now)
        if step is Step.REOPEN:
            # Opened again, it is answered anew, and in full; what a major case owes besides was done or still runs.
            policy, calendar = policies.current(transaction.connection), calendars.current(transaction.connection)
            running = {clock.name for clock in case.clocks if clock.met_at is None}
            for name, deadline in clocks_at_start(Severity.ORDINARY, transaction.now, policy, calendar).items():
                if name not in running:
                    complaints.start_clock(transaction, number, name, transaction.now, deadline)
        assigned_to = clean_line(note, CUSTOMER_LIMIT) if step is Step.ASSIGN else case.assigned_to
        complaints.move(transaction, case, stage, assigned_to)
        complaints.add_note(transaction, number, step, words, transaction.now)
        crossings.note_ends(transaction, transaction.now)
        return Answer(step.value, case.plate, number=number)

    return desk.do(body, operation)


def get(desk: Desk, number: int) -> Complaint:
    """Return one case. Raises `Refused(NO_COMPLAINT)`."""
    return desk.read(lambda connection: complaints.get(connection, number))


def notes(desk: Desk, number: int) -> tuple[Note, ...]:
    """Return a case's history."""
    return desk.read(lambda connection: complaints.notes(connection, number))


def closed_lately(desk: Desk) -> tuple[Complaint, ...]:
    """Return the cases closed lately, newest first."""
    return desk.read(complaints.closed_lately)


def show_phone(desk: Desk, number: int, operation: str | None = None) -> str:
    """Return a customer's phone number in full; that it was asked for, and by whom, is on record (C10)."""

    def body(transaction: Transaction) -> Answer:
        return Answer("show_phone", number=complaints.get(transaction.connection, number).id)

    desk.do(body, operation)
    return desk.read(lambda connection: whole(connection, number))
