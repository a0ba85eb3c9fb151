"""How far a car is, in one word: it follows from its jobs and from what was found, and nobody types it (P4)."""

from frontdesk.domain.progress.progress import Job, Progress
from frontdesk.domain.progress.terms import Hold, JobKind, JobState, Stage

_HELD = (
    (Hold.CUSTOMER, Stage.FOR_CUSTOMER),
    (Hold.PARTS, Stage.FOR_PARTS),
    (Hold.OTHER, Stage.PAUSED),
    (Hold.QUALITY, Stage.PAUSED),
    (Hold.PEOPLE, Stage.WAITING),
)
"""The stage of a car on which nobody works: what it waits for, the customer's word first."""


def stage(car: Progress) -> Stage:
    """Return how far a car is. While anybody works on it, it is worked on, whatever else waits."""
    if car.handed_back_at is not None:
        return Stage.HANDED_BACK
    going_on = [job for job in car.jobs if job.is_work and not job.is_ended]
    if car.is_stopped:
        return Stage.FOR_CUSTOMER if any(found.stops and found.is_open for found in car.found) else Stage.PAUSED
    if car.undecided and not going_on:
        return Stage.FOR_CUSTOMER
    if going_on:
        return _of_work(going_on)
    return _of_done(car) if any(job.is_work for job in car.jobs) else Stage.WAITING


def is_checked(car: Progress) -> bool:
    """Whether a quality check passed after the last work was done."""
    last = max((job.ended_at or 0 for job in car.work), default=0)
    checks = (job for job in car.jobs if job.kind is JobKind.CHECK and job.state is JobState.DONE)
    return any((check.ended_at or 0) >= last for check in checks)


def to_wash(car: Progress) -> Job | None:
    """Return the wash that is still to be done."""
    return next((job for job in car.jobs if job.kind is JobKind.WASH and not job.is_ended), None)


def held_until(car: Progress) -> int | None:
    """Return until when the car waits, where anybody said so: the latest instant."""
    said = [job.hold_until for job in car.jobs if job.state is JobState.HELD and job.hold_until is not None]
    return max(said, default=None)


def _of_done(car: Progress) -> Stage:
    if car.work and not is_checked(car):
        return Stage.CHECK
    return Stage.WASH if to_wash(car) is not None else Stage.READY


def _of_work(going_on: list[Job]) -> Stage:
    if any(job.state is JobState.WORKING for job in going_on):
        return Stage.WORKING
    holds = {job.hold for job in going_on if job.state is JobState.HELD}
    return next((found for hold, found in _HELD if hold in holds), Stage.WAITING)
