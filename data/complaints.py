"""The complaint queue, its clocks and its history."""

import json
from collections import defaultdict
from typing import Any

from data import phones
from data.connection import Connection
from data.transaction import Row, Transaction
from frontdesk.domain.case_clocks import ClockName, DueClock
from frontdesk.domain.clock import Millis
from frontdesk.domain.complaints import Channel, Complaint, ComplaintKind, Note, Severity, Stage
from frontdesk.domain.deadlines import Deadline
from frontdesk.domain.errors import Reason, Refused
from frontdesk.domain.escalations import Breach
from frontdesk.domain.kinds import Kind

_COLUMNS = (
    "c.id, received_at, channel, kind, severity, stage, customer, coalesce(masked, ''), plate, words, visit_id,"
    " assigned_to"
)
_FROM = f"select {_COLUMNS} from complaints c left join phones p on p.id = c.phone_id"


def count_open(connection: Connection) -> int:
    """Return how many cases are open."""
    return int(connection.execute("select count(*) from complaints where stage <> 'closed'").fetchone()[0])


def open_ones(connection: Connection, limit: int) -> tuple[Complaint, ...]:
    """Return the open cases, next due first; those with no running clock last."""
    return _cases(connection, "where stage <> 'closed' order by next_due is null, next_due, c.id limit ?", limit)


def closed_lately(connection: Connection, limit: int = 50) -> tuple[Complaint, ...]:
    """Return the cases closed, newest first: so that one can be opened again."""
    return _cases(connection, "where stage = 'closed' order by c.id desc limit ?", limit)


def every_one(connection: Connection, *, closed: bool) -> tuple[Complaint, ...]:
    """Return the open cases, next due first; with `closed` the closed ones after them, newest first."""
    order = "order by stage = 'closed', iif(stage = 'closed', -c.id, 0), next_due is null, next_due, c.id"
    return _cases(connection, order if closed else f"where stage <> 'closed' {order}")


def received_since(connection: Connection, at: Millis) -> tuple[Complaint, ...]:
    """Return the cases that came in at an instant or later, in the order they came in."""
    return _cases(connection, "where received_at >= ? order by received_at, c.id", at)


def get(connection: Connection, number: int) -> Complaint:
    """Return one case. Raises `Refused(NO_COMPLAINT)`."""
    found = _cases(connection, "where c.id = ?", number)
    if not found:
        raise Refused(Reason.NO_COMPLAINT, number=number)
    return found[0]


def register(
    transaction: Transaction,
    *,
    received_at: Millis,
    channel: Channel,
    kind: ComplaintKind,
    severity: Severity,
    customer: str,
    phone: str,
    plate: str,
    visit_id: int | None,
    words: str,
    due: dict[ClockName, Deadline],
) -> int:
    """Put a case in the queue, with the clocks it runs under."""
    number = transaction.insert(
        "complaints",
        {
            "received_at": received_at,
            "registered_at": transaction.now,
            "channel": channel,
            "kind": kind,
            "severity": severity,
            "stage": Stage.REGISTERED,
            "customer": customer,
            "phone_id": phones.put(transaction, phone),
            "plate": plate,
            "visit_id": visit_id,
            "words": words,
            "next_due": min(deadline.at for deadline in due.values()),
        },
    )
    for name, deadline in due.items():
        start_clock(transaction, number, name, received_at, deadline)
    return number


def start_clock(transaction: Transaction, number: int, name: ClockName, started_at: Millis, deadline: Deadline) -> None:
    """Start a clock of a case."""
    row: Row = {
        "complaint_id": number,
        "name": name,
        "started_at": started_at,
        "due_at": max(deadline.at, started_at),
        "provisional": int(deadline.provisional),
    }
    transaction.insert("clocks", row)


def running(connection: Connection, name: ClockName) -> tuple[tuple[int, DueClock], ...]:
    """Return the clocks of a name that are not met, of open cases, each with its case's number."""
    rows = connection.execute(
        "select c.id, k.id, name, started_at, due_at, met_at, provisional from clocks k"
        " join complaints c on c.id = complaint_id where met_at is null and name = ? and stage <> 'closed'"
        " order by k.id",
        (name,),
    )
    return tuple((number, _clock(row)) for number, *row in rows)


