"""The cases: complaints, disputes and inquiries, with their history."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from data.cases import clocks as case_clocks
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from data.people import phones
from frontdesk.domain.cases.asks import Asked
from frontdesk.domain.cases.case import (
    QUALITY_KINDS,
    AtQuality,
    Case,
    Form,
    Nature,
    Note,
    ReportedTo,
    Severity,
    Stage,
)
from frontdesk.domain.cases.lists import channel_of, kind_of
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.reasons import CaseReason
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate

_COLUMNS = (
    "c.id, received_at, channel, kind, severity, stage, customer, coalesce(masked, ''), plate, words, visit_id,"
    " assigned_to, nature, wants, drill, reported_to,"
    " coalesce((select iif(answered_at is null, 'asked', 'answered') from quality q"
    " where q.complaint_id = c.id and passed_on_at is null), ''),"
    " (select count(*) from notes n where n.complaint_id = c.id and form = 'spoken' and written_up_at is null),"
    " follow_up_at, followed_up_at, satisfaction,"
    " (select group_concat(state) from asks a where a.complaint_id = c.id and a.ended_at is null)"
)
_FROM = f"select {_COLUMNS} from complaints c left join phones p on p.id = c.phone_id"
IN_ORDER = "next_due is null, next_due, c.id"
"""How the queue is sorted: next due first, cases without a running clock last."""


def open_ones(connection: Connection, limit: int) -> tuple[Case, ...]:
    """Return the open cases, next due first; those with no running clock last."""
    return cases(connection, f"where stage <> 'closed' order by {IN_ORDER} limit ?", limit)


def received_since(connection: Connection, at: Millis) -> tuple[Case, ...]:
    """Return the cases that came in at an instant or later, in the order they came in."""
    return cases(connection, "where received_at >= ? order by received_at, c.id", at)


def quality_problems(connection: Connection, begins: Millis, ends: Millis) -> tuple[Case, ...]:
    """Return the major quality problems received at or after one instant and before another, drills left out (C19)."""
    kinds = ", ".join(f"'{kind}'" for kind in QUALITY_KINDS)
    tail = f"where severity = 'major' and kind in ({kinds}) and drill = 0 and received_at >= ? and received_at < ?"
    return cases(connection, f"{tail} order by received_at, c.id", begins, ends)


def get(connection: Connection, number: int) -> Case:
    """Return one case. Raises `Refused(NO_COMPLAINT)`."""
    found = cases(connection, "where c.id = ?", number)
    if not found:
        raise Refused(CaseReason.NO_COMPLAINT, number=number)
    return found[0]


def related(connection: Connection, number: int, phone: str, plate: Plate) -> tuple[Case, ...]:
    """Return the other cases of the same customer, by phone number or plate, newest first (C2, C7)."""
    return cases(
        connection,
        "where c.id <> ? and not drill and c.id in (select id from complaints where plate = ? and plate <> ''"
        " union select c.id from phones f join complaints c on c.phone_id = f.id where f.number = ? and ? <> '')"
        " order by c.id desc limit 50",
        number, plate, phone, phone,
    )  # fmt: skip


def register(transaction: Transaction, new: NewCase, received_at: Millis, visit: int | None) -> int:
    """Put a case in the queue, without starting its clocks."""
    row: Row = {
        "received_at": received_at,
        "registered_at": transaction.now,
        "nature": new.nature,
        "channel": new.channel,
        "kind": new.kind,
        "severity": new.severity,
        "stage": Stage.REGISTERED,
        "drill": int(new.is_drill),
        "customer": new.customer,
        "phone_id": phones.keep(transaction.connection, new.phone),
        "plate": new.plate,
        "visit_id": visit,
        "words": new.words,
        "wants": new.wants,
    }
    return transaction.insert("complaints", row)


def count_by(connection: Connection, column: str) -> dict[str, int]:
    """Return how many cases there are of each channel, or of each kind."""
    rows = connection.execute(f"select {column}, count(*) from complaints group by {column}")
    return {str(key): int(count) for key, count in rows}


def change(transaction: Transaction, case: Case, values: Row) -> None:
    """Change a case if it is still as it was seen."""
    transaction.update("complaints", case.id, values, where={"stage": case.stage})


def add_note(
    transaction: Transaction,
    number: int,
    step: str,
    words: str,
    *,
    form: Form = Form.WRITTEN,
    satisfaction: int | None = None,
) -> None:
    """Write a line of a case's history."""
    row: Row = {
        "complaint_id": number,
        "at": transaction.now,
        "who": transaction.actor.who,
        "step": step,
        "words": words,
    }
    transaction.insert("notes", {**row, "form": form, "satisfaction": satisfaction})


def notes(connection: Connection, number: int) -> tuple[Note, ...]:
    """Return a case's history, oldest first."""
    return notes_of(connection, (number,)).get(number, ())


def notes_of(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[Note, ...]]:
    """Return the histories of cases, by the number of the case, each oldest first; a case without notes has none."""
    found: dict[int, list[Note]] = defaultdict(list)
    for number, at, who, step, said, form, *later in connection.execute(
        "select complaint_id, at, who, step, words, form, written_up_at, satisfaction from notes"
        " where complaint_id in (select value from json_each(?)) order by at, id",
        (json.dumps(list(numbers)),),
    ):
        found[number].append(Note(at, who, step, said, Form(form), *later))
    return {number: tuple(written) for number, written in found.items()}


def write_up(transaction: Transaction, number: int) -> None:
    """Record that every spoken answer of a case has been written up and confirmed now (Q5)."""
    rows = transaction.connection.execute(
        "select id from notes where complaint_id = ? and form = 'spoken' and written_up_at is null", (number,)
    ).fetchall()
    for (note,) in rows:
        transaction.update("notes", note, {"written_up_at": transaction.now})


def cases(connection: Connection, tail: str, *values: object) -> tuple[Case, ...]:
    """Return the cases that the rest of a statement chooses, each with its clocks."""
    rows = connection.execute(f"{_FROM} {tail}", values).fetchall()
    if not rows:
        return ()
    clocks = case_clocks.of(connection, (row[0] for row in rows))
    return tuple(each("complaints", rows, lambda row: _case(row, clocks)))


def _case(row: tuple[Any, ...], clocks: dict[int, Any]) -> Case:
    number, received_at, channel, kind, severity, stage, *rest = row
    customer, phone, plate, words, visit_id, assigned_to, nature, wants, drill, reported_to, quality, *later = rest
    to_write_up, follow_up_at, followed_up_at, satisfaction, asked = later
    return Case(
        number, received_at, channel_of(channel), kind_of(kind), Severity(severity), Stage(stage), customer, phone,
        plate, words, visit_id, assigned_to, clocks.get(number, ()), Nature(nature), wants, bool(drill),
        ReportedTo(reported_to), AtQuality(quality), to_write_up, follow_up_at, followed_up_at, satisfaction,
        tuple(sorted(map(Asked, asked.split(",")))) if asked else (),
    )  # fmt: skip
