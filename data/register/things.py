"""The things on the register, and the history of each: entries are added, never changed or taken out (S3)."""

from datetime import date
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.register.things import Described, Entry, Fault, Outing, Thing, ThingEntry, ThingKind
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused

_COLUMNS = (
    "id, kind, name, area, quantity, least, unit, expires_on, fault, faulty_at, faulty_by, fault_from,"
    " out_at, out_by, out_for, out_why, checked_at, retired_at"
)


def every(connection: Connection) -> tuple[Thing, ...]:
    """Return every thing that is not retired, by kind and name."""
    return _select(connection, "retired_at is null")


def retired(connection: Connection) -> tuple[Thing, ...]:
    """Return the things that are retired, by kind and name."""
    return _select(connection, "retired_at is not null")


def is_any(connection: Connection) -> bool:
    """Whether anything was ever put on the register."""
    return connection.execute("select 1 from things limit 1").fetchone() is not None


def get(connection: Connection, number: int) -> Thing:
    """Return one thing. Raises `Refused(NO_THING)`."""
    found = _select(connection, "id = ?", number)
    if not found:
        raise Refused(RegisterReason.NO_THING, text=str(number))
    return found[0]


def out_for(connection: Connection, matter: int) -> tuple[Thing, ...]:
    """Return what is out for a matter."""
    return _select(connection, "out_for = ? and out_at is not null", matter)


def touched_since(connection: Connection, at: Millis) -> frozenset[int]:
    """Return the numbers of the things with which something was done after an instant."""
    return frozenset(number for (number,) in connection.execute("select thing_id from thing_log where at > ?", (at,)))


def history(connection: Connection, number: int) -> tuple[Entry, ...]:
    """Return what was done with a thing, latest first."""
    rows = connection.execute(
        "select at, who, entry, value, words from thing_log where thing_id = ? order by id desc", (number,)
    ).fetchall()
    return tuple(each("thing_log", rows, lambda row: Entry(row[0], row[1], ThingEntry(row[2]), *row[3:])))


def add(transaction: Transaction, said: Described) -> int:
    """Put a thing on the register; return its number."""
    number = transaction.insert("things", as_row(said))
    _note(transaction, number, ThingEntry.ADDED)
    return number


def change(
    transaction: Transaction, thing: Thing, values: Row, entry: ThingEntry, *, value: str = "", words: str = ""
) -> None:
    """Change a thing that is still as it was seen, and note it in its history."""
    transaction.update("things", thing.id, values, where=_as_seen(thing))
    _note(transaction, thing.id, entry, value, words)


def as_row(said: Described) -> Row:
    """Return what was said of a thing as a row has it."""
    row: Row = said._asdict()
    return {**row, "expires_on": said.expires_on.isoformat() if said.expires_on else None}


def _as_seen(thing: Thing) -> Row:
    return {
        "quantity": thing.described.quantity,
        "expires_on": thing.described.expires_on.isoformat() if thing.described.expires_on else None,
        "faulty_at": thing.fault.at if thing.fault else None,
        "out_at": thing.out.at if thing.out else None,
        "retired_at": thing.retired_at,
    }


def _note(transaction: Transaction, number: int, entry: ThingEntry, value: str = "", words: str = "") -> None:
    row: Row = {"thing_id": number, "at": transaction.now, "who": transaction.actor.who}
    transaction.insert("thing_log", {**row, "entry": entry, "value": value, "words": words})


def _select(connection: Connection, condition: str, *values: object) -> tuple[Thing, ...]:
    rows = connection.execute(
        f"select {_COLUMNS} from things where {condition} order by kind, name, id", values
    ).fetchall()
    return tuple(each("things", rows, _thing))


def _thing(row: tuple[Any, ...]) -> Thing:
    number, kind, name, area, quantity, least, unit, expires_on, *rest = row
    fault, faulty_at, faulty_by, fault_from, out_at, out_by, matter, why, checked_at, retired_at = rest
    ends = date.fromisoformat(expires_on) if expires_on else None
    return Thing(
        number,
        Described(ThingKind(kind), name, area, quantity, least, unit, ends),
        Fault(fault, faulty_at, faulty_by, fault_from) if fault else None,
        Outing(out_at, out_by, matter, why) if out_at is not None else None,
        checked_at,
        retired_at,
    )
