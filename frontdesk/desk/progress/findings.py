"""Problems found in the workshop: they stop work until the customer has decided, or the supervisor lets go on (P2)."""

from data.engine.transaction import Row, Transaction
from data.progress import found as findings
from data.progress import jobs
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_in_workshop, check_supervises
from frontdesk.desk.progress.repairs import on_repair
from frontdesk.desk.progress.telling import note_told
from frontdesk.domain.journal.result import Result
from frontdesk.domain.progress.checks import check_decision, check_found, found_meant, job_meant
from frontdesk.domain.progress.events import ProgressEvent
from frontdesk.domain.progress.progress import Job, Progress
from frontdesk.domain.progress.reasons import ProgressReason
from frontdesk.domain.progress.terms import Decision, FoundKind, Heard, Hold, JobState
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.text import whole_line, whole_words


def find(
    desk: Desk, plate: Plate, kind: FoundKind, what: str, *,
    cost: tuple[int, int] | None = None, minutes: int | None = None, job: int = 0, operation: str | None = None,
) -> Result:  # fmt: skip
    """Put on record what was found. Its job waits for the customer; a quality problem stops every job of the car.

    With no job named it is the one that is worked on, where there is one. Raises `Refused`: FOUND_WHAT, COSTS, NO_JOB.
    """
    said = whole_line(what)

    def change(transaction: Transaction, car: Progress) -> Result:
        check_found(said, cost, minutes)
        meant = _job_of(car, job)
        least, most = cost or (None, None)
        values: Row = {"job_id": meant.id if meant else None, "kind": kind, "what": said, "minutes": minutes}
        number = findings.add(transaction, car.id, {**values, "cost_min": least, "cost_max": most})
        stopped = [each for each in car.jobs if each.state is JobState.WORKING]
        if kind is FoundKind.HIDDEN:
            stopped = [each for each in stopped if meant is not None and each.id == meant.id]
        for each in stopped:
            why = Hold.QUALITY if kind is FoundKind.QUALITY else Hold.CUSTOMER
            jobs.change(transaction, each, JobState.HELD, {"hold": why})
        return Result(ProgressEvent.FOUND, car.plate, facts={"kind": kind, "found": number})

    return on_repair(desk, plate, change, operation, allowed=check_in_workshop)


def decide(
    desk: Desk, plate: Plate, decision: Decision, channel: Heard, words: str = "", *,
    number: int = 0, operation: str | None = None,
) -> Result:  # fmt: skip
    """Put on record what the customer decided about a problem; they were told of it by that.

    Its job goes on once nothing found on it is undecided. Raises `Refused`: NO_FOUND, WHICH_FOUND,
    DECIDED, NOT_ASKED.
    """
    said = whole_words(words)

    def change(transaction: Transaction, car: Progress) -> Result:
        meant = found_meant(car, number)
        check_decision(car, meant, decision)
        now, who = transaction.now, transaction.actor.who
        values: Row = {"decision": decision, "decided_at": now, "decided_by": who, "channel": channel, "words": said}
        findings.change(transaction, meant, values)
        note_told(transaction, car, channel, said, only=meant)
        still = [each for each in car.undecided if each.job == meant.job and each.id != meant.id]
        held = [each for each in car.jobs if each.id == meant.job and each.hold is Hold.CUSTOMER]
        for each in held if not still else ():
            jobs.change(transaction, each, _state_before(each))
        return Result(ProgressEvent.DECIDE, car.plate, facts={"decision": decision, "found": meant.id})

    return on_repair(desk, plate, change, operation)


def release(desk: Desk, plate: Plate, operation: str | None = None) -> Result:
    """The supervisor lets the jobs go on that a quality problem stopped (P2).

    Raises `Refused`: NOT_STOPPED, NOT_YOUR_POST.
    """

    def change(transaction: Transaction, car: Progress) -> Result:
        stopping = [each for each in car.found if each.stops]
        if not stopping:
            raise Refused(ProgressReason.NOT_STOPPED, plate=car.plate)
        check_supervises(transaction)
        for each in stopping:
            findings.change(transaction, each, {"released_at": transaction.now, "released_by": transaction.actor.who})
        for job in car.jobs:
            if job.hold is Hold.QUALITY:
                waits = any(each.job == job.id for each in car.undecided)
                state = JobState.HELD if waits else _state_before(job)
                jobs.change(transaction, job, state, {"hold": Hold.CUSTOMER if waits else None})
        return Result(ProgressEvent.RELEASE, car.plate)

    return on_repair(desk, plate, change, operation)


def _job_of(car: Progress, number: int) -> Job | None:
    """Return the job on which something was found; None where none is worked on, or several are."""
    if number:
        return job_meant(car, number, tuple(JobState))
    working = [job for job in car.jobs if job.state is JobState.WORKING]
    return working[0] if len(working) == 1 else None


def _state_before(job: Job) -> JobState:
    """Return how far a job is that waited for the customer: one that was begun goes on."""
    return JobState.WAITING if job.started_at is None else JobState.WORKING
