"""Whatever is pressed in the workshop, in any order and taken back: what must not be is never so (P2–P4)."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from store_checks import assert_whole

from data.policy import current
from frontdesk.desk import undo
from frontdesk.desk.desk import Desk
from frontdesk.desk.progress import findings, jobs, promises, repairs, telling
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.progress.progress import Progress
from frontdesk.domain.progress.silence import word_owed
from frontdesk.domain.progress.stage import stage
from frontdesk.domain.progress.terms import CHOSEN_HOLDS, WORK, Decision, FoundKind, Heard, JobState, Stage, Waits
from frontdesk.domain.values.clock import HOUR, MINUTE, ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate

CAR = Plate("苏BD8832")


def commands(desk: Desk, clock: ManualClock, chance: random.Random) -> list[Callable[[], object]]:
    """Everything a key could do now."""
    number = chance.choice([0, 0, 1, 2, 3])
    later = clock.at + chance.randrange(1, 5) * HOUR
    return [
        lambda: jobs.assign(desk, CAR, chance.choice(WORK), "刘军"),
        lambda: jobs.start(desk, CAR, number),
        lambda: jobs.start(desk, CAR),
        lambda: jobs.hold(desk, CAR, chance.choice(CHOSEN_HOLDS), job=number),
        lambda: jobs.done(desk, CAR, number),
        lambda: jobs.done(desk, CAR),
        lambda: jobs.drop(desk, CAR, number),
        lambda: jobs.check(desk, CAR, passed=chance.random() < 0.7, words="不合格"),
        lambda: findings.find(desk, CAR, chance.choice(list(FoundKind)), "渗油", job=number),
        lambda: findings.decide(desk, CAR, chance.choice(list(Decision)), Heard.PHONE),
        lambda: findings.release(desk, CAR),
        lambda: promises.promise(desk, CAR, later, why="缺件", told=chance.choice([None, Heard.PHONE])),
        lambda: promises.wait(desk, CAR, chance.choice(list(Waits)), wish_at=chance.choice([None, later])),
        lambda: telling.told(desk, CAR, Heard.IN_PERSON),
        lambda: undo.undo(desk),
    ]


def check(car: Progress, desk: Desk, now: int) -> None:
    states = {job.id: job.state for job in car.jobs}
    assert not (car.is_stopped and JobState.WORKING in states.values())
    for found in car.undecided:
        assert found.job is None or states[found.job] is not JobState.WORKING
    assert (car.ready_at is not None) is (stage(car) is Stage.READY)
    numbers = desk.read(current)
    owed, due = word_owed(car, numbers, OpeningHours.of(numbers)), car.word_due
    assert (owed is None) is (due is None)
    if owed is not None and due is not None:
        assert due.due_at >= owed.at
        assert due.due_at == owed.at or due.due_at <= now, "only what is late already is owed at another instant"


@pytest.mark.parametrize("seed", range(3))
def test_any_keys_in_any_order(
    in_repair: Any, clock: ManualClock, seed: int, seeds: Callable[[int, int], Iterator[int]]
) -> None:
    desk: Desk = in_repair("赵敏")
    done = 0
    for number in seeds(1, 40):
        chance = random.Random(f"{seed} {number}")
        for _turn in range(90):
            clock.at += chance.choice([0, 0, MINUTE, 7 * MINUTE])
            try:
                chance.choice(commands(desk, clock, chance))()
                done += 1
            except Refused:
                pass
            check(repairs.shown(desk, CAR), desk, clock.at)
    assert done > 20
    assert_whole(desk.connection)
