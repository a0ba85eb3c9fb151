"""What may be done about a car in repair, and when (P2–P4)."""

from collections.abc import Collection

from frontdesk.domain.progress.progress import Found, Job, Progress
from frontdesk.domain.progress.reasons import ProgressReason
from frontdesk.domain.progress.stage import stage
from frontdesk.domain.progress.terms import Decision, FoundKind, JobState, Stage
from frontdesk.domain.values.clock import DAY, Millis
from frontdesk.domain.values.errors import Refused

GOING_ON = (JobState.WORKING, JobState.HELD, JobState.WAITING)
MOST_MINUTES = 10_000
MOST_YUAN = 10_000_000
MOST_PIECES = 9_999
"""What takes or costs more, or is more of one part, was mistyped."""
LONGEST: Millis = 366 * DAY
"""How far ahead a car is promised, a job held or word wished at most."""


def job_meant(car: Progress, number: int, states: Collection[JobState]) -> Job:
    """Return the job with a number; with none named (0) the only one that is in one of these states.

    Raises `Refused`: NO_JOB, WHICH_JOB, JOB_STATE.
    """
    if number:
        job = next((job for job in car.jobs if job.id == number), None)
        if job is None:
            raise Refused(ProgressReason.NO_JOB, plate=car.plate, jobs=_numbers(car.jobs))
        if job.state not in states:
            raise Refused(ProgressReason.JOB_STATE, plate=car.plate, number=number, state=job.state)
        return job
    fitting = [job for job in car.jobs if job.state in states]
    if not fitting:
        raise Refused(ProgressReason.NO_JOB, plate=car.plate, jobs=_numbers(car.jobs))
    if len(fitting) > 1:
        raise Refused(ProgressReason.WHICH_JOB, plate=car.plate, jobs=_numbers(fitting))
    return fitting[0]


def job_to_finish(car: Progress, number: int) -> Job:
    """Return the job that is finished: of the work one that was begun; the wash needs no beginning.

    With none named (0) the only one that is worked on; where none is, the only one that is not ended.
    Raises `Refused`: NO_JOB, WHICH_JOB, JOB_STATE, NOT_BEGUN.
    """
    job = job_meant(car, number, GOING_ON if number else to_finish(car))
    if job.is_work and job.started_at is None:
        raise Refused(ProgressReason.NOT_BEGUN, plate=car.plate, number=job.id)
    return job


def to_finish(car: Progress) -> Collection[JobState]:
    """Return how far the jobs are of which one is meant, where what is finished is not named."""
    return (JobState.WORKING,) if any(job.state is JobState.WORKING for job in car.jobs) else GOING_ON


def check_minutes(minutes: int | None) -> None:
    """A job is thought to take a minute or more. Raises `Refused(MINUTES)`."""
    if minutes is not None and not 0 < minutes <= MOST_MINUTES:
        raise Refused(ProgressReason.MINUTES, right=MOST_MINUTES)


def check_part(name: str, quantity: int) -> None:
    """A part has a name, and there is at least one of it. Raises `Refused(PART_WHAT)`."""
    if not name or not 0 < quantity <= MOST_PIECES:
        raise Refused(ProgressReason.PART_WHAT, right=MOST_PIECES)


def check_start(car: Progress, job: Job) -> None:
    """Work begins or goes on only where nothing stops it (P2). Raises `Refused`: STOPPED, UNDECIDED, NO_TECHNICIAN."""
    if car.is_stopped:
        stopping = next(found for found in car.found if found.stops)
        raise Refused(ProgressReason.STOPPED, plate=car.plate, what=stopping.what)
    waiting = [found for found in car.undecided if found.job == job.id]
    if waiting:
        raise undecided(car, waiting[0])
    if job.is_work and not job.technician:
        raise Refused(ProgressReason.NO_TECHNICIAN, plate=car.plate)


def check_hold(until: Millis | None, now: Millis) -> None:
    """A job is held until an instant ahead. Raises `Refused`: HOLD_PAST, TOO_FAR."""
    if until is not None and until <= now:
        raise Refused(ProgressReason.HOLD_PAST, at=until, now=now)
    check_near(until, now)


def check_near(at: Millis | None, now: Millis) -> None:
    """What lies more than a year ahead was mistyped. Raises `Refused(TOO_FAR)`."""
    if at is not None and at > now + LONGEST:
        raise Refused(ProgressReason.TOO_FAR, at=at, now=now)


