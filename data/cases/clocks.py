"""The clocks of the cases and their pauses."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from frontdesk.domain.cases.clocks import ClockName, DueClock, Pause
from frontdesk.domain.cases.deadlines import Deadline
from frontdesk.domain.escalations.limits import Breach
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.values.clock import MINUTE, Millis
from frontdesk.domain.values.errors import Refused

_COLUMNS = "k.id, name, started_at, due_at, met_at, provisional, lifted_at, agreed_at, what, withdrawn"
_RUNNING = "k.met_at is null and k.lifted_at is null"
_UNRAISED = (
    "not exists (select 1 from escalations where kind = 'complaint_due' and subject = 'clock:' || k.id"
    " and cleared_at is null)"
    # Whoever is called for the full answer is not called in the same minute for a date.
    " and not (name = 'agree_date' and exists (select 1 from clocks f where f.complaint_id = k.complaint_id"
    " and f.name = 'full_answer' and f.met_at is null and f.lifted_at is null"
    f" and abs(f.due_at - k.due_at) < {MINUTE}))"
)


def of(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[DueClock, ...]]:
    """Return the clocks of cases, by the number of the case, in the order they were started."""
    listed = json.dumps(list(numbers))
    rows = connection.execute(
        f"select complaint_id, {_COLUMNS} from clocks k where complaint_id in (select value from json_each(?))"
        " order by k.id",
        (listed,),
    ).fetchall()
    pauses: dict[int, list[Pause]] = defaultdict(list)
    for clock, *pause in connection.execute(
        "select clock_id, since, until, reason, p.who from clocks k join pauses p on p.clock_id = k.id"
        " where complaint_id in (select value from json_each(?)) order by since, until, p.id",
        (listed,),
    ):
        pauses[clock].append(Pause(*pause))
    found: dict[int, list[DueClock]] = defaultdict(list)
    for number, *row in rows:
        found[number].append(_clock(row, pauses.get(row[0], [])))
    return {number: tuple(clocks) for number, clocks in found.items()}


def running(connection: Connection, numbers: Iterable[int] | None = None) -> tuple[DueClock, ...]:
    """Return the running clocks of some cases, or of all cases, with the pauses of each."""
    if numbers is None:
        rows = connection.execute(
            f"select distinct complaint_id from clocks k indexed by clocks_running where {_RUNNING}"
        )
        numbers = [number for (number,) in rows]
    every = of(connection, numbers).values()
    return tuple(clock for clocks in every for clock in clocks if clock.is_running)


def start(
    transaction: Transaction,
    number: int,
    name: ClockName,
    started_at: Millis,
    deadline: Deadline,
    *,
    agreed_at: Millis | None = None,
    what: str = "",
) -> int:
    """Start a clock of a case; return its number."""
    row: Row = {
        "complaint_id": number,
        "name": name,
        "started_at": started_at,
        "due_at": max(deadline.at, started_at),
        "provisional": int(deadline.provisional),
        "agreed_at": agreed_at,
        "what": what,
    }
    return transaction.insert("clocks", row)


def meet(transaction: Transaction, clock: DueClock, at: Millis) -> None:
    """Stop a running clock because what was due is done."""
    _end(transaction, clock, "met_at", at)


def lift(transaction: Transaction, clock: DueClock, at: Millis) -> None:
    """Stop a running clock because it no longer has to be met."""
    _end(transaction, clock, "lifted_at", at)


def withdraw(transaction: Transaction, clock: DueClock, at: Millis) -> None:
    """Stop a promise's clock: it was entered wrongly, and runs on by nothing that is done later."""
    lift(transaction, clock, at)
    transaction.update("clocks", clock.id, {"withdrawn": 1})


def revive(transaction: Transaction, clock: DueClock) -> None:
    """Resume a clock that was lifted, or met by what was entered wrongly, counting from its first start."""
    was: Row = {"lifted_at": clock.lifted_at, "met_at": clock.met_at}
    transaction.update("clocks", clock.id, dict.fromkeys(was), where=was)


def hurry(transaction: Transaction, clock: DueClock) -> None:
    """Note that people wait on site for what a running clock is about, from now on."""
    transaction.update("clocks", clock.id, {"agreed_at": transaction.now}, where={"met_at": None, "lifted_at": None})


