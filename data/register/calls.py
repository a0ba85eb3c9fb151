"""Who of the emergency contact list was rung, and what came of it; calls are added, never changed (S1, S7)."""

from collections.abc import Iterator

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.people import staff
from data.register import contacts
from frontdesk.domain.register.calling import STAFF, Call, CallResult, Reachable
from frontdesk.domain.register.contacts import Contact

_LAST = (
    "select whom, number_id, at, who, result, words from contact_calls where id in"
    " (select max(id) from contact_calls {} group by whom, coalesce(number_id, 0))"
)


def every(connection: Connection) -> tuple[Reachable, ...]:
    """Return the list: the staff, then those outside; emergency numbers are not rung to try them."""
    numbers, last, reached = (
        _numbers(connection),
        _calls(connection, ""),
        _calls(connection, "where result = 'reached'"),
    )

    def made(each: Reachable) -> Reachable:
        known = each.key, numbers.get(each.key)
        return each._replace(last=last.get(known), reached=reached.get(known) or each.reached)

    return tuple(map(made, (*_staff(connection), *_outside(connection))))


def add(transaction: Transaction, key: str, result: CallResult, words: str = "") -> None:
    """Put a call on record, with the number that was rung."""
    number = _numbers(transaction.connection).get(key)
    row: Row = {"whom": key, "number_id": number, "at": transaction.now, "who": transaction.actor.who}
    transaction.insert("contact_calls", {**row, "result": result, "words": words})


def _staff(connection: Connection) -> Iterator[Reachable]:
    for person in staff.everyone(connection):
        yield Reachable(f"{STAFF}{person.id}", person.name, person.post, person.phone)


def _outside(connection: Connection) -> Iterator[Reachable]:
    for contact in contacts.in_use(connection):
        if not contact.is_emergency:
            said = contact.details
            made = Reachable(contact.key, said.name, said.kind, said.phone, is_backup=said.is_backup)
            yield made._replace(reached=_told(contact))


def _told(contact: Contact) -> Call | None:
    """Return the call that the contact itself tells of: it was rung before calls were put on record one by one."""
    return None if contact.called_at is None else Call(contact.called_at, contact.called_by, CallResult.REACHED)


def _numbers(connection: Connection) -> dict[str, int | None]:
    """Return the row of the number that stands there for each."""
    rows = connection.execute(
        "select ? || id, phone_id from staff where active = 1 union all"
        " select key, phone_id from contacts where key is not null",
        (STAFF,),
    )
    return dict(rows.fetchall())


def _calls(connection: Connection, which: str) -> dict[tuple[str, int | None], Call]:
    rows = connection.execute(_LAST.format(which))
    return {(whom, number): Call(at, who, CallResult(result), words) for whom, number, at, who, result, words in rows}
