"""A car is handed back step by step; past no undecided problem; and leaves only then (P2, P3)."""

from typing import Any

import pytest
from handing_back import hand_back

from frontdesk.desk import matters, undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.progress import findings, jobs, repairs
from frontdesk.desk.runs import playbooks, runs, starting
from frontdesk.domain.progress.events import ProgressEvent
from frontdesk.domain.progress.reasons import ProgressReason
from frontdesk.domain.progress.terms import Decision, FoundKind, Heard, JobKind
from frontdesk.domain.runs.playbook import Playbook, Step
from frontdesk.domain.runs.reasons import RunReason
from frontdesk.domain.runs.run import RunOutcome
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import Plate

CAR = Plate("苏BD8832")


def refusal(command: Any) -> Reason:
    with pytest.raises(Refused) as refused:
        command()
    return refused.value.reason


@pytest.fixture
def ready(in_repair: Any) -> Desk:
    """A car on which all is done, a part used; the advisor sits at the desk."""
    desk: Desk = in_repair("赵敏")
    jobs.assign(desk, CAR, JobKind.REPAIR, "刘军", title="离合器")
    jobs.start(desk, CAR)
    jobs.use(desk, CAR, "离合器片")
    jobs.done(desk, CAR)
    jobs.check(desk, CAR, passed=True)
    jobs.done(desk, CAR)
    return in_repair("陈静")


def states(desk: Desk, number: int) -> str:
    return " ".join(each.state for each in runs.of_matter(desk, number)[-1].steps)


def test_in_order_and_then_it_may_leave(ready: Desk) -> None:
    assert refusal(lambda: starting.start(ready, "handback", "zh")) is RunReason.NOT_OF_CAR
    number = starting.hand_back(ready, CAR, "zh").number
    assert refusal(lambda: starting.hand_back(ready, CAR, "zh")) is RunReason.RUN_OPEN
    assert refusal(lambda: runs.done(ready, number, "signature")) is RunReason.STEP_WAITING
    runs.fail(ready, number, "works", "异响")
    assert refusal(lambda: runs.done(ready, number, "explained")) is RunReason.STEP_WAITING
    runs.done(ready, number, "works")
    runs.skip(ready, number, "explained", "客户赶时间")
    assert refusal(lambda: runs.skip(ready, number, "bill", "不用")) is RunReason.STEP_MANDATORY
    assert refusal(lambda: runs.done(ready, number, "parts")) is RunReason.EVIDENCE_MISSING
    runs.done(ready, number, "parts", "2")
    runs.done(ready, number, "bill")
    assert refusal(lambda: zone.leave(ready, CAR, anyway=False)) is ProgressReason.NOT_HANDED_BACK
    done = runs.done(ready, number, "signature")
    assert (done.kind, done.plate) == (ProgressEvent.HAND_BACK, CAR)
    assert repairs.shown(ready, CAR).handed_back_by == "陈静"
    assert not matters.shown(ready, number).is_open
    undo.undo(ready)
    assert states(ready, number) == "done skipped done done open"
    assert repairs.shown(ready, CAR).handed_back_at is None
    runs.done(ready, number, "signature")
    zone.leave(ready, CAR, anyway=False)


def test_not_past_what_is_undecided(ready: Desk) -> None:
    number = starting.hand_back(ready, CAR, "zh").number
    for key, value in (("works", ""), ("explained", ""), ("parts", "1"), ("bill", "")):
        runs.done(ready, number, key, value)
    findings.find(ready, CAR, FoundKind.HIDDEN, "轮胎磨损")
    assert refusal(lambda: runs.done(ready, number, "signature")) is ProgressReason.UNDECIDED
    assert states(ready, number) == "done done done done open"
    findings.decide(ready, CAR, Decision.LATER, Heard.IN_PERSON)
    runs.done(ready, number, "signature")
    assert repairs.shown(ready, CAR).handed_back_at is not None


def test_of_a_fault_in_our_own_work_the_customer_is_told_first(ready: Desk) -> None:
    findings.find(ready, CAR, FoundKind.QUALITY, "螺栓没拧紧")
    assert refusal(lambda: starting.hand_back(ready, CAR, "zh")) is ProgressReason.UNTOLD


def test_a_car_that_leaves_all_the_same_stops_it(ready: Desk) -> None:
    number = starting.hand_back(ready, CAR, "zh").number
    zone.leave(ready, CAR, anyway=True)
    (run,) = runs.of_matter(ready, number)
    assert run.outcome is RunOutcome.STOPPED
    assert runs.open_ones(ready) == ()


def test_whoever_manages_can_skip_each(ready: Desk, as_: Any) -> None:
    number = starting.hand_back(ready, CAR, "en").number
    as_("王芳")
    for step in runs.of_matter(ready, number)[-1].wanted:
        runs.skip(ready, number, step.step.key, "客户委托他人取车")
    assert repairs.shown(ready, CAR).handed_back_by == "王芳"


def test_the_helper_of_other_tests_does_it(ready: Desk) -> None:
    hand_back(ready, CAR)
    assert repairs.shown(ready, CAR).handed_back_at is not None


def test_another_playbook_of_a_car_hands_nothing_back(ready: Desk, as_: Any) -> None:
    as_("王芳")
    playbooks.load(ready, Playbook("wash", "洗车", "car", (Step("wash", "洗车"),)))
    number = repairs.shown(ready, CAR).id
    starting.start(ready, "wash", "zh", matter=number)
    runs.done(ready, number, "wash")
    assert repairs.shown(ready, CAR).handed_back_at is None
    assert matters.shown(ready, number).is_open
    hand_back(ready, CAR)
    assert not matters.shown(ready, number).is_open
