"""The versions of the roster with their needs and turns (S2)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.need import Basis, Need
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.shift import Shift
from frontdesk.domain.rosters.turn import Turn, TurnState
from frontdesk.domain.rosters.version import RosterState, Version
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused

_STANDING = (
    "select r.id, first, last, state from rosters r join matters m on m.id = r.id"
    " where (closed_at is null or state in ('published', 'over'))"
)
"""A draft whose matter was closed is dropped."""
_TURNS = (
    "select t.person, t.day, coalesce(s.key, ''), t.post, t.state, t.set_by, t.id, t.replaces"
    " from turns t left join shifts s on s.id = t.shift_id"
)


def every(connection: Connection, since: date | None = None) -> tuple[Version, ...]:
    """Return the versions that stand, the earliest days first; `since`: whose last day is not before it."""
    rows = connection.execute(f"{_STANDING} and last >= ? order by first, r.id", (since.isoformat() if since else "",))
    return tuple(each("rosters", rows, _version))


def get(connection: Connection, number: int) -> Version:
    """Return one version. Raises `Refused(NO_ROSTER)`."""
    row = connection.execute(f"{_STANDING} and r.id = ?", (number,)).fetchone()
    if row is None:
        raise Refused(RosterReason.NO_ROSTER, number=number)
    return _version(row)


def of_day(connection: Connection, day: date) -> Version | None:
    """Return the version a day is in; None for none."""
    row = connection.execute(
        f"{_STANDING} and first <= ?1 and last >= ?1 order by r.id desc", (day.isoformat(),)
    ).fetchone()
    return None if row is None else _version(row)


def is_in_force(connection: Connection, number: int) -> bool:
    """Whether a version is published and not over."""
    found = connection.execute("select 1 from rosters where id = ? and state = 'published'", (number,)).fetchone()
    return found is not None


def is_draft(connection: Connection, number: int) -> bool:
    """Whether a version was not submitted."""
    return (
        connection.execute("select 1 from rosters where id = ? and state = 'draft'", (number,)).fetchone() is not None
    )


def count_over(connection: Connection, before: date) -> int:
    """Return how many versions and absences had ended before a day."""
    row = connection.execute(
        "select (select count(*) from rosters where last < ?1) + (select count(*) from absences where last < ?1)",
        (before.isoformat(),),
    ).fetchone()
    return int(row[0])


def begin(transaction: Transaction, number: int, first: date, last: date) -> None:
    """Put a version on record for a matter that was opened for it."""
    row: Row = {"id": number, "first": first.isoformat(), "last": last.isoformat()}
    transaction.insert("rosters", {**row, "state": RosterState.DRAFT})


def note_state(transaction: Transaction, version: Version, state: RosterState) -> None:
    """A version that is still as it was read goes on to another state."""
    if version.state is not state:
        transaction.update("rosters", version.id, {"state": state}, where={"state": version.state})


def needs(connection: Connection, number: int) -> tuple[Need, ...]:
    """Return what the days of a version need, by day, shift and post."""
    rows = connection.execute(
        "select n.day, s.key, n.post, n.least, n.basis, n.why, n.peak, n.minutes, n.certificate, n.id"
        " from needs n join shifts s on s.id = n.shift_id where roster_id = ? order by n.day, s.begins, s.id, n.post",
        (number,),
    )
    return tuple(each("needs", rows, _need))


def put_need(transaction: Transaction, version: int, need: Need, shifts: Mapping[str, Shift]) -> bool:
    """Put on record what a shift needs; whether that is anything new."""
    row: Row = {"least": need.least, "basis": need.basis, "why": need.why, "peak": need.peak, "minutes": need.minutes}
    row["certificate"] = need.certificate
    key: Row = {"roster_id": version, "day": need.day.isoformat(), "shift_id": shifts[need.shift].id, "post": need.post}
    known = transaction.connection.execute(
        "select id from needs where roster_id = ? and day = ? and shift_id = ? and post = ?", tuple(key.values())
    ).fetchone()
    if known is None:
        transaction.insert("needs", {**key, **row})
        return True
    before = transaction.image("needs", known[0]) or {}
    if {name: before[name] for name in row} == row:
        return False
    transaction.update("needs", known[0], row)
    return True


def turns(connection: Connection, number: int) -> tuple[Turn, ...]:
    """Return every turn of a version, in the order they were set."""
    return tuple(each("turns", connection.execute(f"{_TURNS} where t.roster_id = ? order by t.id", (number,)), _turn))


def worked_between(connection: Connection, first: date, last: date, but: int) -> tuple[Turn, ...]:
    """Return what is to be worked on some days by the published versions, but one."""
    rows = connection.execute(
        f"{_TURNS} join rosters r on r.id = t.roster_id where r.state in ('published', 'over') and r.id <> ?"
        " and r.last >= ?2 and r.first <= ?3 and t.day >= ?2 and t.day <= ?3 and t.state = 'confirmed' order by t.id",
        (but, first.isoformat(), last.isoformat()),
    )
    return tuple(each("turns", rows, _turn))


def get_turn(connection: Connection, number: int) -> Turn:
    """Return one turn. Raises `Refused(NOT_ROSTERED)`."""
    row = connection.execute(f"{_TURNS} where t.id = ?", (number,)).fetchone()
    if row is None:
        raise Refused(RosterReason.NOT_ROSTERED, name="", day="")
    return _turn(row)


def put_turn(transaction: Transaction, version: int, turn: Turn, shifts: Mapping[str, Shift]) -> int:
    """Set what somebody does on a day of a draft, in place of what stood there."""
    values: Row = {
        "shift_id": shifts[turn.shift].id if turn.shift else None,
        "post": turn.post,
        "set_by": turn.set_by,
    }
    if turn.id:
        transaction.update("turns", turn.id, values, where={"state": TurnState.PLANNED})
        return turn.id
    row: Row = {"roster_id": version, "day": turn.day.isoformat(), "person": turn.person, "state": TurnState.PLANNED}
    return transaction.insert("turns", {**row, **values})


def add_turn(transaction: Transaction, version: int, turn: Turn, shift: Shift, span: tuple[Millis, Millis]) -> int:
    """Add a turn to a version that is published."""
    row: Row = {"roster_id": version, "day": turn.day.isoformat(), "person": turn.person, "shift_id": shift.id}
    row |= {"post": turn.post, "state": TurnState.CONFIRMED, "set_by": turn.set_by, "replaces": turn.replaces}
    return transaction.insert("turns", {**row, "begins_at": span[0], "ends_at": span[1]})


def confirm(transaction: Transaction, turn: Turn, span: tuple[Millis, Millis]) -> None:
    """A planned turn is published."""
    values: Row = {"state": TurnState.CONFIRMED, "begins_at": span[0], "ends_at": span[1]}
    transaction.update("turns", turn.id, values, where={"state": TurnState.PLANNED})


def end_turn(transaction: Transaction, turn: Turn, state: TurnState) -> None:
    """Somebody does not work a turn that was published; it stays on record."""
    transaction.update("turns", turn.id, {"state": state}, where={"state": turn.state})


def served(connection: Connection, spans: Iterable[tuple[date, date]]) -> dict[str, int]:
    """Return how many shifts each worked on some days, by the published versions."""
    found: dict[str, int] = {}
    for first, last in spans:
        for person, count in connection.execute(
            "select person, count(*) from turns where state = 'confirmed' and day >= ? and day <= ? group by person",
            (first.isoformat(), last.isoformat()),
        ):
            found[person] = found.get(person, 0) + count
    return found


def _version(row: tuple[Any, ...]) -> Version:
    number, first, last, state = row
    return Version(number, date.fromisoformat(first), date.fromisoformat(last), RosterState(state))


def _need(row: tuple[Any, ...]) -> Need:
    day, shift, post, least, basis, *rest = row
    return Need(date.fromisoformat(day), shift, Post(post), least, Basis(basis), *rest)


def _turn(row: tuple[Any, ...]) -> Turn:
    person, day, shift, post, state, set_by, number, replaces = row
    return Turn(person, date.fromisoformat(day), shift, Post(post), TurnState(state), set_by, number, replaces)
