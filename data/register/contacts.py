"""Whom outside to ring: a row for each contact that the store added, or said otherwise of (S7)."""

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from data.people import phones
from frontdesk.domain.register.contacts import Contact, ContactKind, Details, with_shipped
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.values.errors import Refused

_FROM = (
    "select c.id, key, kind, name, coalesce(p.number, ''), hours, note, backup, called_at, called_by, in_use"
    " from contacts c left join phones p on p.id = c.phone_id"
)


def every(connection: Connection) -> tuple[Contact, ...]:
    """Return every contact, by kind, also those that are not in use any more."""
    rows = connection.execute(f"{_FROM} order by c.id").fetchall()
    return with_shipped(each("contacts", rows, _contact))


def in_use(connection: Connection) -> tuple[Contact, ...]:
    """Return the contacts that are in use, by kind."""
    return tuple(contact for contact in every(connection) if contact.in_use)


def of_kind(connection: Connection, kind: ContactKind) -> tuple[Contact, ...]:
    """Return whom to ring of a kind, the first before the backups."""
    return tuple(contact for contact in in_use(connection) if contact.details.kind is kind)


def get(connection: Connection, key: str) -> Contact:
    """Return a contact by its key. Raises `Refused(NO_CONTACT)`."""
    found = next((contact for contact in every(connection) if contact.key == key), None)
    if found is None:
        raise Refused(RegisterReason.NO_CONTACT, text=key)
    return found


def add(transaction: Transaction, details: Details) -> Contact:
    """Add a contact of the store's own."""
    (number,) = transaction.connection.execute("select coalesce(max(id), 0) + 1 from contacts").fetchone()
    contact = Contact(f"contact_{number}", details)
    save(transaction, contact, None)
    return contact


def save(transaction: Transaction, contact: Contact, was: Contact | None) -> None:
    """Keep what the store says of a contact; its number is kept anew only where it is another one."""
    connection, said = transaction.connection, contact.details
    row: Row = {"kind": said.kind, "name": said.name, "hours": said.hours, "note": said.note}
    row |= {"backup": int(said.is_backup), "called_at": contact.called_at, "called_by": contact.called_by}
    row["in_use"] = int(contact.in_use)
    known = connection.execute("select id from contacts where key = ?", (contact.key,)).fetchone()
    if known is None or was is None or was.details.phone != said.phone:
        row["phone_id"] = phones.keep(connection, said.phone)
    if known is None:
        transaction.insert("contacts", {"key": contact.key, **row})
    else:
        transaction.update("contacts", known[0], row)


def _contact(row: tuple[object, ...]) -> Contact:
    _, key, kind, name, phone, hours, note, backup, called_at, called_by, is_used = row
    details = Details(ContactKind(str(kind)), str(name), str(phone), str(hours), str(note), bool(backup))
    at = called_at if isinstance(called_at, int) else None
    return Contact(str(key), details, at, str(called_by), bool(is_used))
