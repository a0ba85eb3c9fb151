"""Roll calls: begun with everybody who should be here, marked one by one, ended when nobody is missing (I4, I16)."""

from data import journal, policy
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.incidents import incidents
from data.matters import dues, matters
from data.roll_calls import roll_calls
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import operator
from frontdesk.desk.roll_calls.reading import expected_at
from frontdesk.domain.incidents.reasons import IncidentReason
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Matter, MatterKind
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.roll_calls.events import RollCallEvent
from frontdesk.domain.roll_calls.reasons import RollCallReason
from frontdesk.domain.roll_calls.roll_call import (
    Entry,
    Key,
    Mark,
    RollCall,
    Subject,
    carried_over,
    check_end,
    check_mark,
    check_running,
    check_visitors,
)
from frontdesk.domain.values.clock import SECOND
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line, whole_words


def start(desk: Desk, matter: int, *, visitors: int = 0, operation: str | None = None) -> Result:
    """Begin a roll call, or its next round: all who should be here, and `visitors` more who stand on no list.

    The round before ends as it is. Whoever was on it and is not known to have left is expected in this one too.
    Raises `Refused`: NO_MATTER, MATTER_CLOSED, VISITORS, NO_OPERATOR, UNKNOWN_PERSON.
    """

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        _check_open(connection, matters.get(connection, matter))
        check_visitors(visitors)
        operator(transaction)
        rounds = roll_calls.of_matter(connection, matter)
        before = rounds[-1] if rounds else None
        if before is not None and before.is_running:
            roll_calls.end(transaction, before)
        number = roll_calls.begin(transaction, matter, len(rounds) + 1)
        entries = _expected(transaction, before, visitors)
        for entry in entries:
            roll_calls.put(transaction, number, entry)
        _settle(transaction, matter)
        cars = sum(entry.subject is Subject.CAR for entry in entries)
        facts = {"round": len(rounds) + 1, "people": len(entries) - cars, "cars": cars}
        return Result(RollCallEvent.START, number=matter, facts=facts)

    return desk.do(body, operation)


def mark(
    desk: Desk, matter: int, key: Key, found: Mark, *, words: str = "", seen: int | None = None,
    operation: str | None = None,
) -> Result:  # fmt: skip
    """Say what was found of somebody or of a car; `words`: what was said where somebody answers for them.

    `seen`: the number of the last mark that was seen of them, 0 for none; whoever was first meanwhile is told.
    Raises `Refused`: NO_ROLL_CALL, NOT_EXPECTED, NO_OPERATOR, UNKNOWN_PERSON, and as `check_mark` says.
    """
    said = whole_words(words)

    def body(transaction: Transaction) -> Result:
        operator(transaction)
        roll_call = roll_calls.latest(transaction.connection, matter)
        entry = roll_call.entry(key)
        check_mark(roll_call, entry, found, said, seen)
        roll_calls.mark(transaction, roll_call, entry, found, said)
        _settle(transaction, matter)
        return Result(
            RollCallEvent.MARK, entry.plate, number=matter, facts={"mark": found, "subject": key.subject, "of": key.of}
        )

    return desk.do(body, operation)


def add(desk: Desk, matter: int, subject: Subject, name: str, operation: str | None = None) -> Result:
    """Put somebody on the list who was not expected: of the staff, or a visitor.

    Raises `Refused`: NO_ROLL_CALL, ROLL_CALL_ENDED, NOT_EXPECTED, EXPECTED_ALREADY.
    """
    named = whole_line(name, NAME_LIMIT)

    def body(transaction: Transaction) -> Result:
        operator(transaction)
        roll_call = roll_calls.latest(transaction.connection, matter)
        check_running(roll_call)
        if not named or subject not in {Subject.PERSON, Subject.VISITOR}:
            raise Refused(RollCallReason.NOT_EXPECTED, number=matter, text=named)
        if any(each.name == named for each in roll_call.of(subject)):
            raise Refused(RollCallReason.EXPECTED_ALREADY, number=matter, text=named)
        number = roll_calls.put(transaction, roll_call.id, Entry(Key(subject, 0), named))
        _settle(transaction, matter)
        return Result(RollCallEvent.ADD, number=matter, facts={"subject": subject, "of": number})

    return desk.do(body, operation)


