"""Taking a customer out of the tables and out of the row images of the events, with a record of what was taken out.

The events' own hashes stay, so that the chain and every end of it that was noted elsewhere hold on. What an event that
was changed so must say from then on is hashed anew in the event of the forgetting: `redactions`.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from data.cases import drafts, search_terms
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction, event_hash
from frontdesk.domain.cases.case import Stage
from frontdesk.domain.forgetting.customer import PERSONAL, CaseOfCustomer, Customer, Holdings, without_words
from frontdesk.domain.forgetting.events import ForgetEvent

_EVENTS = "events"
_GUARD = "events_stay"


def holdings(connection: Connection, customer: Customer) -> Holdings:
    """Return what is kept of a customer."""
    wanted = {
        "c.id = :case": customer.case,
        "p.number = :phone": customer.phone,
        "c.plate = :plate": customer.plate,
        "c.customer = :name": customer.name,
    }
    where = " and ".join(condition for condition, said in wanted.items() if said)
    rows = connection.execute(
        f"select c.id, received_at, stage, phone_id from complaints c left join phones p on p.id = c.phone_id"
        f" where {where} order by c.id",
        {"case": customer.case, "phone": customer.phone, "plate": customer.plate, "name": customer.name},
    ).fetchall()
    cases = tuple(CaseOfCustomer(number, at, Stage(stage), phone) for number, at, stage, phone in rows)
    return Holdings(cases, tuple(_drafts(connection, customer)))


def _drafts(connection: Connection, customer: Customer) -> Iterator[str]:
    rows = connection.execute(
        "select owner, fields, coalesce(number, '') from drafts d left join phones p on p.id = phone_id"
    )
    for owner, text, number in rows.fetchall():
        fields = json.loads(text)
        typed = str(fields.get("plate", "")).upper() if isinstance(fields, dict) else ""
        by_plate = bool(customer.plate) and len(typed) > 4 and customer.plate.endswith(typed.replace("·", ""))
        if (customer.phone and number == customer.phone) or by_plate:
            yield owner


def forget(transaction: Transaction, found: Holdings) -> int:
    """Take a customer out, in a transaction under way; return how many events were changed."""
    connection, cases = transaction.connection, {case.id for case in found.cases}
    for number in sorted(cases):
        (words,) = connection.execute("select words from complaints where id = ?", (number,)).fetchone()
        search_terms.forget_words(connection, number, words)
        connection.execute("delete from case_texts where complaint_id = ?", (number,))
    changed = _redact_events(transaction, _Mine(connection, cases))
    _redact_rows(connection, cases)
    marks = ", ".join("?" * len(found.numbers))
    connection.execute(f"update phones set number = '', masked = '' where id in ({marks})", found.numbers)
    for number in sorted(cases):
        search_terms.index_anew(connection, number)
    for owner in found.drafts:
        drafts.drop_of(connection, owner)
    return changed


def _redact_rows(connection: Connection, cases: Collection[int]) -> None:
    for table, columns in PERSONAL.items():
        owner = {"complaints": "id", "pauses": "(select complaint_id from clocks where id = clock_id)"}
        cursor = connection.execute(
            f"select id, {', '.join(columns)} from {table} where {owner.get(table, 'complaint_id')}"
            " in (select value from json_each(?))",
            (json.dumps(sorted(cases)),),
        )
        names = [column[0] for column in cursor.description]
        for values in cursor.fetchall():
            row = without_words(table, dict(zip(names, values, strict=True)))
            sets = ", ".join(f"{name} = :{name}" for name in columns)
            connection.execute(f"update {table} set {sets} where id = :id", row)


class _Mine:
    """Tells which row images are the customer's, also of a case that was taken back right after it was registered."""

    def __init__(self, connection: Connection, cases: Collection[int]) -> None:
        rows = connection.execute("select id, customer, plate from complaints").fetchall()
        self._kept = {number for number, _, _ in rows}
        self._names = {said for number, *names in rows if number in cases for said in names if said}
        self._cases, self._clocks = set(cases), set[int]()

    def __call__(self, table: str, image: Mapping[str, Any]) -> bool:
        if table == "complaints":
            if image["id"] not in self._kept and not self._names.isdisjoint((image["customer"], image["plate"])):
                self._cases.add(image["id"])
            return image["id"] in self._cases
        if table == "pauses":
            return image["clock_id"] in self._clocks
        if table == "clocks" and image["complaint_id"] in self._cases:
            self._clocks.add(image["id"])
        return image["complaint_id"] in self._cases


def _redact_events(transaction: Transaction, is_mine: _Mine) -> int:
    """Take the customer out of the row images; each event that is changed is recorded with what it says then."""
    connection = transaction.connection
    guard = connection.execute("select sql from sqlite_schema where name = ?", (_GUARD,)).fetchone()
    changed = [(seq, clean) for seq, text in _images(connection) if (clean := _without(text, is_mine)) is not None]
    if not changed:
        return 0
    # Nothing else may ever change an event: the guard is away within this transaction only.
    if guard is not None:
        connection.execute(f"drop trigger {_GUARD}")
    for seq, text in changed:
        connection.execute("update events set changes = ? where seq = ?", (text, seq))
        says = event_hash("", _event(connection, seq))
        transaction.changes.append({"table": _EVENTS, "id": seq, "before": None, "after": {"says": says}})
    if guard is not None:
        connection.execute(guard[0])
    return len(changed)


def _images(connection: Connection) -> Iterator[tuple[int, str]]:
    of_cases = " or ".join(f'instr(changes, \'"table": "{table}"\')' for table in PERSONAL)
    yield from connection.execute(f"select seq, changes from events where {of_cases} order by seq")


def _without(text: str, is_mine: _Mine) -> str | None:
    """Return row images without the customer, or None where nothing of the customer is in them."""
    changes: list[Row] = json.loads(text)
    clean = [_clean(change, is_mine) for change in changes]
    return None if clean == changes else json.dumps(clean, ensure_ascii=False)


def _clean(change: Row, is_mine: _Mine) -> Row:
    table = change["table"]
    if table not in PERSONAL:
        return change
    images = {side: change[side] for side in ("before", "after") if change[side] is not None}
    return change | {side: without_words(table, image) for side, image in images.items() if is_mine(table, image)}


def _event(connection: Connection, seq: int) -> Row:
    cursor = connection.execute("select * from events where seq = ?", (seq,))
    return dict(zip((column[0] for column in cursor.description), cursor.fetchone(), strict=True))


def redactions(connection: Connection) -> dict[int, str]:
    """Return the events that a customer was taken out of, each with the hash of what it says since."""
    rows = connection.execute(
        "select seq, changes from events where kind = ? order by seq", (ForgetEvent.FORGET.value,)
    )
    return {
        change["id"]: change["after"]["says"]
        for seq, text in rows
        for change in json.loads(text)
        if change["table"] == _EVENTS and change["id"] < seq
    }
