"""Keeping the staff list (S1)."""

from data.engine.transaction import Transaction
from data.people import pins, staff
from data.register import teams
from frontdesk.desk.desk import Desk
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.events import PeopleEvent
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import NAME_LIMIT, Person, Post, read_name
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.phones import parse_phone
from frontdesk.domain.values.text import whole_line


def add(desk: Desk, name: str, post: Post, phone: str = "", operation: str | None = None) -> Result:
    """Put a person on the list. Raises `Refused`: as `read_name` says, BAD_PHONE, ALREADY_STAFF."""
    name, number = read_name(name), parse_phone(phone)

    def body(transaction: Transaction) -> Result:
        return Result(PeopleEvent.STAFF_ADD, number=staff.add(transaction, name, post, number), facts={"name": name})

    return desk.do(body, operation)


def change(
    desk: Desk, name: str, *, post: Post | None = None, phone: str | None = None, operation: str | None = None
) -> Result:
    """Give a person on the list another post or phone number; what is not said stays.

    Whoever is called from now on is called by these. Raises `Refused`: UNKNOWN_PERSON, BAD_PHONE, SAME_PERSON.
    """
    name, number = whole_line(name, NAME_LIMIT), None if phone is None else parse_phone(phone)

    def body(transaction: Transaction) -> Result:
        person = next((each for each in staff.everyone(transaction.connection) if each.name == name), None)
        if person is None:
            raise Refused(PeopleReason.UNKNOWN_PERSON, name=name)
        said = (person.post if post is None else post, person.phone if number is None else number)
        if said == (person.post, person.phone):
            raise Refused(PeopleReason.SAME_PERSON, name=name)
        staff.change(transaction, person, *said)
        return Result(PeopleEvent.STAFF_CHANGE, number=person.id, facts={"name": name})

    return desk.do(body, operation)


def remove(desk: Desk, name: str, operation: str | None = None) -> Result:
    """Take a person off the list; their PIN ends, and so does their place in the teams."""
    name = whole_line(name, NAME_LIMIT)

    def body(transaction: Transaction) -> Result:
        number = staff.remove(transaction, name)
        pins.take_away(transaction.connection, number, transaction.now)
        teams.leave_all(transaction, number)
        return Result(PeopleEvent.STAFF_REMOVE, number=number, facts={"name": name})

    return desk.do(body, operation)


def everyone(desk: Desk) -> tuple[Person, ...]:
    """Return the list."""
    return desk.read(staff.everyone)
