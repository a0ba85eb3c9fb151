"""The rounds of roll calls with their names and marks: names and marks are added, never changed (I4, I16)."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from data.people.initials import initials, spellings
from frontdesk.domain.cases.search_terms import terms
from frontdesk.domain.roll_calls.reasons import RollCallReason
from frontdesk.domain.roll_calls.roll_call import Entry, Key, Mark, MarkOnRecord, RollCall, Subject
from frontdesk.domain.values.clock import DAY, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate

_COLUMNS = "id, matter_id, round, started_at, started_by, ended_at, ended_by"
_OF_VISIT = frozenset({Subject.CUSTOMER, Subject.CAR})
_CUSTOMER = "coalesce((select a.customer from appointments a where a.visit_id = v.id limit 1), '')"
_SINCE = (
    "select v.id, v.plate, v.arrived_at, v.left_at,"
    " coalesce((select place from stays s where s.visit_id = v.id order by s.id desc limit 1), ''),"
    f" {_CUSTOMER},"
    " exists (select 1 from progress p where p.visit_id = v.id and p.waits = 'away')"
    " from visits v where v.id in (select id from visits where left_at is null union"
    " select id from visits where arrived_at > ? and left_at > ? and left_at > arrived_at) order by v.arrived_at, v.id"
)
"""Every car that is here, or left since; one that was turned away at the gate never was here."""
_LOOKED_BACK: Millis = 2 * DAY
"""So long before a roll call a car may have come that is entered only now, and has left again."""


def of_matter(connection: Connection, matter: int) -> tuple[RollCall, ...]:
    """Return the rounds of a matter's roll call, the first one first."""
    return _select(connection, "matter_id = ?", matter)


def running(connection: Connection) -> tuple[RollCall, ...]:
    """Return the roll calls that are under way, the one begun first first."""
    return _select(connection, "ended_at is null")


def latest(connection: Connection, matter: int) -> RollCall:
    """Return the last round for a matter. Raises `Refused(NO_ROLL_CALL)`."""
    found = of_matter(connection, matter)
    if not found:
        raise Refused(RollCallReason.NO_ROLL_CALL, number=matter)
    return found[-1]


def is_running_of(connection: Connection, name: int) -> bool:
    """Whether the round on whose list a name stands is under way; also where the name does not stand there any more."""
    statement = "select r.ended_at from roll_names n join roll_calls r on r.id = n.roll_call_id where n.id = ?"
    row = connection.execute(statement, (name,)).fetchone()
    return row is None or row[0] is None


def begin(transaction: Transaction, matter: int, number: int) -> int:
    """Put a round on record; return its id."""
    row: Row = {"matter_id": matter, "round": number, "started_at": transaction.now}
    return transaction.insert("roll_calls", {**row, "started_by": transaction.actor.who})


def put(transaction: Transaction, roll_call: int, entry: Entry) -> int:
    """Put a name or a car on the list; return its number there. What a customer is called stands in the book alone."""
    visit = entry.key.of if entry.subject in _OF_VISIT else None
    name = "" if visit is not None else entry.name
    row: Row = {"roll_call_id": roll_call, "subject": entry.subject, "visit_id": visit, "name": name}
    return transaction.insert("roll_names", {**row, "place": entry.place})


def mark(transaction: Transaction, roll_call: RollCall, entry: Entry, found: Mark, words: str) -> int:
    """Put on record what was found of an entry; one that came since is put on the list with it."""
    name = _listed(transaction, roll_call.id, entry) if entry.is_listed else put(transaction, roll_call.id, entry)
    row: Row = {"name_id": name, "mark": found, "words": words, "at": transaction.now, "who": transaction.actor.who}
    return transaction.insert("roll_marks", row)


def end(transaction: Transaction, roll_call: RollCall) -> None:
    """End a round. Who came since stays on its list."""
    for entry in roll_call.entries:
        if not entry.is_listed:
            put(transaction, roll_call.id, entry)
    values: Row = {"ended_at": transaction.now, "ended_by": transaction.actor.who}
    transaction.update("roll_calls", roll_call.id, values, where={"ended_at": None})


