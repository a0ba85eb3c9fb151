"""What whoever has a number wishes; a number may stand in several rows, and a wish holds for all of them."""

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.people import phones
from frontdesk.domain.messages.message import Wishes

_OF_NUMBER = (
    "select w.id, no_texts, no_survey, prefers from contact_wishes w join phones p on p.id = w.phone_id"
    " where p.number = ? order by w.id desc limit 1"
)


def of_number(connection: Connection, number: str) -> Wishes:
    """Return what whoever has a number wishes."""
    row = connection.execute(_OF_NUMBER, (number,)).fetchone() if number else None
    return Wishes() if row is None else Wishes(bool(row[1]), bool(row[2]), row[3])


def of_phone(connection: Connection, phone_id: int | None) -> Wishes:
    """Return what whoever has a number that is on record wishes."""
    row = connection.execute("select number from phones where id = ?", (phone_id,)).fetchone()
    return Wishes() if row is None else of_number(connection, row[0])


def put(transaction: Transaction, number: str, wishes: Wishes) -> int:
    """Put on record what whoever has a number wishes from now on."""
    said: Row = {"no_texts": int(wishes.no_texts), "no_survey": int(wishes.no_survey), "prefers": wishes.prefers}
    said |= {"set_at": transaction.now, "set_by": transaction.actor.who}
    row = transaction.connection.execute(_OF_NUMBER, (number,)).fetchone()
    if row is None:
        return transaction.insert("contact_wishes", {"phone_id": phones.keep(transaction.connection, number), **said})
    transaction.update("contact_wishes", row[0], said)
    return int(row[0])
