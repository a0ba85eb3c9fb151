"""The incidents and their record: entries are added, never changed (I1–I17)."""

import json
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.incidents.incident import Entry, EntryKind, Fact, Incident, IncidentKind, Level
from frontdesk.domain.incidents.reasons import IncidentReason
from frontdesk.domain.matters.matter import Outcome
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused

_COLUMNS = (
    "i.id, i.kind, i.place, coalesce(a.name, ''), i.level, m.opened_at, m.opened_by, m.drill, i.occurred_at, i.hurt,"
    " i.facts, i.words, i.command, i.commanded_at, i.contained_at, i.contained_by, i.ended_at, i.ended_by, m.closed_at,"
    " m.outcome"
)


def open_ones(connection: Connection, ended_after: Millis | None = None) -> tuple[Incident, ...]:
    """Return the incidents that are not over, in the order they were reported; and those that ended lately."""
    if ended_after is None:
        return tuple(each for each in _select(connection, "i.ended_at is null") if each.is_open)
    return _select(connection, "(i.ended_at is null or i.ended_at > ?)", ended_after)


def lately(connection: Connection, limit: int) -> tuple[Incident, ...]:
    """Return the incidents reported last, the newest first."""
    return _select(connection, "true", newest=limit)


def get(connection: Connection, number: int) -> Incident:
    """Return one incident. Raises `Refused(NO_INCIDENT)`."""
    found = _select(connection, "i.id = ?", number)
    if not found:
        raise Refused(IncidentReason.NO_INCIDENT, number=number)
    return found[0]


def entries(connection: Connection, number: int) -> tuple[Entry, ...]:
    """Return what was done and said about an incident, in the order it was entered."""
    rows = connection.execute(
        "select id, at, occurred_at, station, who, entry, value, words from incident_entries where incident_id = ?"
        " order by id",
        (number,),
    )
    return tuple(each("incident_entries", rows, _entry))


def put(transaction: Transaction, number: int, row: Row) -> None:
    """Put an incident on record, beside its matter."""
    transaction.insert("incidents", {"id": number, **row})


def change(transaction: Transaction, incident: Incident, values: Row) -> None:
    """Change what an incident says, if nobody else took command of it or ended it since it was read."""
    where: Row = {"command": incident.command, "contained_at": incident.contained_at, "ended_at": incident.ended_at}
    transaction.update("incidents", incident.id, values, where=where)


def enter(
    transaction: Transaction,
    number: int,
    entry: EntryKind,
    *,
    value: str = "",
    words: str = "",
    at: Millis | None = None,
) -> None:
    """Add a line to an incident's record; `at`: when it happened, if that was before now."""
    actor = transaction.actor
    row: Row = {"incident_id": number, "at": transaction.now, "station": actor.station, "who": actor.who}
    happened = transaction.now if at is None else min(at, transaction.now)
    transaction.insert(
        "incident_entries", {**row, "occurred_at": happened, "entry": entry, "value": value, "words": words}
    )


def _select(connection: Connection, condition: str, *values: object, newest: int = 0) -> tuple[Incident, ...]:
    order = f"i.id desc limit {newest}" if newest else "i.id"
    joined = "from incidents i cross join matters m on m.id = i.id left join areas a on a.key = i.place"
    rows = connection.execute(f"select {_COLUMNS} {joined} where {condition} order by {order}", values)
    return tuple(each("incidents", rows, _incident))


def _incident(row: tuple[Any, ...]) -> Incident:
    number, kind, place, place_name, level, reported_at, reported_by, drill, occurred_at, hurt, facts, *rest = row
    known = tuple(Fact(fact) for fact in json.loads(facts))
    begun = (
        number,
        IncidentKind(kind),
        place,
        place_name,
        Level(level),
        reported_at,
        reported_by,
        bool(drill),
        occurred_at,
    )
    rest[-1] = Outcome(rest[-1]) if rest[-1] else None
    return Incident(*begun, hurt, known, *rest)


def _entry(row: tuple[Any, ...]) -> Entry:
    _number, at, occurred_at, station, who, entry, value, words = row
    return Entry(at, occurred_at, station, who, EntryKind(entry), value, words)
