"""The staff list (S1)."""

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.people import phones
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.values.errors import Refused


def everyone(connection: Connection) -> tuple[Person, ...]:
    """Return the people on the list, in order of post and name."""
    rows = connection.execute(
        "select s.id, name, post, coalesce(p.number, '') from staff s left join phones p on p.id = s.phone_id"
        " where active = 1 order by post, name"
    )
    return tuple(Person(number, name, Post(post), phone) for number, name, post, phone in rows)


def add(transaction: Transaction, name: str, post: Post, phone: str) -> int:
    """Put a person on the list, or back on it."""
    phone_id = phones.keep(transaction.connection, phone)
    row = transaction.connection.execute("select id, active from staff where name = ?", (name,)).fetchone()
    if row is None:
        return transaction.insert("staff", {"name": name, "post": post, "phone_id": phone_id})
    if row[1]:
        raise Refused(PeopleReason.ALREADY_STAFF, name=name)
    transaction.update("staff", row[0], {"post": post, "phone_id": phone_id, "active": 1})
    return int(row[0])


def change(transaction: Transaction, person: Person, post: Post, phone: str) -> None:
    """A person on the list has another post or phone number from now on."""
    values: Row = {"post": post}
    if phone != person.phone:
        values["phone_id"] = phones.keep(transaction.connection, phone)
    transaction.update("staff", person.id, values, where={"post": person.post, "active": 1})


def remove(transaction: Transaction, name: str) -> int:
    """Take a person off the list; what they did stays on record."""
    row = transaction.connection.execute("select id from staff where name = ? and active = 1", (name,)).fetchone()
    if row is None:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=name)
    transaction.update("staff", row[0], {"active": 0})
    return int(row[0])
