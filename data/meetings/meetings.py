"""The meetings, and what is owed before and after them (Q6, Q9, C14)."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from data.cases import clocks
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from data.matters import matters
from data.people import phones
from frontdesk.domain.cases.clocks import DueClock
from frontdesk.domain.matters.due import Due
from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.meetings.meeting import Item, ItemKind, Meeting, MeetingKind, MeetingState, NewItem, NewMeeting
from frontdesk.domain.meetings.reasons import MeetingReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused

_COLUMNS = (
    "m.id, m.kind, m.state, m.what, m.at, m.place, m.customer, coalesce(p.masked, ''), m.phone_id, m.plate,"
    " m.complaint_id, m.invited, m.wanted_by, m.held_at, m.present, m.minutes, m.minuted_by, m.why"
)
_JOINED = "from meetings m join matters t on t.id = m.id left join phones p on p.id = m.phone_id"


def get(connection: Connection, number: int) -> Meeting:
    """Return one meeting. Raises `Refused(NO_MEETING)`."""
    found = _select(connection, "m.id = ?", number)
    if not found:
        raise Refused(MeetingReason.NO_MEETING, number=number)
    return found[0]


def open_ones(connection: Connection) -> tuple[Meeting, ...]:
    """Return the meetings of which something is still owed, the earliest first."""
    return _select(connection, "t.closed_at is null")


def every(connection: Connection) -> tuple[Meeting, ...]:
    """Return every meeting on record, the earliest first."""
    return _select(connection, "1")


def of_case(connection: Connection, number: int) -> tuple[Meeting, ...]:
    """Return the meetings about a complaint, the earliest first."""
    return _select(connection, "m.complaint_id = ?", number)


def last_visited(connection: Connection, plates: Iterable[str], number: str) -> Millis | None:
    """Return when a customer was visited last, by their cars and their phone number."""
    (at,) = connection.execute(
        "select max(held_at) from meetings m left join phones p on p.id = m.phone_id where m.kind = 'visit'"
        " and (m.plate in (select value from json_each(?1)) or (p.number <> '' and p.number = ?2))",
        (json.dumps([plate for plate in plates if plate]), number),
    ).fetchone()
    return None if at is None else int(at)


def plan(transaction: Transaction, number: int, new: NewMeeting) -> None:
    """Put a meeting on record for a matter that was opened for it."""
    row: Row = {"id": number, "kind": new.kind, "state": MeetingState.PLANNED, "what": new.what, "at": new.at}
    row |= {"place": new.place, "customer": new.customer, "phone_id": phones.keep(transaction.connection, new.phone)}
    row |= {"plate": new.plate, "complaint_id": new.case, "invited": new.invited, "wanted_by": new.wanted_by}
    transaction.insert("meetings", row)


def change(transaction: Transaction, meeting: Meeting, values: Row) -> None:
    """Change a meeting if it is still as it was seen."""
    transaction.update("meetings", meeting.id, values, where={"state": meeting.state})


def add_item(transaction: Transaction, meeting: Meeting, new: NewItem, owed: Row) -> int:
    """Put on record what is owed; `owed`: the due, or the clock of its case."""
    row: Row = {"meeting_id": meeting.id, "kind": new.kind, "what": new.what, "person": new.person}
    return transaction.insert("meeting_items", {**row, **owed})


def answer(transaction: Transaction, item: Item, words: str) -> None:
    """Put on record what shows that an item is done."""
    transaction.update("meeting_items", item.id, {"answer": words}, where={"answer": ""})


def _select(connection: Connection, condition: str, *values: object) -> tuple[Meeting, ...]:
    rows = connection.execute(f"select {_COLUMNS} {_JOINED} where {condition} order by m.at, m.id", values).fetchall()
    listed = json.dumps([row[0] for row in rows])
    of = matters.of(connection, [row[0] for row in rows])
    items: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for number, *item in connection.execute(
        "select meeting_id, id, kind, what, person, due_id, clock_id, answer from meeting_items"
        " where meeting_id in (select value from json_each(?)) order by id",
        (listed,),
    ):
        items[number].append(tuple(item))
    cases = [row[10] for row in rows if row[10] is not None]
    running = {clock.id: clock for found in clocks.of(connection, cases).values() for clock in found} if cases else {}
    return tuple(each("meetings", rows, lambda row: _meeting(of[row[0]], row, items[row[0]], running)))


def _meeting(
    matter: Matter, row: tuple[Any, ...], items: list[tuple[Any, ...]], clocks: dict[int, DueClock]
) -> Meeting:
    _, kind, state, *said = row
    what, at, place, customer, phone, phone_id, plate, case, invited, wanted_by, *held = said
    held_at, present, minutes, minuted_by, why = held
    dues = {due.id: due for due in matter.dues}
    made = tuple(_item(item, dues, clocks) for item in items)
    return Meeting(
        matter, MeetingKind(kind), MeetingState(state), what, at, place, customer, phone, phone_id, plate, case,
        invited, wanted_by, held_at, present, minutes, minuted_by, why, made,
    )  # fmt: skip


def _item(item: tuple[Any, ...], dues: dict[int, Due], clocks: dict[int, DueClock]) -> Item:
    number, kind, what, person, due, clock, words = item
    return Item(number, ItemKind(kind), what, person, dues.get(due), clocks.get(clock), words)
