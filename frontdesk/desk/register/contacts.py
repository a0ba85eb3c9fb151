"""Whom outside to ring: added, changed, taken off the list and back, called through (S7, S10)."""

from collections.abc import Iterable

from data.engine.transaction import Transaction
from data.register import calls, contacts
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_at_desk, operator
from frontdesk.domain.journal.result import Result
from frontdesk.domain.register.calling import CallResult
from frontdesk.domain.register.contacts import (
    HOURS_LIMIT,
    MOST_CONTACTS,
    NAME_LIMIT,
    NOTE_LIMIT,
    SHIPPED,
    Contact,
    Details,
    check,
    read_number,
)
from frontdesk.domain.register.events import RegisterEvent
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line

_SHIPPED = frozenset(contact.key for contact in SHIPPED)


def listed(desk: Desk) -> tuple[Contact, ...]:
    """Return every contact, by kind, also those that are not in use any more."""
    return desk.read(contacts.every)


def add(desk: Desk, said: Details, operation: str | None = None) -> Result:
    """Put a contact on the list.

    Raises `Refused`: NOT_YOUR_POST, TOO_MANY_CONTACTS, TEXT_TOO_LONG, and as `check` says.
    """
    typed = cleaned(said)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        every = contacts.every(transaction.connection)
        check_new(typed, every)
        return _result(RegisterEvent.CONTACT_ADD, contacts.add(transaction, typed))

    return desk.do(body, operation)


def change(desk: Desk, key: str, said: Details, operation: str | None = None) -> Result:
    """Describe a contact anew; another number has not been called yet.

    Raises `Refused`: NOT_YOUR_POST, NO_CONTACT, SAME_AS_BEFORE, TEXT_TOO_LONG, and as `check` says.
    """
    typed = cleaned(said)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        contact = contacts.get(transaction.connection, key)
        if typed == contact.details:
            raise Refused(RegisterReason.SAME_AS_BEFORE, name=contact.details.name or key)
        others = (other for other in contacts.every(transaction.connection) if other.key != key)
        check(typed, others, is_shipped=key in _SHIPPED)
        becomes = contact._replace(details=typed)
        if typed.phone != contact.details.phone:
            becomes = becomes._replace(called_at=None, called_by="")
        contacts.save(transaction, becomes, contact)
        return _result(RegisterEvent.CONTACT_CHANGE, becomes)

    return desk.do(body, operation)


def take_off(desk: Desk, key: str, operation: str | None = None) -> Result:
    """Take a contact off the list. Raises `Refused`: NOT_YOUR_POST, NO_CONTACT, SAME_AS_BEFORE."""
    return _use(desk, key, RegisterEvent.CONTACT_REMOVE, operation)


def put_back(desk: Desk, key: str, operation: str | None = None) -> Result:
    """Put a contact back on the list. Raises `Refused`: NOT_YOUR_POST, NO_CONTACT, SAME_AS_BEFORE."""
    return _use(desk, key, RegisterEvent.CONTACT_CHANGE, operation)


def _use(desk: Desk, key: str, kind: RegisterEvent, operation: str | None) -> Result:
    in_use = kind is not RegisterEvent.CONTACT_REMOVE

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        contact = contacts.get(transaction.connection, key)
        if contact.in_use == in_use:
            raise Refused(RegisterReason.SAME_AS_BEFORE, name=contact.details.name or key)
        becomes = contact._replace(in_use=in_use)
        contacts.save(transaction, becomes, contact)
        return _result(kind, becomes)

    return desk.do(body, operation)


def called(desk: Desk, key: str, operation: str | None = None) -> Result:
    """Put on record that somebody rang a contact just now and it is right; anybody on the staff list may.

    Raises `Refused`: NO_OPERATOR, NO_CONTACT, EMERGENCY_NUMBER.
    """

    def body(transaction: Transaction) -> Result:
        person = operator(transaction)
        contact = contacts.get(transaction.connection, key)
        if contact.is_emergency:
            raise Refused(RegisterReason.EMERGENCY_NUMBER, number=contact.details.phone)
        calls.add(transaction, key, CallResult.REACHED)
        note_called(transaction, contact, person.name)
        return _result(RegisterEvent.CONTACT_CALLED, contact)

    return desk.do(body, operation)


def note_called(transaction: Transaction, contact: Contact, who: str) -> None:
    """A contact was rung just now, and it is right."""
    contacts.save(transaction, contact._replace(called_at=transaction.now, called_by=who), contact)


def cleaned(said: Details) -> Details:
    """Return what was typed of a contact, cleaned. Raises `Refused`: TEXT_TOO_LONG, BAD_PHONE."""
    name, hours = whole_line(said.name, NAME_LIMIT), whole_line(said.hours, HOURS_LIMIT)
    note, phone = whole_line(said.note, NOTE_LIMIT), read_number(said.phone)
    return said._replace(name=name, phone=phone, hours=hours, note=note)


def check_new(said: Details, every: Iterable[Contact]) -> None:
    """Check a contact that is to come on the list. Raises `Refused`: TOO_MANY_CONTACTS, and as `check` says."""
    known = tuple(every)
    if len(known) >= MOST_CONTACTS:
        raise Refused(RegisterReason.TOO_MANY_CONTACTS, right=MOST_CONTACTS)
    check(said, known, is_shipped=False)


def _result(kind: RegisterEvent, contact: Contact) -> Result:
    """Return what was done, without the phone number: the log holds none."""
    return Result(kind, facts={"contact": contact.key, "name": contact.details.name})
