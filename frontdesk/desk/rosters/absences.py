"""Absences, wishes and sick calls: whoever is away from a published shift leaves a gap that somebody owes (S2)."""

from datetime import date

from data.engine.transaction import Transaction
from data.people import staff
from data.rosters import absences, rosters, shifts
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_at_desk, operator
from frontdesk.desk.roster_board import today
from frontdesk.desk.rosters.gaps import mind, mind_days
from frontdesk.desk.rosters.planning import back_to_draft
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.rosters.absence import WHY_LIMIT, Absence, check_absence
from frontdesk.domain.rosters.events import RosterEvent
from frontdesk.domain.rosters.turn import TurnState
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line


def listed(desk: Desk, first: date, last: date) -> tuple[Absence, ...]:
    """Return the absences and wishes that have a part in some days."""
    return desk.read(lambda connection: absences.between(connection, first, last))


def add(
    desk: Desk, person: str, first: date, last: date, why: str, *, is_wish: bool = False, operation: str | None = None
) -> Result:
    """Put on record that somebody is away, both days included, or wishes to be free.

    A shift they have in a draft is free again; one that was published is ended, on record, and somebody is to be
    found. Anybody may say so of themselves, of others whoever works at the desk. Raises `Refused`: UNKNOWN_PERSON,
    NOT_YOUR_POST, ABSENCE_DAYS, ABSENCE_WHY, ABSENT_ALREADY.
    """
    person, said = whole_line(person, NAME_LIMIT), whole_line(why, WHY_LIMIT)

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        if operator(transaction).name != person:
            check_at_desk(transaction)
        if person not in {each.name for each in staff.everyone(connection)}:
            raise Refused(PeopleReason.UNKNOWN_PERSON, name=person)
        known = absences.between(connection, first, last)
        day = today(connection, transaction.now)
        check_absence(person, first, last, said, is_wish=is_wish, known=known, today=day)
        number = absences.add(transaction, person, first, last, said, is_wish=is_wish)
        left = 0 if is_wish else _leave_turns(transaction, person, first, last)
        facts: dict[str, str | int] = {"name": person, "first": str(first), "last": str(last), "shifts": left}
        return Result(RosterEvent.ABSENCE_ADD, number=number, facts=facts)

    return desk.do(body, operation)


def _leave_turns(transaction: Transaction, person: str, first: date, last: date) -> int:
    """End what somebody was to work on some days; return how many published shifts are without them now."""
    connection, left = transaction.connection, 0
    by_key = {shift.key: shift for shift in shifts.every(connection)}
    for version in rosters.every(connection, first):
        theirs = [
            turn
            for turn in rosters.turns(connection, version.id)
            if turn.person == person and first <= turn.day <= last and turn.is_worked
        ]
        for turn in theirs:
            if version.is_planned:
                rosters.put_turn(transaction, version.id, turn._replace(shift="", set_by=""), by_key)
            else:
                rosters.end_turn(transaction, turn, TurnState.SICK)
                left += 1
        if theirs and version.is_planned:
            back_to_draft(transaction, version)
        if theirs:
            mind(transaction, version)
    return left


def end(desk: Desk, number: int, operation: str | None = None) -> Result:
    """Somebody is not away after all; their shifts are not given back by that. Raises `Refused(NO_ABSENCE)`."""

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        absence = absences.get(connection, number)
        if operator(transaction).name != absence.person:
            check_at_desk(transaction)
        absences.end(transaction, absence)
        mind_days(transaction, absence.first, absence.last)
        facts = {"name": absence.person, "first": str(absence.first), "last": str(absence.last)}
        return Result(RosterEvent.ABSENCE_END, number=number, facts=facts)

    return desk.do(body, operation)