def set_deadline(transaction: Transaction, clock: DueClock, deadline: Deadline) -> None:
    """Change when a running clock is due; its case's next due follows by itself."""
    values: Row = {"due_at": max(deadline.at, clock.started_at), "provisional": int(deadline.provisional)}
    transaction.update("clocks", clock.id, values, where={"met_at": None, "lifted_at": None})


def pause(transaction: Transaction, clock: DueClock, until: Millis, reason: str) -> None:
    """Pause a clock from now on."""
    row: Row = {"clock_id": clock.id, "since": transaction.now, "until": until}
    transaction.insert("pauses", {**row, "reason": reason, "who": transaction.actor.who})


def resume(transaction: Transaction, clock: DueClock) -> None:
    """End the pause a clock is in."""
    number = transaction.connection.execute(
        "select id from pauses where clock_id = ? and since <= ? and until > ? order by id desc limit 1",
        (clock.id, transaction.now, transaction.now),
    ).fetchone()[0]
    transaction.update("pauses", number, {"until": transaction.now})


def note_next_due(transaction: Transaction, number: int) -> None:
    """Work out again which clock of a case is due first."""
    due = transaction.connection.execute(
        f"select min(due_at) from clocks k where complaint_id = ? and {_RUNNING}", (number,)
    ).fetchone()[0]
    transaction.update("complaints", number, {"next_due": due})


def without_a_week(connection: Connection) -> tuple[tuple[int, Millis], ...]:
    """Return the cases not answered in full that owe no date, and none is promised, with when they began (Q3)."""
    rows = connection.execute(
        f"select complaint_id, started_at from clocks k where name = 'full_answer' and {_RUNNING}"
        " and not exists (select 1 from clocks o where o.complaint_id = k.complaint_id and (o.name = 'agree_date'"
        " or (o.name = 'promised' and o.met_at is null and o.lifted_at is null))) order by complaint_id"
    )
    return tuple(rows.fetchall())


def case_of(connection: Connection, clock: int) -> int:
    """Return the number of the case a clock belongs to. Raises `Refused` if it was undone since."""
    case = case_or_none(connection, clock)
    if case is None:
        raise Refused(JournalReason.CHANGED_SINCE)
    return case


def case_or_none(connection: Connection, clock: int) -> int | None:
    """Return the number of the case a clock belongs to; None where that was undone."""
    row = connection.execute("select complaint_id from clocks where id = ?", (clock,)).fetchone()
    return None if row is None else int(row[0])


def unraised(connection: Connection, now: Millis, limit: int) -> tuple[Breach, ...]:
    """Return the first overdue running clocks without an open escalation, including those of rehearsals."""
    rows = connection.execute(
        f"select k.id, c.plate, k.due_at from clocks k join complaints c on c.id = k.complaint_id"
        f" where {_RUNNING} and k.due_at < ? and {_UNRAISED} order by k.due_at, k.id limit ?",
        (now, limit),
    )
    return tuple(Breach(Kind.COMPLAINT_DUE, Subject.of_clock(number), plate, due_at) for number, plate, due_at in rows)


def next_unraised(connection: Connection) -> Millis | None:
    """Return when the next running clock without an open escalation is due, or None if there is none."""
    row = connection.execute(
        f"select due_at from clocks k where {_RUNNING} and {_UNRAISED} order by due_at limit 1"
    ).fetchone()
    return None if row is None else int(row[0])


def _end(transaction: Transaction, clock: DueClock, how: str, at: Millis) -> None:
    values: Row = {how: max(at, clock.started_at)}
    transaction.update("clocks", clock.id, values, where={"met_at": None, "lifted_at": None})


def _clock(row: list[Any], pauses: list[Pause]) -> DueClock:
    number, name, started_at, due_at, met_at, provisional, lifted_at, agreed_at, what, withdrawn = row
    ends = (met_at, bool(provisional), lifted_at, agreed_at, what)
    return DueClock(number, ClockName(name), started_at, due_at, *ends, bool(withdrawn), tuple(pauses))