def _listed(transaction: Transaction, roll_call: int, entry: Entry) -> int:
    if entry.subject not in _OF_VISIT:
        return entry.key.of
    found = transaction.connection.execute(
        "select id from roll_names where roll_call_id = ? and subject = ? and visit_id = ?",
        (roll_call, entry.subject, entry.key.of),
    )
    return int(found.fetchone()[0])


def _select(connection: Connection, condition: str, value: int | None = None) -> tuple[RollCall, ...]:
    values = () if value is None else (value,)
    rows = connection.execute(f"select {_COLUMNS} from roll_calls where {condition} order by id", values).fetchall()
    return tuple(each("roll_calls", rows, lambda row: _roll_call(connection, row)))


def _roll_call(connection: Connection, row: tuple[Any, ...]) -> RollCall:
    roll_call = RollCall(*row)
    listed = _entries(connection, roll_call)
    since = _came_since(connection, roll_call, listed) if roll_call.is_running else ()
    return roll_call._replace(entries=tuple(sorted((*listed, *since), key=_order)))


_ORDER = list(Subject)


def _order(entry: Entry) -> int:
    return _ORDER.index(entry.subject)


def _entries(connection: Connection, roll_call: RollCall) -> list[Entry]:
    marks: defaultdict[int, list[MarkOnRecord]] = defaultdict(list)
    for name, number, found, words, at, who in connection.execute(
        "select m.name_id, m.id, m.mark, m.words, m.at, m.who from roll_marks m join roll_names n on n.id = m.name_id"
        " where n.roll_call_id = ? order by m.id",
        (roll_call.id,),
    ):
        marks[name].append(MarkOnRecord(number, Mark(found), words, at, who))
    rows = connection.execute(
        f"select n.id, n.subject, n.visit_id, iif(n.subject = 'customer', {_CUSTOMER}, n.name), n.place,"
        " coalesce(v.plate, ''), v.arrived_at, v.left_at"
        " from roll_names n left join visits v on v.id = n.visit_id where n.roll_call_id = ? order by n.id",
        (roll_call.id,),
    )
    entries = [_entry(roll_call, row, tuple(marks[row[0]])) for row in rows]
    visitors = [entry.key for entry in entries if entry.subject is Subject.VISITOR]
    return [e._replace(nth=visitors.index(e.key) + 1) if e.key in visitors else e for e in entries]


def _entry(roll_call: RollCall, row: tuple[Any, ...], marks: tuple[MarkOnRecord, ...]) -> Entry:
    number, subject, visit, name, place, plate, arrived_at, left_at = row
    until = roll_call.ended_at
    came = arrived_at if visit is not None and arrived_at > roll_call.started_at else None
    gone = left_at if left_at is not None and (until is None or left_at <= until) else None
    key = Key(Subject(subject), number if visit is None else visit)
    return Entry(key, name, Plate(plate), place, came, gone, marks, True, search_terms(name, plate))


def _came_since(connection: Connection, roll_call: RollCall, listed: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the cars and customers that are at the store and not on the list: they came since."""
    known = {entry.key for entry in listed}
    found: list[Entry] = []
    for visit, plate, arrived_at, left_at, place, name, is_away in connection.execute(
        _SINCE, (roll_call.started_at - _LOOKED_BACK, roll_call.started_at)
    ):
        typed = search_terms(name, plate)
        if not is_away:
            found.append(
                Entry(Key(Subject.CUSTOMER, visit), name, Plate(plate), "", arrived_at, left_at, (), False, typed)
            )
        found.append(Entry(Key(Subject.CAR, visit), "", Plate(plate), place, arrived_at, left_at, (), False, typed))
    return tuple(entry for entry in found if entry.key not in known)


@lru_cache(1024)
def search_terms(name: str, plate: str) -> tuple[str, ...]:
    """Return what finds a name or a plate when it is typed: each of its endings, the initials, the name spelt out."""
    found = terms(0, plate, name, initials(name), "", spelt=spellings(name)) - {"0"}
    return tuple(sorted(found))