def end(desk: Desk, matter: int, operation: str | None = None) -> Result:
    """Call a round complete. Raises `Refused`: NO_ROLL_CALL, ROLL_CALL_ENDED, STILL_MISSING."""

    def body(transaction: Transaction) -> Result:
        operator(transaction)
        roll_call = roll_calls.latest(transaction.connection, matter)
        check_end(roll_call)
        roll_calls.end(transaction, roll_call)
        dues.meet(transaction, matter, DueName.ROLL_CALL)
        return Result(RollCallEvent.END, number=matter, facts={"round": roll_call.round})

    return desk.do(body, operation)


def end_with_matter(transaction: Transaction, matter: int) -> None:
    """Let a round that is under way, and complete, end with the matter it is for."""
    rounds = roll_calls.of_matter(transaction.connection, matter)
    if rounds and rounds[-1].is_running and rounds[-1].is_complete:
        roll_calls.end(transaction, rounds[-1])
        dues.meet(transaction, matter, DueName.ROLL_CALL)


def may_undo(transaction: Transaction, last: Happened) -> None:
    """Refuse to take back what a round holds that has ended since, and its end once its incident is over.

    Others rely on nobody being missing by it.
    """
    if last.kind not in {*RollCallEvent}:
        return
    connection = transaction.connection
    changes = journal.changes(connection, last.seq)
    for change in changes:
        row = change.after or {}
        if change.table == "roll_marks" and not roll_calls.is_running_of(connection, row["name_id"]):
            raise Refused(JournalReason.CHANGED_SINCE, kind=last.kind, plate=last.plate)
    ended = {change.id for change in changes if change.table == "roll_calls" and last.kind == RollCallEvent.END}
    for again in (each for each in roll_calls.running(connection) if each.id in ended):
        _check_open(connection, matters.get(connection, again.matter))
        if roll_calls.latest(connection, again.matter).id != again.id:
            raise Refused(JournalReason.CHANGED_SINCE, kind=last.kind, plate=last.plate)


def _expected(transaction: Transaction, before: RollCall | None, visitors: int) -> tuple[Entry, ...]:
    """Return who and what is expected now, with those of the round before of whom nobody knows that they left."""
    more = (Entry(Key(Subject.VISITOR, 0), "") for _ in range(visitors))
    fresh = (*expected_at(transaction.connection, transaction.now), *more)
    known = {(each.subject, each.name if each.subject is Subject.PERSON else each.key.of) for each in fresh}
    kept = [
        each
        for each in (carried_over(before) if before else ())
        if each.subject is Subject.VISITOR
        or (each.subject, each.name if each.subject is Subject.PERSON else each.key.of) not in known
    ]
    return (*fresh, *kept)


def _settle(transaction: Transaction, matter: int) -> None:
    """Nobody is missing: nothing is owed any more. Somebody is: it is owed by the time the roll call has."""
    roll_call = roll_calls.latest(transaction.connection, matter)
    owed = any(
        due.name is DueName.ROLL_CALL and due.is_running for due in matters.get(transaction.connection, matter).dues
    )
    if roll_call.is_complete:
        dues.meet(transaction, matter, DueName.ROLL_CALL)
    elif not owed:
        within = policy.current(transaction.connection).roll_call_s * SECOND
        at = max(transaction.now, roll_call.started_at + within)
        dues.start(transaction, matter, DueName.ROLL_CALL, at, roll_call.started_by)


def _check_open(connection: Connection, matter: Matter) -> None:
    """Check that it goes on, so that nobody is found missing after the command has declared it over."""
    if matter.closed_at is not None:
        raise Refused(MatterReason.MATTER_CLOSED, number=matter.id, who=matter.closed_by, when=matter.closed_at)
    if matter.kind is not MatterKind.INCIDENT:
        return
    incident = incidents.get(connection, matter.id)
    if incident.ended_at is not None:
        ended = {"who": incident.ended_by, "when": incident.ended_at}
        raise Refused(IncidentReason.INCIDENT_OVER, number=matter.id, outcome="", **ended)
