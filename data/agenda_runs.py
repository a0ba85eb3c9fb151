"""What came by the agenda and takes longer than an instant: due until it is done, failed or missed."""

from collections.abc import Iterable
from typing import NamedTuple

from data.engine.connection import Connection
from data.engine.transaction import Transaction
from frontdesk.domain.agenda.events import RunState
from frontdesk.domain.values.clock import Millis

_RUN = "select id, rule, due_at, state, file, fault, detail from agenda_runs"


class Run(NamedTuple):
    """Something that came. `file`, `fault` and `detail`: what it was done with, and why it failed."""

    id: int
    rule: str
    due_at: Millis
    state: RunState
    file: str
    fault: str
    detail: str


def open_run(connection: Connection, rule: str) -> Run | None:
    """Return what came by a rule and is not finished."""
    return _run(connection, "rule = ? and state = 'due'", rule)


def last_run(connection: Connection, rule: str) -> Run | None:
    """Return what came last by a rule."""
    return _run(connection, "rule = ? order by id desc limit 1", rule)


def begin(transaction: Transaction, rule: str, due_at: Millis, missed: Iterable[Millis] = ()) -> int:
    """Note that something came, and what was missed before it: also what came before and nobody finished."""
    unfinished = open_run(transaction.connection, rule)
    if unfinished is not None:
        end(transaction, unfinished, RunState.MISSED)
    for at in missed:
        row = {"rule": rule, "due_at": at, "state": RunState.MISSED, "ended_at": transaction.now}
        transaction.insert("agenda_runs", row)
    return transaction.insert("agenda_runs", {"rule": rule, "due_at": due_at, "state": RunState.DUE})


def end(
    transaction: Transaction, run: Run, state: RunState, *, file: str = "", fault: str = "", detail: str = ""
) -> None:
    """Note what became of something that came. Raises `Refused(CHANGED_SINCE)` where it is over."""
    values = {"state": state, "ended_at": transaction.now, "file": file, "fault": fault, "detail": detail}
    transaction.update("agenda_runs", run.id, values, where={"state": RunState.DUE})


def _run(connection: Connection, where: str, rule: str) -> Run | None:
    row = connection.execute(f"{_RUN} where {where}", (rule,)).fetchone()
    return None if row is None else Run(*row)._replace(state=RunState(row[3]))
