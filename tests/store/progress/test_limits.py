"""What may be typed of a repair, at its boundaries; which job is finished where none is named."""

from collections.abc import Callable
from typing import Any

import pytest
from at_desk import refusal

from frontdesk.desk.progress import jobs, promises, repairs
from frontdesk.domain.progress.reasons import ProgressReason
from frontdesk.domain.progress.stage import stage
from frontdesk.domain.progress.terms import Hold, JobKind, JobState, Stage, Waits
from frontdesk.domain.values.clock import DAY, MINUTE, ManualClock
from frontdesk.domain.values.errors import Reason
from frontdesk.domain.values.plates import Plate

CAR = Plate("苏BD8832")


def states(desk: Any) -> list[tuple[str, JobState]]:
    return [(job.kind.value, job.state) for job in repairs.shown(desk, CAR).jobs]


def test_numbers_are_within_what_can_be_meant(in_repair: Any) -> None:
    desk = in_repair("赵敏")
    for minutes in (-5, 0, 10_001, 10**20):
        wrong = refusal(lambda minutes=minutes: jobs.assign(desk, CAR, JobKind.REPAIR, "刘军", minutes=minutes))
        assert wrong is ProgressReason.MINUTES
    for minutes in (1, 10_000):
        jobs.assign(desk, CAR, JobKind.REPAIR, "刘军", minutes=minutes)
    for pieces in (-1, 0, 10_000, 10**20):
        wrong = refusal(lambda pieces=pieces: jobs.use(desk, CAR, "机油滤芯", quantity=pieces, job=1))
        assert wrong is ProgressReason.PART_WHAT
    for pieces in (1, 9_999):
        jobs.use(desk, CAR, "机油滤芯", quantity=pieces, job=1)


@pytest.mark.parametrize(("after", "reason"), [(366 * DAY, None), (366 * DAY + 1, ProgressReason.TOO_FAR)])
def test_no_time_more_than_a_year_ahead(in_repair: Any, clock: ManualClock, after: int, reason: Reason | None) -> None:
    desk, at = in_repair("赵敏"), clock.at + after
    jobs.assign(desk, CAR, JobKind.REPAIR, "刘军")
    commands: tuple[Callable[[], object], ...] = (
        lambda: promises.promise(desk, CAR, at),
        lambda: promises.wait(desk, CAR, Waits.AWAY, wish_at=at),
        lambda: jobs.hold(desk, CAR, Hold.PARTS, at, job=1),
    )
    for command in commands:
        if reason is None:
            command()
        else:
            assert refusal(command) is reason


def test_what_was_not_begun_is_not_finished_and_the_wash_comes_last(in_repair: Any, clock: ManualClock) -> None:
    desk = in_repair("赵敏")
    jobs.assign(desk, CAR, JobKind.REPAIR, "刘军")
    for job in (0, 1):
        assert refusal(lambda job=job: jobs.done(desk, CAR, job)) is ProgressReason.NOT_BEGUN
    jobs.start(desk, CAR)
    jobs.done(desk, CAR)
    jobs.check(desk, CAR, passed=True)
    jobs.assign(desk, CAR, JobKind.BODY, "许亮")
    assert refusal(lambda: jobs.done(desk, CAR)) is ProgressReason.WHICH_JOB
    jobs.done(desk, CAR, 3)
    clock.at += MINUTE
    jobs.start(desk, CAR)
    jobs.done(desk, CAR)
    jobs.check(desk, CAR, passed=True)
    assert stage(repairs.shown(desk, CAR)) is Stage.WASH
    jobs.done(desk, CAR)
    assert stage(repairs.shown(desk, CAR)) is Stage.READY
    assert [kind for kind, state in states(desk) if state is JobState.DONE].count("wash") == 2
