"""The complaint queue: registered at once, one step at a time to the customer's confirmation (C1–C9, C12, Q1–Q6)."""

from dataclasses import asdict, replace

from data import zone
from data.cases import cases, clocks, drafts, search_terms
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from frontdesk.desk.cases.clocks import meet, reckon_anew, start
from frontdesk.desk.cases.step_writes import DEEDS
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import crossings
from frontdesk.desk.people.duty import roster_of
from frontdesk.domain.cases.case import (
    CUSTOMER_LIMIT,
    WANTS_LIMIT,
    Channel,
    Complaint,
    ComplaintKind,
    Form,
    Nature,
    Note,
    Severity,
)
from frontdesk.domain.cases.checks import check, check_received
from frontdesk.domain.cases.clock_effects import effects, owed
from frontdesk.domain.cases.closing_report import ClosingReport
from frontdesk.domain.cases.events import CaseEvent
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.cases.steps import NOTHING, Given, Step, must_be_written_up, stage_after
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.phones import parse_phone
from frontdesk.domain.values.plates import fragment
from frontdesk.domain.values.text import whole_line, whole_words


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
    nature: Nature = Nature.COMPLAINT,
    wants: str = "",
    drill: bool = False,
    received_at: Millis | None = None,
    operation: str | None = None,
    one_of_many: bool = False,
) -> Result:
    """Put a case in the queue (C1, C2), linked to the plate's visit at that time; its clocks start when it came in.

    What is overdue already is raised at once; who registers `one_of_many` looks once, after the last.
    """
    said, number, compact = whole_words(words), parse_phone(phone), fragment(plate)
    called, wish = whole_line(customer, CUSTOMER_LIMIT), whole_line(wants, WANTS_LIMIT)
    if not said:
        raise Refused(CaseReason.WORDS_MISSING)

    def body(transaction: Transaction) -> Result:
        at = transaction.now if received_at is None else received_at
        check_received(at, transaction.now)
        connection = transaction.connection
        case = cases.register(
            transaction,
            received_at=at,
            nature=nature,
            channel=channel,
            kind=kind,
            severity=severity,
            drill=drill,
            customer=called,
            phone=number,
            plate=compact,
            visit_id=zone.latest_visit(connection, compact, at) if compact else None,
            words=said,
            wants=wish,
        )
        search_terms.index(connection, case)
        drafts.drop(connection, transaction.actor)
        for name in owed(severity):
            start(transaction, case, name, at)
        clocks.note_next_due(transaction, case)
        if not one_of_many:
            crossings.note_crossings(transaction, transaction.now)
        return Result(CaseEvent.REGISTER, compact, number=case, facts={"severity": severity}, at=at)

    return desk.do(body, operation)


def take(
    desk: Desk, number: int, step: Step, note: str = "", operation: str | None = None, *, given: Given = NOTHING
) -> Result:
    """Take a case one step on. `note` is what was answered or done, whom it goes to, or why it is opened again.

    Raises `Refused` where it cannot be done now, not by this person, or not with what is given.
    """
    words, given = whole_words(note), _cleaned(given)

    def body(transaction: Transaction) -> Result:
        case, now = cases.get(transaction.connection, number), transaction.now
        rank = roster_of(transaction).rank(transaction.actor.who, now)
        check(case, step, words, given, rank=rank, now=now)
        form = Form.SPOKEN if must_be_written_up(case, step, given.form) else Form.WRITTEN
        # First of all: the closing report is drafted from these words too.
        said = given.satisfaction if step is Step.FOLLOW_UP else None
        cases.add_note(transaction, number, step, words, form=form, satisfaction=said)
        changed = DEEDS[step](transaction, case, words, given) if step in DEEDS else {}
        _turn_clocks(transaction, case, step, words, given)
        cases.change(transaction, case, {"stage": stage_after(case, step), **changed})
        clocks.note_next_due(transaction, number)
        crossings.note_ends(transaction, now)
        return Result(CaseEvent(step), case.plate, number=number)

    return desk.do(body, operation)


def _cleaned(given: Given) -> Given:
    """Return what is given with its text cleaned, as all text is where it comes in."""
    return replace(
        given,
        investigation=whole_words(given.investigation),
        analysis=whole_words(given.analysis),
        measure=whole_words(given.measure),
        report=given.report
        and ClosingReport(**{name: whole_words(text) for name, text in asdict(given.report).items()}),
    )


def _turn_clocks(transaction: Transaction, case: Complaint, step: Step, words: str, given: Given) -> None:
    effect = effects(case, step, given)
    for clock in effect.meet:
        meet(transaction, clock)
    for clock in effect.lift:
        clocks.lift(transaction, clock, transaction.now)
    for clock in effect.revive:
        clocks.revive(transaction, clock)
    for name in effect.start:
        start(transaction, case.id, name, transaction.now, agreed_at=given.at, what=words)
    # What came to life again is due by the calendar in force.
    if effect.revive:
        reckon_anew(transaction, (case.id,))


def get(desk: Desk, number: int) -> Complaint:
    """Return one case. Raises `Refused(NO_COMPLAINT)`."""
    return desk.read(lambda connection: cases.get(connection, number))


def received_since(desk: Desk, at: Millis) -> tuple[tuple[Complaint, tuple[Note, ...]], ...]:
    """Return the cases that came in at an instant or later, in that order, each with its history."""

    def question(connection: Connection) -> tuple[tuple[Complaint, tuple[Note, ...]], ...]:
        found = cases.received_since(connection, at)
        written = cases.notes_of(connection, (case.id for case in found))
        return tuple((case, written.get(case.id, ())) for case in found)

    return desk.read(question)


def of_clock(desk: Desk, subject: str) -> int:
    """Return the number of the case whose clock an escalation is about (its subject: "clock:12")."""
    return desk.read(lambda connection: clocks.case_of(connection, int(subject.removeprefix("clock:"))))