def set_deadline(transaction: Transaction, number: int, clock: DueClock, deadline: Deadline) -> None:
    """Let a running clock of a case be due at another time; the case's next due follows."""
    values: Row = {"due_at": max(deadline.at, clock.started_at), "provisional": int(deadline.provisional)}
    transaction.update("clocks", clock.id, values, where={"met_at": None})
    transaction.update("complaints", number, {"next_due": _next_due(transaction.connection, number)})


def meet_clock(transaction: Transaction, complaint: Complaint, name: ClockName, at: Millis) -> None:
    """Stop the running clocks of that name."""
    for clock in complaint.clocks:
        if clock.name is name and clock.met_at is None:
            transaction.update("clocks", clock.id, {"met_at": max(at, clock.started_at)}, where={"met_at": None})


def move(transaction: Transaction, complaint: Complaint, stage: Stage, assigned_to: str) -> None:
    """Take a case to a stage, if it still is where it was seen; its next due is worked out anew."""
    transaction.update(
        "complaints",
        complaint.id,
        {
            "stage": stage,
            "assigned_to": assigned_to,
            "next_due": _next_due(transaction.connection, complaint.id),
        },
        where={"stage": complaint.stage},
    )


def add_note(transaction: Transaction, number: int, step: str, words: str, at: Millis) -> None:
    """Write a line of a case's history."""
    transaction.insert(
        "notes",
        {"complaint_id": number, "at": at, "who": transaction.actor.who, "step": step, "words": words},
    )


def notes(connection: Connection, number: int) -> tuple[Note, ...]:
    """Return a case's history, oldest first."""
    rows = connection.execute(
        "select at, who, step, words from notes where complaint_id = ? order by at, id", (number,)
    )
    return tuple(Note(*row) for row in rows)


def missed(connection: Connection, now: Millis) -> tuple[Breach, ...]:
    """Return a breach for each running clock that is past due, in order."""
    rows = connection.execute(
        "select k.id, c.plate, k.due_at from clocks k join complaints c on c.id = k.complaint_id"
        " where k.met_at is null and k.due_at < ? and c.stage <> 'closed' order by k.due_at",
        (now,),
    )
    return tuple(Breach(Kind.COMPLAINT_DUE, f"clock:{number}", plate, due_at) for number, plate, due_at in rows)


def next_unraised(connection: Connection) -> Millis | None:
    """Return when the next running clock is due for which no escalation stands; None for none."""
    row = connection.execute(
        "select due_at from clocks k join complaints c on c.id = k.complaint_id"
        " where k.met_at is null and c.stage <> 'closed' and not exists (select 1 from escalations"
        " where kind = 'complaint_due' and subject = 'clock:' || k.id and cleared_at is null) order by due_at limit 1"
    ).fetchone()
    return None if row is None else int(row[0])


def _cases(connection: Connection, tail: str, *values: object) -> tuple[Complaint, ...]:
    rows = connection.execute(f"{_FROM} {tail}", values).fetchall()
    if not rows:
        return ()
    clocks: dict[int, list[DueClock]] = defaultdict(list)
    for number, *row in connection.execute(
        "select complaint_id, id, name, started_at, due_at, met_at, provisional from clocks"
        " where complaint_id in (select value from json_each(?)) order by id",
        (json.dumps([found[0] for found in rows]),),
    ):
        clocks[number].append(_clock(row))
    return tuple(_case(row, clocks[row[0]]) for row in rows)


def _clock(row: list[Any]) -> DueClock:
    number, name, started_at, due_at, met_at, provisional = row
    return DueClock(number, ClockName(name), started_at, due_at, met_at, bool(provisional))


def _next_due(connection: Connection, number: int) -> Millis | None:
    return connection.execute(  # type: ignore[no-any-return]
        "select min(due_at) from clocks where complaint_id = ? and met_at is null", (number,)
    ).fetchone()[0]


def _case(row: tuple[Any, ...], clocks: list[DueClock]) -> Complaint:
    number, received_at, channel, kind, severity, stage, *rest = row
    words = (Channel(channel), ComplaintKind(kind), Severity(severity), Stage(stage))
    return Complaint(*(number, received_at, *words, *rest, tuple(clocks)))
