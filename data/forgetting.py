"""Taking a customer out of the tables and out of the events, with a record of what was taken out: `rewritten`."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from data import addressed, rewritten
from data.cases import drafts, search_terms
from data.engine.connection import Connection
from data.engine.row_changes import Change, from_json, stored
from data.engine.transaction import Transaction
from data.personal import IS_PERSONAL
from data.rows_of_customers import COUNTED, DUES, NAMES, OF_CASES, OWNERS, REPAIRS, RUNS, WITH_WORDS
from frontdesk.domain.cases.case import Stage
from frontdesk.domain.forgetting.customer import (
    ADDRESSED,
    PERSONAL,
    CaseOfCustomer,
    Customer,
    Holdings,
    has_words,
    without_words,
)
from frontdesk.domain.values.clock import Millis

_TAKEN_BACK = ("complaints", "messages", "appointments")
"""Of what is taken back right after it was written, only the log tells."""


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
        f"select {IS_PERSONAL}, c.id, received_at, stage, iif(p.number <> '', phone_id, null)"
        f" from complaints c left join phones p on p.id = c.phone_id where {where} order by c.id",
        {"case": customer.case, "phone": customer.phone, "plate": customer.plate, "name": customer.name},
    ).fetchall()
    cases = [CaseOfCustomer(number, at, Stage(stage), phone) for still, number, at, stage, phone in rows if still]
    cleared = tuple(number for still, number, *_ in rows if not still)
    drafts = tuple(_drafts(connection, customer))
    phones = [case.phone_id for case in cases if case.phone_id is not None]
    theirs = addressed.of_customer(connection, customer, phones)
    gone = list(dict.fromkeys(_taken_back(connection, customer)))
    theirs = theirs._replace(taken_back=tuple(each for each in gone if each[0] != "complaints"))
    taken_back = tuple(number for table, number in gone if table == "complaints")
    return Holdings(tuple(cases), drafts, taken_back, cleared, theirs)


def _taken_back(connection: Connection, customer: Customer) -> Iterator[tuple[str, int]]:
    kept = {(table, number) for table in _TAKEN_BACK for (number,) in connection.execute(f"select id from {table}")}
    phones = dict(connection.execute("select id, number from phones where number <> ''").fetchall())
    for _, text, at in _told(connection, _TAKEN_BACK):
        for table, number, before, row, *_ in from_json(text, at):
            if table not in _TAKEN_BACK or before is not None or row is None or (table, number) in kept:
                continue
            case = number if table == "complaints" else None
            if has_words(table, row) and customer.is_of(case, row, phones.get(row.get("phone_id"))):
                yield table, number


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


def forget(transaction: Transaction, found: Holdings, *, by_name: bool = True) -> int:
    """Take a customer out, in a transaction under way; return how many events were changed.

    `by_name`: also what the log tells of other cases that were taken back and name the same customer or car.
    """
    connection, cases = transaction.connection, {case.id for case in found.cases}
    theirs = cases.union(found.taken_back)
    for number in sorted(cases):
        (words,) = connection.execute("select words from complaints where id = ?", (number,)).fetchone()
        search_terms.forget_words(connection, number, words)
        connection.execute("delete from case_texts where complaint_id = ?", (number,))
    changed = _redact_events(transaction, _Mine(connection, found, theirs, by_name=by_name))
    _redact_rows(connection, found)
    addressed.redact(connection, found.addressed)
    marks = ", ".join("?" * len(found.numbers))
    connection.execute(f"update phones set number = '', masked = '' where id in ({marks})", found.numbers)
    for number in sorted(cases):
        search_terms.index_anew(connection, number)
    _drop_follow_ups(transaction, cases)
    for owner in found.drafts:
        drafts.drop_of(connection, owner)
    return changed


def _drop_follow_ups(transaction: Transaction, cases: Collection[int]) -> None:
    """Nobody is left to be asked how it went; told after the redaction, since the event holds a digest of the row."""
    waiting = transaction.connection.execute(
        "select id from complaints where follow_up_at is not null and followed_up_at is null"
        " and id in (select value from json_each(?))",
        _listed(cases),
    ).fetchall()
    for (number,) in waiting:
        transaction.update("complaints", number, {"follow_up_at": None})


def _redact_rows(connection: Connection, found: Holdings) -> None:
    for table, columns in PERSONAL.items():
        cursor = connection.execute(
            f"select id, {', '.join(columns)} from {table} where {OF_CASES[table]}", _whose(found)
        )
        names = [column[0] for column in cursor.description]
        for values in cursor.fetchall():
            row = without_words(table, dict(zip(names, values, strict=True)))
            sets = ", ".join(f"{name} = :{name}" for name in columns)
            connection.execute(f"update {table} set {sets} where id = :id", row)


def _whose(found: Holdings) -> dict[str, str]:
    """Return which cases and repairs are meant, for `OF_CASES`."""
    cases = {case.id for case in found.cases}.union(found.taken_back)
    return {
        "cases": json.dumps(sorted(cases)),
        "repairs": json.dumps(found.addressed.repairs),
        "matters": json.dumps(found.addressed.matters),
    }


class _Mine:
    """Tells which rows are the customer's, also those of a case that was taken back right after it was registered."""

    def __init__(self, connection: Connection, found: Holdings, cases: Collection[int], *, by_name: bool) -> None:
        rows = connection.execute("select id, customer, plate from complaints").fetchall()
        self._kept = {number for number, _, _ in rows}
        named = (names for number, *names in rows if number in cases) if by_name else ()
        self._names = {said for names in named for said in names if said}
        self._names |= addressed.named(connection, found.addressed) if by_name else set()
        self._addressed = addressed.Theirs(connection, found.addressed, self._names)
        self._rows = {("complaints", number) for number in cases}
        told_of = {"progress": REPAIRS, "runs": RUNS, "dues": DUES}
        where = {**OF_CASES, **{table: f"id in {of}" for table, of in told_of.items()}}
        where["roll_names"] = f"(id in {NAMES} or id in {COUNTED})"
        for table, condition in where.items():
            numbers = connection.execute(f"select id from {table} where {condition}", _whose(found))
            self._rows |= {(table, number) for (number,) in numbers}

    def __call__(self, table: str, number: int, row: Mapping[str, Any]) -> bool:
        """Whether a row is the customer's; `row` is what is told of it, which is all of it where it is new."""
        if table in ADDRESSED:
            return self._addressed(table, number, row)
        if table == "complaints":
            was_taken_back = number not in self._kept
            named = was_taken_back and not self._names.isdisjoint((row.get("customer"), row.get("plate")))
        else:
            named = not self._rows.isdisjoint(_owners(row))
        if named:
            self._rows.add((table, number))
        return (table, number) in self._rows


