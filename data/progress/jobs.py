"""The jobs on cars in repair, and the parts that were used."""

from collections import defaultdict
from typing import Any

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.progress.progress import Job, Part
from frontdesk.domain.progress.terms import Hold, JobKind, JobState

_COLUMNS = "id, kind, title, state, minutes, technician, added_at, started_at, ended_at, hold, hold_until"
_OF = "progress_id in (select value from json_each(?))"


def of(connection: Connection, numbers: str) -> dict[int, tuple[Job, ...]]:
    """Return the jobs of repairs, in the order they were added; `numbers` is a JSON list."""
    parts: defaultdict[int, list[Part]] = defaultdict(list)
    for job, *part in connection.execute(
        "select job_id, id, number, name, quantity from parts_used"
        f" where job_id in (select id from jobs where {_OF}) order by id",
        (numbers,),
    ):
        parts[job].append(Part(*part))
    rows = connection.execute(f"select {_COLUMNS}, progress_id from jobs where {_OF} order by id", (numbers,))
    found: defaultdict[int, list[Job]] = defaultdict(list)
    for owner, job in each("jobs", rows.fetchall(), lambda row: (row[-1], _job(row[:-1], tuple(parts[row[0]])))):
        found[owner].append(job)
    return {owner: tuple(jobs) for owner, jobs in found.items()}


def add(
    transaction: Transaction, car: int, kind: JobKind, title: str, *, technician: str = "", minutes: int | None = None
) -> int:
    """Add a job to a car; return its number."""
    row: Row = {"progress_id": car, "kind": kind, "title": title, "state": JobState.WAITING, "minutes": minutes}
    return transaction.insert("jobs", {**row, "technician": technician, "added_at": transaction.now})


def change(transaction: Transaction, job: Job, state: JobState, values: Row | None = None) -> None:
    """Put on record how far a job is; what it waited for is over, unless `values` says so anew."""
    row: Row = {"state": state, "hold": None, "hold_until": None, **(values or {})}
    transaction.update("jobs", job.id, row, where={"state": job.state})


def give(transaction: Transaction, job: Job, technician: str) -> None:
    """Give a job to a technician."""
    transaction.update("jobs", job.id, {"technician": technician}, where={"state": job.state})


def use(transaction: Transaction, job: Job, number: str, name: str, quantity: int) -> None:
    """Put on record that a part was used."""
    transaction.insert("parts_used", {"job_id": job.id, "number": number, "name": name, "quantity": quantity})


def technicians(connection: Connection, limit: int = 8) -> tuple[str, ...]:
    """Return who was given work lately, the latest first."""
    rows = connection.execute(
        "select technician from (select technician, id from jobs where technician <> '' order by id desc limit 200)"
        " group by technician order by max(id) desc limit ?",
        (limit,),
    )
    return tuple(name for (name,) in rows)


def _job(row: tuple[Any, ...], parts: tuple[Part, ...]) -> Job:
    number, kind, title, state, minutes, technician, added_at, started_at, ended_at, hold, until = row
    done = (number, JobKind(kind), title, JobState(state), minutes, technician, added_at, started_at, ended_at)
    return Job(*done, Hold(hold) if hold else None, until, parts)
