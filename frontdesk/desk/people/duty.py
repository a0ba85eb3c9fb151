"""Handing over: who is on duty as manager and as deputy, from when until when (Z1, S2)."""

from data.engine.transaction import Transaction
from data.people import duties, staff
from data.people.roster import roster
from frontdesk.desk.desk import Desk
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.duty import Duty, Roster, check_shift
from frontdesk.domain.people.events import PeopleEvent
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.roles import OWN_STEPS_ONLY, Role
from frontdesk.domain.people.staff import NAME_LIMIT, Person, Post
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line


def hand_over(
    desk: Desk, role: Role, name: str, ends_at: Millis, *, starts_at: Millis | None = None, operation: str | None = None
) -> Result:
    """Put a person on duty until `ends_at`, from now or from `starts_at`. Raises `Refused`."""
    name = whole_line(name, NAME_LIMIT)

    def body(transaction: Transaction) -> Result:
        starts = transaction.now if starts_at is None else starts_at
        check_shift(role, name, starts, ends_at, staff=staff.everyone(transaction.connection), now=transaction.now)
        number = duties.add(transaction, role, name, starts, ends_at)
        return Result(PeopleEvent.DUTY, number=number, facts={"role": role, "name": name})

    return desk.do(body, operation)


def end(desk: Desk, role: Role, operation: str | None = None) -> Result:
    """End the duty set for a role now; the person in the post on the staff list stands in."""

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        known = roster(connection, transaction.now)
        shift = known.shift(role, transaction.now)
        if shift is None or shift.starts_at == transaction.now:
            raise Refused(PeopleReason.NO_DUTY, role=role)
        duties.end(transaction, shift)
        return Result(PeopleEvent.DUTY_END, number=shift.id, facts={"role": role, "name": shift.name})

    return desk.do(body, operation)


def ahead(desk: Desk) -> tuple[Duty, ...]:
    """Return the duties that are in force or still to come, soonest first."""
    now = desk.now()
    shifts = [shift for shift in desk.read(duties.lately) if shift.ends_at > now]
    return tuple(sorted(shifts, key=lambda shift: (shift.starts_at, shift.id)))


def check_at_desk(transaction: Transaction) -> None:
    """Check that whoever does this works at the desk, and is no guard, driver or technician. Raises `Refused`."""
    person = operator(transaction)
    if person.post in OWN_STEPS_ONLY:
        raise Refused(PeopleReason.NOT_YOUR_POST, name=person.name, post=person.post)


def check_in_workshop(transaction: Transaction) -> None:
    """Check that whoever does this works at the desk or in the workshop: no guard, no driver. Raises `Refused`."""
    person = operator(transaction)
    if person.post in OWN_STEPS_ONLY - {Post.TECHNICIAN}:
        raise Refused(PeopleReason.NOT_YOUR_POST, name=person.name, post=person.post)


def check_manages(transaction: Transaction) -> None:
    """Check that whoever does this runs the store's service. Raises `Refused`."""
    person = operator(transaction)
    if not roster_of(transaction).manages(person.name, transaction.now):
        raise Refused(PeopleReason.NOT_YOUR_POST, name=person.name, post=person.post)


def check_supervises(transaction: Transaction) -> None:
    """Check that whoever does this is a workshop supervisor, or runs the store's service. Raises `Refused`."""
    person = operator(transaction)
    if person.post is not Post.SUPERVISOR and not roster_of(transaction).manages(person.name, transaction.now):
        raise Refused(PeopleReason.NOT_YOUR_POST, name=person.name, post=person.post)


def operator(transaction: Transaction) -> Person:
    """Return whoever does this. Raises `Refused`: NO_OPERATOR, UNKNOWN_PERSON."""
    who = transaction.actor.who
    if not who:
        raise Refused(PeopleReason.NO_OPERATOR)
    person = next((each for each in staff.everyone(transaction.connection) if each.name == who), None)
    if person is None:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=who)
    return person


def roster_of(transaction: Transaction) -> Roster:
    """Return the staff list and the duties that are set."""
    return roster(transaction.connection, transaction.now)
