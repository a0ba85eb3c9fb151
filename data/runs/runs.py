"""The runs with their steps and their log: entries are added, never changed."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from data.runs.playbooks import of_text
from frontdesk.domain.runs.playbook import PlaybookOnRecord
from frontdesk.domain.runs.reasons import RunReason
from frontdesk.domain.runs.run import ONLY, Run, RunEntry, RunOutcome, StepOnRecord, StepRow, StepState, made_for
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.event import Event

_COLUMNS = (
    "r.id, r.matter_id, p.body, p.version, r.facts, r.lead, r.started_at, r.started_by, r.ended_at, r.outcome, r.day_at"
)


def open_ones(connection: Connection) -> tuple[Run, ...]:
    """Return the runs that are under way, in the order they began."""
    return _select(connection, "r.ended_at is null")


def of(connection: Connection, numbers: Iterable[int]) -> tuple[Run, ...]:
    """Return runs by their own numbers, as far as they are on record."""
    return _select(connection, "r.id in (select value from json_each(?))", json.dumps(list(numbers)))


def of_steps(connection: Connection, steps: Iterable[int]) -> tuple[Run, ...]:
    """Return the runs that steps belong to, by the steps' own numbers."""
    theirs = "select run_id from run_steps where id in (select value from json_each(?))"
    return _select(connection, f"r.id in ({theirs})", json.dumps(list(steps)))


def of_matter(connection: Connection, matter: int) -> tuple[Run, ...]:
    """Return the runs of a matter, in the order they began."""
    return _select(connection, "r.matter_id = ?", matter)


def running(connection: Connection, matter: int) -> Run:
    """Return the run of a matter that is under way. Raises `Refused(NO_RUN)`."""
    found = _select(connection, "r.matter_id = ? and r.ended_at is null", matter)
    if not found:
        raise Refused(RunReason.NO_RUN, number=matter)
    return found[0]


def begin(
    transaction: Transaction, matter: int, playbook: PlaybookOnRecord, facts: tuple[str, ...],
    rows: Mapping[str, Sequence[StepRow]], *, lead: str = "", state: StepState = StepState.WAITING,
    day_at: Millis | None = None,
) -> int:  # fmt: skip
    """Put a run on record with its steps, all of them in one state; return its number.

    `rows`: of what there is one step for each, by how the playbook calls it. `lead`: who, if not the operator.
    `day_at`: when the holiday begins that it is for.
    """
    who, now = transaction.actor.who, transaction.now
    row: Row = {"matter_id": matter, "playbook_id": playbook.id, "facts": json.dumps(facts), "lead": lead or who}
    if day_at is not None:
        row["day_at"] = day_at
    run = transaction.insert("runs", {**row, "started_at": now, "started_by": who})
    for step in playbook.playbook.steps:
        for each_row in rows[step.each] if step.each else (ONLY,):
            made = made_for(step, *each_row)
            row = {"run_id": run, "key": made.key, "named": each_row.named, "team": step.team}
            transaction.insert("run_steps", {**row, "state": state})
    return run


def change(transaction: Transaction, run: Run, values: Row) -> None:
    """Change what a run says of itself: who leads it, what is so."""
    transaction.update("runs", run.id, values, where={"ended_at": None})


def end(transaction: Transaction, run: Run, outcome: RunOutcome) -> None:
    """End a run; of one that is stopped nothing can be done any more."""
    change(transaction, run, {"ended_at": transaction.now, "outcome": outcome})
    for step in run.steps:
        if step.state in {StepState.OPEN, StepState.TAKEN}:
            transaction.update("run_steps", step.id, {"state": StepState.WAITING})


def change_step(transaction: Transaction, step: StepOnRecord, values: Row) -> None:
    """Change how far a step is, if it is still as it was read."""
    transaction.update("run_steps", step.id, values, where={"state": step.state, "who": step.who, "at": step.at})


def enter(
    transaction: Transaction, run: int, entry: Event, step: int | None = None, *,
    at: Millis | None = None, value: str = "", words: str = "",
) -> None:  # fmt: skip
    """Add a line to a run's log; `at`: when it happened, if that was before now."""
    row: Row = {"run_id": run, "step_id": step, "at": transaction.now, "who": transaction.actor.who}
    happened = transaction.now if at is None else at
    transaction.insert("run_entries", {**row, "occurred_at": happened, "entry": entry, "value": value, "words": words})


def _select(connection: Connection, condition: str, *values: object) -> tuple[Run, ...]:
    joined = f"from runs r join playbooks p on p.id = r.playbook_id where {condition}"
    rows = connection.execute(f"select {_COLUMNS} {joined} order by r.id", values).fetchall()
    mine = f"run_id in (select r.id {joined})"
    steps: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for run, *step in connection.execute(
        "select run_id, key, named, id, state, due_id, who, at, value, words, measure_id"
        f" from run_steps where {mine} order by id",
        values,
    ):
        steps[run].append(tuple(step))
    entries: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for run, *entry in connection.execute(
        "select run_id, at, occurred_at, who, entry, (select key from run_steps where id = step_id), value, words"
        f" from run_entries where {mine} order by id",
        values,
    ):
        entries[run].append(tuple(entry))
    return tuple(each("runs", rows, lambda row: _run(row, steps[row[0]], entries[row[0]])))


def _run(row: tuple[Any, ...], steps: list[tuple[Any, ...]], entries: list[tuple[Any, ...]]) -> Run:
    number, matter, body, version, facts, lead, started_at, started_by, ended_at, outcome, day_at = row
    playbook = of_text(body)
    said = {step.key: step for step in playbook.steps}
    on_record = []
    for key, named, own, state, *rest in steps:
        base, _, row_key = key.partition(".")
        each_step = StepOnRecord(own, made_for(said[base], row_key, named), StepState(state), *rest)
        on_record.append(each_step._replace(named=named))
    titles = {each.step.key: each.step.title for each in on_record}
    log = tuple(
        RunEntry(at, occurred_at, who, entry, titles.get(key, ""), value, words)
        for at, occurred_at, who, entry, key, value, words in entries
    )
    begun = (number, matter, playbook, version, tuple(json.loads(facts)), lead, started_at, started_by, ended_at)
    return Run(*begun, RunOutcome(outcome) if outcome else None, tuple(on_record), log, day_at)