def check_checkable(car: Progress) -> None:
    """The car is checked once all work is done. Raises `Refused(WORK_OPEN)`."""
    reached = stage(car)
    if reached is not Stage.CHECK:
        raise Refused(ProgressReason.WORK_OPEN, plate=car.plate, stage=reached)


def check_quality(car: Progress, *, passed: bool, words: str) -> None:
    """The same, and what is not in order is said. Raises `Refused`: WORK_OPEN, CHECK_WORDS."""
    check_checkable(car)
    if not passed and not words:
        raise Refused(ProgressReason.CHECK_WORDS, plate=car.plate)


def check_found(what: str, cost: tuple[int, int] | None, minutes: int | None) -> None:
    """A problem is described, and what it costs makes sense. Raises `Refused`: FOUND_WHAT, COSTS."""
    if not what:
        raise Refused(ProgressReason.FOUND_WHAT)
    least, most = cost or (0, 0)
    if not 0 <= least <= most <= MOST_YUAN or not 0 <= (minutes or 0) <= MOST_MINUTES:
        raise Refused(ProgressReason.COSTS)


def check_decision(car: Progress, found: Found, decision: Decision) -> None:
    """A fault in the store's own work is put right whatever the customer says. Raises `Refused(NOT_ASKED)`."""
    if found.kind is FoundKind.QUALITY and decision is not Decision.AGREED:
        raise Refused(ProgressReason.NOT_ASKED, plate=car.plate, what=found.what)


def found_meant(car: Progress, number: int) -> Found:
    """Return the problem with a number; with none named (0) the only one not decided yet.

    Raises `Refused`: NO_FOUND, WHICH_FOUND, DECIDED.
    """
    if number:
        meant = next((found for found in car.found if found.id == number), None)
        if meant is None:
            raise Refused(ProgressReason.NO_FOUND, plate=car.plate)
    elif not car.undecided:
        if car.found:
            raise decided(car, car.found[-1])
        raise Refused(ProgressReason.NO_FOUND, plate=car.plate)
    elif len(car.undecided) > 1:
        raise Refused(ProgressReason.WHICH_FOUND, plate=car.plate, numbers=_numbers(car.undecided))
    else:
        meant = car.undecided[0]
    if not meant.is_open:
        raise decided(car, meant)
    return meant


def check_promise(car: Progress, becomes: Millis, why: str, now: Millis) -> None:
    """A promise lies ahead; one that changes has a reason. Raises `Refused`: PROMISE_PAST, PROMISE_WHY, TOO_FAR."""
    if becomes <= now:
        raise Refused(ProgressReason.PROMISE_PAST, at=becomes, now=now)
    check_near(becomes, now)
    if car.promised_at is not None and not why:
        raise Refused(ProgressReason.PROMISE_WHY, plate=car.plate, at=car.promised_at, now=now)


def check_hand_back(car: Progress) -> None:
    """A car is handed back once it is ready and everything found is decided (P2, P3).

    Raises `Refused`: UNDECIDED, UNTOLD, NOT_READY.
    """
    if car.undecided:
        raise undecided(car, car.undecided[0])
    reached = stage(car)
    if reached is not Stage.READY:
        raise Refused(ProgressReason.NOT_READY, plate=car.plate, stage=reached)


def undecided(car: Progress, found: Found) -> Refused:
    """Return the refusal that something waits for what the customer decides; or for them to hear of our own fault."""
    reason = ProgressReason.UNDECIDED if found.kind is FoundKind.HIDDEN else ProgressReason.UNTOLD
    return Refused(reason, plate=car.plate, number=found.id, what=found.what)


def decided(car: Progress, found: Found) -> Refused:
    """Return the refusal that says who put the decision on record first, and when; or that nobody was asked."""
    if found.decision is None:
        return Refused(ProgressReason.NOT_ASKED, plate=car.plate, what=found.what)
    return Refused(
        ProgressReason.DECIDED,
        plate=car.plate, number=found.id, decision=found.decision, who=found.decided_by, at=found.decided_at,
    )  # fmt: skip


def _numbers(items: Collection[Job] | Collection[Found]) -> str:
    return " · ".join(f"{item.id} {item.title if isinstance(item, Job) else item.what}".strip() for item in items)