def _owners(row: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Yield what a row belongs to."""
    for column, table in OWNERS.items():
        if row.get(column) is not None:
            yield table, row[column]


def _listed(cases: Collection[int]) -> tuple[str]:
    return (json.dumps(sorted(cases)),)


def _redact_events(transaction: Transaction, is_mine: _Mine) -> int:
    """Take the customer out of the events; what each says then is recorded."""
    connection = transaction.connection
    told = ((seq, _without(text, at, is_mine)) for seq, text, at in _told(connection))
    changed = [(seq, clean) for seq, clean in told if clean is not None]
    if not changed:
        return 0
    rewritten.tell_otherwise(connection, changed)
    for seq, _ in changed:
        rewritten.record_one(transaction, seq)
    for block in rewritten.blocks(connection):
        if any(block.first <= seq <= block.last for seq, _ in changed):
            rewritten.record_block(transaction, block.first, block.last)
    return len(changed)


def _told(connection: Connection, tables: Iterable[str] = (*PERSONAL, *ADDRESSED)) -> Iterator[tuple[int, str, Millis]]:
    of_cases = " or ".join(f"instr(changes, '\"{table}\"')" for table in tables)
    yield from connection.execute(f"select seq, changes, occurred_at from events where {of_cases} order by seq")


def _without(text: str, at: Millis, is_mine: _Mine) -> str | None:
    """Return what an event tells without the customer, or None where nothing of the customer is in it."""
    told = from_json(text, at)
    clean = [_clean(change, is_mine) for change in told]
    return None if clean == told else stored(clean, at)


def _clean(change: Change, is_mine: _Mine) -> Change:
    """Return a change without what is personal; the digest of a row that held more goes too."""
    table = change.table
    if table not in WITH_WORDS or not is_mine(table, change.id, {**(change.before or {}), **(change.after or {})}):
        return change
    if table == "runs":
        return change
    before, after = (None if row is None else without_words(table, row) for row in (change.before, change.after))
    return change._replace(before=before, after=after, digest="")
