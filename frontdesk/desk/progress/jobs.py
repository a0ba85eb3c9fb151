"""The jobs on a car: given to a technician, begun, held, done, dropped, and checked at the end (P1–P3)."""

from data import policy as policies
from data.engine.transaction import Row, Transaction
from data.incidents import car_checks
from data.progress import jobs, progress
from data.zone import floor as floors
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_in_workshop
from frontdesk.desk.progress.opening import begin
from frontdesk.desk.progress.repairs import on_found, on_repair
from frontdesk.domain.incidents.car_checks import check_may_work
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.progress.checks import (
    GOING_ON,
    check_hold,
    check_minutes,
    check_part,
    check_quality,
    check_start,
    job_meant,
    job_to_finish,
)
from frontdesk.domain.progress.events import ProgressEvent
from frontdesk.domain.progress.progress import Progress
from frontdesk.domain.progress.reasons import ProgressReason
from frontdesk.domain.progress.terms import Hold, JobKind, JobState
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.values.text import whole_line


def assign(
    desk: Desk, plate: Plate, kind: JobKind, technician: str, *,
    title: str = "", minutes: int | None = None, job: int = 0, operation: str | None = None,
) -> Result:  # fmt: skip
    """Give a job to a technician: a new one, or the one with a number.

    A car with a work order that nobody follows yet is followed from now on. Raises `Refused`: NOT_IN_WORKSHOP,
    HANDED_BACK, NO_TECHNICIAN, MINUTES, NO_JOB, JOB_STATE.
    """
    who, what = whole_line(technician, NAME_LIMIT), whole_line(title)

    def find(transaction: Transaction) -> Progress:
        car = floors.floor(transaction.connection).find(plate)
        if car is not None and car.work_order_at is not None:
            begin(transaction, car)
        return progress.of_plate(transaction.connection, plate)

    def change(transaction: Transaction, car: Progress) -> Result:
        if not who:
            raise Refused(ProgressReason.NO_TECHNICIAN, plate=car.plate)
        check_minutes(minutes)
        if job:
            jobs.give(transaction, job_meant(car, job, GOING_ON), who)
        else:
            jobs.add(transaction, car.id, kind, what, technician=who, minutes=minutes)
        return Result(ProgressEvent.ASSIGN, car.plate, facts={"technician": who, "kind": kind})

    return on_found(desk, find, change, operation)


def start(desk: Desk, plate: Plate, job: int = 0, operation: str | None = None) -> Result:
    """A technician begins a job, or goes on with one that was held.

    Raises `Refused`: NO_JOB, WHICH_JOB, JOB_STATE, STOPPED, UNDECIDED, NO_TECHNICIAN.
    """

    def change(transaction: Transaction, car: Progress) -> Result:
        meant = job_meant(car, job, (JobState.WAITING, JobState.HELD))
        check_start(car, meant)
        check_may_work(car_checks.open_of(transaction.connection, car.visit_id), car.plate)
        begun: Row = {} if meant.started_at is not None else {"started_at": transaction.now}
        jobs.change(transaction, meant, JobState.WORKING, begun)
        return Result(ProgressEvent.START, car.plate, facts={"technician": meant.technician, "job": meant.id})

    return on_repair(desk, plate, change, operation, allowed=check_in_workshop)


def hold(
    desk: Desk, plate: Plate, why: Hold, until: Millis | None = None, *, job: int = 0, operation: str | None = None
) -> Result:
    """A job waits, perhaps until an instant. Raises `Refused`: NO_JOB, WHICH_JOB, JOB_STATE, HOLD_PAST."""

    def change(transaction: Transaction, car: Progress) -> Result:
        meant = job_meant(car, job, (JobState.WORKING,) if not job else GOING_ON)
        check_hold(until, transaction.now)
        jobs.change(transaction, meant, JobState.HELD, {"hold": why, "hold_until": until})
        return Result(ProgressEvent.HOLD, car.plate, facts={"why": why, "job": meant.id})

    return on_repair(desk, plate, change, operation, allowed=check_in_workshop)


def done(desk: Desk, plate: Plate, job: int = 0, operation: str | None = None) -> Result:
    """A job is done; with none named the one that is worked on, else the only one left.

    Raises `Refused`: NO_JOB, WHICH_JOB, JOB_STATE, NOT_BEGUN, STOPPED, UNDECIDED.
    """

    def change(transaction: Transaction, car: Progress) -> Result:
        meant = job_to_finish(car, job)
        check_start(car, meant)
        check_may_work(car_checks.open_of(transaction.connection, car.visit_id), car.plate)
        begun: Row = {} if meant.started_at is not None else {"started_at": transaction.now}
        jobs.change(transaction, meant, JobState.DONE, {**begun, "ended_at": transaction.now})
        return Result(ProgressEvent.DONE, car.plate, facts={"job": meant.id, "kind": meant.kind})

    return on_repair(desk, plate, change, operation, allowed=check_in_workshop)


def drop(desk: Desk, plate: Plate, job: int = 0, operation: str | None = None) -> Result:
    """A job is not done after all. Raises `Refused`: NO_JOB, WHICH_JOB, JOB_STATE."""

    def change(transaction: Transaction, car: Progress) -> Result:
        meant = job_meant(car, job, GOING_ON)
        jobs.change(transaction, meant, JobState.DROPPED, {"ended_at": transaction.now})
        return Result(ProgressEvent.DROP, car.plate, facts={"job": meant.id})

    return on_repair(desk, plate, change, operation)


def check(desk: Desk, plate: Plate, *, passed: bool, words: str = "", operation: str | None = None) -> Result:
    """Somebody looks whether the work was done well; what is not in order is a job again (P3).

    Raises `Refused`: WORK_OPEN, CHECK_WORDS.
    """
    said = whole_line(words)

    def change(transaction: Transaction, car: Progress) -> Result:
        check_quality(car, passed=passed, words=said)
        number = jobs.add(transaction, car.id, JobKind.CHECK, said, technician=transaction.actor.who)
        checked = next(job for job in progress.get(transaction.connection, car.id).jobs if job.id == number)
        ended: Row = {"started_at": transaction.now, "ended_at": transaction.now}
        jobs.change(transaction, checked, JobState.DONE if passed else JobState.DROPPED, ended)
        if not passed:
            last = car.work[-1]
            jobs.add(transaction, car.id, last.kind, said, technician=last.technician)
        elif policies.current(transaction.connection).progress_wash == "always" and not any(
            job.kind is JobKind.WASH and not job.is_ended for job in car.jobs
        ):
            jobs.add(transaction, car.id, JobKind.WASH, "")
        return Result(ProgressEvent.CHECK if passed else ProgressEvent.FAIL, car.plate)

    return on_repair(desk, plate, change, operation)


def use(
    desk: Desk, plate: Plate, name: str, *, number: str = "", quantity: int = 1, job: int = 0,
    operation: str | None = None,
) -> Result:  # fmt: skip
    """Put on record that a part was used for a job (P3). Raises `Refused`: NO_JOB, WHICH_JOB, PART_WHAT."""
    what, code = whole_line(name), whole_line(number)

    def change(transaction: Transaction, car: Progress) -> Result:
        meant = job_meant(car, job, tuple(JobState))
        check_part(what, quantity)
        jobs.use(transaction, meant, code, what, quantity)
        return Result(ProgressEvent.PART, car.plate, facts={"part": what})

    return on_repair(desk, plate, change, operation, allowed=check_in_workshop)
