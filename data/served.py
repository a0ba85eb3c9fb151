"""What the book of appointments, the workshop and the messages know of a customer, by cars and by number (G5)."""

import json
from collections.abc import Collection
from typing import NamedTuple

from data.engine.connection import Connection
from frontdesk.domain.values.clock import Millis

_PLATES = "(select value from json_each(:plates))"
_PHONES = "(select id from phones where number <> '' and number = :number)"
_LISTED = 200
"""So many of the latest appointments of a customer are looked at."""


class Booked(NamedTuple):
    """An appointment, as far as it tells who the customer is."""

    id: int
    made_at: Millis
    name: str
    plate: str
    phone_id: int | None
    masked: str
    number: str
    at: Millis
    state: str


_BOOKED = (
    "select a.id, a.made_at, a.customer, a.plate, a.phone_id, coalesce(p.masked, ''), coalesce(p.number, ''),"
    " a.at, a.state from appointments a left join phones p on p.id = a.phone_id"
)


def appointment(connection: Connection, number: int) -> list[Booked]:
    """Return one appointment."""
    return [Booked(*row) for row in connection.execute(f"{_BOOKED} where a.id = ?", (number,))]


def appointments(connection: Connection, plates: Collection[str], number: str) -> list[Booked]:
    """Return the appointments of some cars, and those under a number without a car, in order."""
    rows = connection.execute(
        f"{_BOOKED} where a.plate in {_PLATES} or (a.plate = '' and a.phone_id in {_PHONES})"
        " order by a.id desc limit :limit",
        {**_of(plates, number), "limit": _LISTED},
    )
    return sorted(Booked(*row) for row in rows)


def plates_of(connection: Connection, number: str) -> set[str]:
    """Return the cars that were booked under a number."""
    rows = connection.execute(
        f"select distinct plate from appointments where plate <> '' and phone_id in {_PHONES}", {"number": number}
    )
    return {plate for (plate,) in rows}


def repairs(connection: Connection, plates: Collection[str]) -> tuple[int, ...]:
    """Return the open matters of the cars that are in repair."""
    rows = connection.execute(
        "select p.id from matters m join progress p on p.id = m.id join visits v on v.id = p.visit_id"
        f" where m.closed_at is null and m.kind = 'progress' and v.plate in {_PLATES} order by p.id",
        _of(plates, ""),
    )
    return tuple(number for (number,) in rows)


def messages(connection: Connection, plates: Collection[str], number: str) -> tuple[int, ...]:
    """Return what is still to be told about some cars, or to a number."""
    rows = connection.execute(
        "select id from messages indexed by messages_open where ended_at is null and audience = 'customer'"
        f" and (plate in {_PLATES} or (plate = '' and phone_id in {_PHONES})) order by id",
        _of(plates, number),
    )
    return tuple(row for (row,) in rows)


def found(connection: Connection, words: Collection[str], limit: int) -> list[int]:
    """Return the appointments that all words fit: part of a plate or of a name, the last four digits of a number."""
    fits = (
        "instr(lower(a.customer), w.value) or instr(a.plate, upper(w.value))"
        " or (length(w.value) >= 4 and substr(coalesce(p.number, ''), -length(w.value)) = w.value)"
    )
    rows = connection.execute(
        "select a.id from appointments a left join phones p on p.id = a.phone_id"
        f" where not exists (select 1 from json_each(?) w where not ({fits})) order by a.id desc limit ?",
        (json.dumps(list(words)), limit),
    )
    return [number for (number,) in rows]


def _of(plates: Collection[str], number: str) -> dict[str, str]:
    return {"plates": json.dumps(sorted(plates)), "number": number}
