"""How far a car is follows from its jobs and from what was found, and from nothing else (P4)."""

import itertools

import pytest
from repairs import car, found, job

from frontdesk.domain.progress.progress import Job
from frontdesk.domain.progress.stage import stage
from frontdesk.domain.progress.terms import Decision, FoundKind, Hold, JobKind, JobState, Stage

W, G, H, D, X = JobState.WAITING, JobState.WORKING, JobState.HELD, JobState.DONE, JobState.DROPPED
CHECKED = job(D, 8, JobKind.CHECK)
FAILED = job(X, 8, JobKind.CHECK)
TO_WASH, WASHED = job(W, 9, JobKind.WASH), job(D, 9, JobKind.WASH)


@pytest.mark.parametrize(
    ("jobs", "expected"),
    [
        ((), Stage.WAITING),
        ((job(W),), Stage.WAITING),
        ((job(W), job(G, 2)), Stage.WORKING),
        ((job(D), job(W, 2)), Stage.WAITING),
        ((job(H, hold=Hold.PARTS),), Stage.FOR_PARTS),
        ((job(H, hold=Hold.PARTS), job(G, 2)), Stage.WORKING),
        ((job(H, hold=Hold.PARTS), job(H, 2, hold=Hold.CUSTOMER)), Stage.FOR_CUSTOMER),
        ((job(H, hold=Hold.PEOPLE),), Stage.WAITING),
        ((job(H, hold=Hold.OTHER),), Stage.PAUSED),
        ((job(D),), Stage.CHECK),
        ((job(D), FAILED), Stage.CHECK),
        ((job(D), FAILED, job(W, 3)), Stage.WAITING),
        ((job(D), CHECKED), Stage.READY),
        # Work that was done after the check is checked again.
        ((job(D, ended_at=101), CHECKED), Stage.CHECK),
        ((job(D), CHECKED, TO_WASH), Stage.WASH),
        ((job(D), CHECKED, WASHED), Stage.READY),
        ((job(D), CHECKED, TO_WASH, job(G, 3)), Stage.WORKING),
        # The customer wants none of it: there is nothing to check.
        ((job(X),), Stage.READY),
        ((job(X), job(D, 2)), Stage.CHECK),
    ],
)
def test_a_stage_follows_from_the_jobs(jobs: tuple[Job, ...], expected: Stage) -> None:
    assert stage(car(*jobs)) is expected


def test_what_was_found_stands_before_everything_but_work_on_other_jobs() -> None:
    working = job(G, 2)
    assert stage(car(job(H, hold=Hold.CUSTOMER), working, found=(found(),))) is Stage.WORKING
    assert stage(car(job(D), CHECKED, found=(found(),))) is Stage.FOR_CUSTOMER
    quality = found(FoundKind.QUALITY)
    assert stage(car(working, found=(quality,))) is Stage.FOR_CUSTOMER
    assert stage(car(working, found=(quality._replace(decision=Decision.AGREED),))) is Stage.PAUSED
    released = quality._replace(decision=Decision.AGREED, released_at=5)
    assert stage(car(working, found=(released,))) is Stage.WORKING
    assert stage(car(job(D), CHECKED, handed_back_at=7, found=(quality,))) is Stage.HANDED_BACK


def test_only_a_car_on_which_nothing_is_left_to_do_is_ready() -> None:
    states = [job(state, hold=Hold.PARTS if state is H else None) for state in JobState]
    for first, second, last in itertools.product(states, states, (CHECKED, FAILED, TO_WASH, WASHED)):
        several = (first, second._replace(id=2), last)
        if stage(car(*several)) is Stage.READY:
            assert all(each.is_ended for each in several)
            assert last is CHECKED or not any(each.state is D for each in several[:2])
