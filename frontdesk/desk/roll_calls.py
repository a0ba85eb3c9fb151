"""Roll calls: begun with everybody who should be here, marked one by one, ended when nobody is missing (I4, I16)."""

import re

from data import journal, policy
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.incidents import incidents
from data.matters import dues, matters
from data.roll_calls import expected, roll_calls
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import operator
from frontdesk.domain.cases.search_terms import needle
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
    found_by,
)
from frontdesk.domain.values.clock import SECOND
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line, whole_words


def of_matter(desk: Desk, matter: int) -> tuple[RollCall, ...]:
    """Return the rounds for a matter, the first one first. Raises `Refused(NO_MATTER)`."""

    def question(connection: Connection) -> tuple[RollCall, ...]:
        matters.get(connection, matter)
        return roll_calls.of_matter(connection, matter)

    return desk.read(question)


def running(desk: Desk) -> tuple[RollCall, ...]:
    """Return the roll calls under way, the one begun first first."""
    return desk.read(roll_calls.running)


def last_of(desk: Desk, matter: int) -> RollCall:
    """Return the last round for a matter. Raises `Refused(NO_ROLL_CALL)`."""
    return desk.read(lambda connection: roll_calls.latest(connection, matter))


def expected_now(desk: Desk) -> RollCall:
    """Return who and what would be expected if a roll call began now, for a list on paper."""
    now, who = desk.now(), desk.actor.who

    def question(connection: Connection) -> RollCall:
        names = (Entry(Key(Subject.PERSON, 0), name) for name in expected.people(connection, now))
        return RollCall(0, 0, 0, now, who, entries=(*names, *expected.cars_and_customers(connection)))

    return desk.read(question)


def is_complete(connection: Connection, matter: int) -> bool:
    """Whether nobody is missing by the last round for a matter; also where there was no roll call."""
    rounds = roll_calls.of_matter(connection, matter)
    return not rounds or rounds[-1].is_complete


def is_counted(connection: Connection, matter: int) -> bool:
    """Whether there was a roll call for a matter, and nobody is missing by its last round."""
    return bool(roll_calls.of_matter(connection, matter)) and is_complete(connection, matter)


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


def meant(roll_call: RollCall, typed: str, *, car: bool = False) -> Entry:
    """Return whom of the people, or which car, a typed name, plate, or part of either means; visitor 2 by the number.

    Raises `Refused`: NOT_EXPECTED, SEVERAL_FIT.
    """
    entries = [each for each in roll_call.entries if (each.subject is Subject.CAR) is car]
    exact = [each for each in entries if needle(typed) in {needle(each.name), needle(each.plate)} - {""}]
    nth = re.search(r"\d+$", needle(typed))
    visitors = [each for each in entries if nth and each.subject is Subject.VISITOR and str(each.nth) == nth[0]]
    found = exact or found_by(entries, needle(typed)) or visitors if needle(typed) else ()
    if not found:
        raise Refused(RollCallReason.NOT_EXPECTED, number=roll_call.matter, text=typed)
    if len(found) > 1:
        raise Refused(RollCallReason.SEVERAL_FIT, number=roll_call.matter, text=typed, found=tuple(found))
    return found[0]


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
    connection = transaction.connection
    names = expected.people(connection, transaction.now)
    fresh = [
        *(Entry(Key(Subject.PERSON, 0), name) for name in names),
        *expected.cars_and_customers(connection),
        *(Entry(Key(Subject.VISITOR, 0), "") for _ in range(visitors)),
    ]
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
