"""A car in repair from its work order to the hand-back: what stops it, what is owed, who may do what (P1–P4)."""

from typing import Any

import pytest
from at_desk import refusal
from handing_back import hand_back
from store_checks import assert_whole

from frontdesk.desk import matters, plates, undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.progress import figures, findings, jobs, promises, repairs, telling
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.progress.progress import Progress, running
from frontdesk.domain.progress.reasons import ProgressReason
from frontdesk.domain.progress.stage import stage
from frontdesk.domain.progress.terms import Decision, FoundKind, Heard, Hold, JobKind, JobState, Stage, Waits
from frontdesk.domain.values.clock import HOUR, MINUTE, SECOND, ManualClock
from frontdesk.domain.values.plates import Plate

CAR = Plate("苏BD8832")


def car(desk: Desk) -> Progress:
    return repairs.shown(desk, CAR)


def due_in(desk: Desk, name: DueName) -> int | None:
    """How many milliseconds are left of what is owed."""
    due = running(car(desk).matter.dues, name)
    return None if due is None else due.due_at - desk.now()


def prompts(desk: Desk) -> list[Kind]:
    handling.evaluate(desk)
    return [each.kind for each in desk.snapshot().escalations if each.kind is Kind.DUE_MISSED]


def begin(desk: Desk, number: int = 1) -> None:
    jobs.assign(desk, CAR, JobKind.REPAIR, "刘军", title="离合器")
    jobs.start(desk, CAR, number)


def make_ready(desk: Desk) -> None:
    jobs.done(desk, CAR)
    jobs.check(desk, CAR, passed=True)
    jobs.done(desk, CAR)


def test_from_the_work_order_to_the_hand_back(in_repair: Any, clock: ManualClock) -> None:
    desk = in_repair("赵敏")
    assert (stage(car(desk)), car(desk).advisor) == (Stage.WAITING, "陈静")
    assert due_in(desk, DueName.WORD) == 30 * MINUTE
    promises.promise(desk, CAR, clock.at + HOUR, told=Heard.IN_PERSON)
    begin(desk)
    jobs.use(desk, CAR, "离合器片", number="K-88", quantity=2)
    assert stage(car(desk)) is Stage.WORKING
    assert refusal(lambda: zone.leave(desk, CAR, anyway=False)) is ProgressReason.NOT_HANDED_BACK
    clock.at += 20 * MINUTE
    assert refusal(lambda: jobs.check(desk, CAR, passed=True)) is ProgressReason.WORK_OPEN
    jobs.done(desk, CAR)
    assert refusal(lambda: jobs.check(desk, CAR, passed=False)) is ProgressReason.CHECK_WORDS
    jobs.check(desk, CAR, passed=False, words="踏板行程不对")
    assert [(each.kind, each.state, each.title) for each in car(desk).jobs[1:]] == [
        (JobKind.CHECK, JobState.DROPPED, "踏板行程不对"), (JobKind.REPAIR, JobState.WAITING, "踏板行程不对"),
    ]  # fmt: skip
    jobs.start(desk, CAR)
    jobs.done(desk, CAR)
    jobs.check(desk, CAR, passed=True)
    assert stage(car(desk)) is Stage.WASH
    assert refusal(lambda: hand_back(desk, CAR)) is ProgressReason.NOT_READY
    jobs.done(desk, CAR)
    assert stage(car(desk)) is Stage.READY
    # The car is ready: the customer hears of it within ten minutes, and then no more.
    assert (due_in(desk, DueName.WORD), due_in(desk, DueName.PROMISE)) == (10 * MINUTE, None)
    telling.told(desk, CAR, Heard.PHONE)
    assert due_in(desk, DueName.WORD) is None
    hand_back(desk, CAR)
    assert not matters.shown(desk, car(desk).id).is_open
    assert refusal(lambda: jobs.start(desk, CAR)) is ProgressReason.HANDED_BACK
    zone.leave(desk, CAR, anyway=False)
    (record,) = repairs.record(desk, CAR)
    assert [part.quantity for job in record.jobs for part in job.parts] == [2]
    found = figures.of_days(desk, 7)
    assert (found.promises, found.kept, found.late, found.told) == (1, 1, 0, 3)
    assert_whole(desk.connection)


@pytest.mark.parametrize(("late", "expected"), [(0, []), (1, [Kind.DUE_MISSED])])
def test_whoever_waits_in_the_lounge_hears_within_thirty_minutes(
    in_repair: Any, clock: ManualClock, late: int, expected: list[Kind]
) -> None:
    desk = in_repair("陈静")
    clock.at += 30 * MINUTE + late
    assert prompts(desk) == expected
    telling.told(desk, CAR, Heard.IN_PERSON)
    assert prompts(desk) == []
    (word,) = (due for due in car(desk).matter.dues if due.met_at is not None)
    assert word.is_missed(clock.at) is bool(late)


def test_the_advisor_is_called_then_the_manager(in_repair: Any, clock: ManualClock) -> None:
    desk = in_repair("陈静")
    clock.at += 30 * MINUTE + 1
    handling.evaluate(desk)
    (prompt,) = desk.snapshot().escalations
    assert [(at.after, at.roles) for at in prompt.plan.stages] == [(0, ("advisor",)), (900 * SECOND, ("manager",))]
    assert prompt.plan.act_within == 900 * SECOND


def test_a_promise_is_told_before_the_old_one_passes_or_it_is_late_for_ever(in_repair: Any, clock: ManualClock) -> None:
    desk = in_repair("陈静")
    assert refusal(lambda: promises.promise(desk, CAR, clock.at)) is ProgressReason.PROMISE_PAST
    assert refusal(lambda: promises.keep(desk, CAR)) is ProgressReason.NO_PROMISE
    promises.promise(desk, CAR, clock.at + 25 * MINUTE, told=Heard.IN_PERSON)
    clock.at += 21 * MINUTE
    assert refusal(lambda: promises.promise(desk, CAR, clock.at + HOUR)) is ProgressReason.PROMISE_WHY
    promises.promise(desk, CAR, clock.at + HOUR, why="缺件")
    # Nine minutes of silence are left, ten for the news, four until the old promise passes.
    assert (due_in(desk, DueName.WORD), due_in(desk, DueName.PROMISE)) == (4 * MINUTE, 4 * MINUTE)
    clock.at += 4 * MINUTE
    telling.told(desk, CAR, Heard.PHONE)
    assert due_in(desk, DueName.PROMISE) == 56 * MINUTE
    promise = running(car(desk).matter.dues, DueName.PROMISE)
    assert promise is not None
    assert not promise.is_missed(clock.at)
    promises.promise(desk, CAR, clock.at + 2 * HOUR, why="还缺件")
    clock.at += 56 * MINUTE + 1
    telling.told(desk, CAR, Heard.PHONE)
    promise = running(car(desk).matter.dues, DueName.PROMISE)
    assert promise is not None
    assert promise.is_missed(clock.at)
    assert promise.due_at > clock.at


def test_the_same_time_again_says_that_it_holds(in_repair: Any, clock: ManualClock) -> None:
    desk, warning = in_repair("陈静"), 30 * MINUTE
    at = clock.at + HOUR
    promises.promise(desk, CAR, at, told=Heard.IN_PERSON)
    assert not car(desk).needs_answer(at - warning - 1, warning)
    assert car(desk).needs_answer(at - warning, warning)
    clock.at = at - warning
    promises.promise(desk, CAR, at)
    assert not car(desk).needs_answer(at, warning)
    assert len(car(desk).promises) == 1


def test_a_hidden_problem_holds_its_job_until_the_customer_has_decided(in_repair: Any, clock: ManualClock) -> None:
    desk = in_repair("赵敏")
    begin(desk)
    begin(desk, 2)
    assert refusal(lambda: findings.find(desk, CAR, FoundKind.HIDDEN, " ", job=1)) is ProgressReason.FOUND_WHAT
    wrong = refusal(lambda: findings.find(desk, CAR, FoundKind.HIDDEN, "渗油", cost=(500, 300), job=1))
    assert wrong is ProgressReason.COSTS
    findings.find(desk, CAR, FoundKind.HIDDEN, "渗油", cost=(300, 500), minutes=40, job=1)
    assert [(job.state, job.hold) for job in car(desk).jobs] == [
        (JobState.HELD, Hold.CUSTOMER), (JobState.WORKING, None),
    ]  # fmt: skip
    assert (due_in(desk, DueName.WORD), due_in(desk, DueName.FOUND)) == (10 * MINUTE, 30 * MINUTE)
    for done in (jobs.start, jobs.done):
        assert refusal(lambda done=done: done(desk, CAR, 1)) is ProgressReason.UNDECIDED
    telling.told(desk, CAR, Heard.PHONE)
    assert (due_in(desk, DueName.WORD), due_in(desk, DueName.FOUND)) == (30 * MINUTE, None)
    jobs.done(desk, CAR, 2)
    assert refusal(lambda: hand_back(desk, CAR)) is ProgressReason.UNDECIDED
    clock.at += MINUTE
    findings.decide(desk, CAR, Decision.AGREED, Heard.PHONE, "做吧")
    assert car(desk).jobs[0].state is JobState.WORKING
    assert refusal(lambda: findings.decide(desk, CAR, Decision.LATER, Heard.PHONE)) is ProgressReason.DECIDED
    assert refusal(lambda: findings.release(desk, CAR)) is ProgressReason.NOT_STOPPED


def test_a_quality_problem_stops_every_job_until_the_supervisor_lets_go_on(in_repair: Any) -> None:
    desk = in_repair("陈静")
    begin(desk)
    begin(desk, 2)
    findings.find(desk, CAR, FoundKind.QUALITY, "垫片装反", job=1)
    assert {job.hold for job in car(desk).jobs} == {Hold.QUALITY}
    assert due_in(desk, DueName.WORD) == 10 * MINUTE
    jobs.assign(desk, CAR, JobKind.BODY, "许亮")
    assert refusal(lambda: jobs.start(desk, CAR, 3)) is ProgressReason.STOPPED
    findings.decide(desk, CAR, Decision.AGREED, Heard.IN_PERSON)
    assert refusal(lambda: jobs.start(desk, CAR, 3)) is ProgressReason.STOPPED
    assert refusal(lambda: findings.release(desk, CAR)) is PeopleReason.NOT_YOUR_POST
    findings.release(in_repair("赵敏"), CAR)
    assert [job.state for job in car(desk).jobs] == [JobState.WORKING, JobState.WORKING, JobState.WAITING]


def test_where_the_customer_waits_moves_what_is_owed(in_repair: Any, clock: ManualClock) -> None:
    desk = in_repair("陈静")
    clock.at += 30 * MINUTE + 1
    promises.wait(desk, CAR, Waits.AWAY)
    word = car(desk).word_due
    assert word is not None
    assert word.due_at == clock.at - 30 * MINUTE - 1 + 4 * HOUR
    assert word.is_missed(clock.at)
    assert refusal(lambda: promises.wait(desk, CAR, Waits.AWAY, wish_at=clock.at)) is ProgressReason.WISH_PAST
    telling.told(desk, CAR, Heard.PHONE)
    promises.wait(desk, CAR, Waits.AWAY, wish_at=clock.at + 5 * HOUR)
    assert due_in(desk, DueName.WORD) == 5 * HOUR + 10 * MINUTE
    clock.at += HOUR
    promises.wait(desk, CAR, Waits.LOUNGE)
    # Nobody is late for what is only now asked of them.
    assert due_in(desk, DueName.WORD) == 0


def test_a_store_that_follows_no_car_is_not_stopped_at_the_gate(desk: Desk) -> None:
    zone.arrive(desk, CAR)
    zone.receive(desk, CAR)
    zone.make_work_order(desk, CAR)
    zone.hand_over(desk, CAR)
    assert desk.snapshot().repairs == ()
    zone.leave(desk, CAR, anyway=False)


def test_a_car_that_left_all_the_same_is_on_record_so(in_repair: Any) -> None:
    desk = in_repair("陈静")
    zone.leave(desk, CAR)
    assert (car(desk).matter.outcome, car(desk).handed_back_at) == ("dropped", None)
    undo.undo(desk)
    assert desk.snapshot().repairs[0].matter.is_open


def test_who_comes_second_hears_who_was_first(in_repair: Any, open_desk: Any) -> None:
    desk = in_repair("陈静")
    begin(desk)
    findings.find(desk, CAR, FoundKind.HIDDEN, "渗油")
    other = open_desk("manager", "王芳")
    findings.decide(desk, CAR, Decision.AGREED, Heard.PHONE, operation="one")
    assert refusal(lambda: findings.decide(other, CAR, Decision.DECLINED, Heard.PHONE)) is ProgressReason.DECIDED
    again = findings.decide(desk, CAR, Decision.AGREED, Heard.PHONE, operation="one")
    assert again.seq == desk.last_result().seq


def test_what_is_undone_is_owed_as_before(in_repair: Any, clock: ManualClock) -> None:
    desk = in_repair("陈静")
    begin(desk)
    clock.at += 5 * MINUTE
    before = car(desk)
    findings.find(desk, CAR, FoundKind.HIDDEN, "渗油")
    clock.at += MINUTE
    undo.undo(desk)
    after = car(desk)
    assert (after.jobs, after.found, after.word_due) == (before.jobs, before.found, before.word_due)
    telling.told(desk, CAR, Heard.PHONE)
    undo.undo(desk)
    assert due_in(desk, DueName.WORD) == 24 * MINUTE
    assert_whole(desk.connection)


def test_a_hand_back_is_not_undone_once_the_car_has_left(in_repair: Any) -> None:
    desk = in_repair("赵敏")
    begin(desk)
    make_ready(desk)
    hand_back(desk, CAR)
    in_repair("陈静")
    zone.leave(desk, CAR)
    in_repair("赵敏")
    assert refusal(lambda: undo.undo(desk)) is JournalReason.CHANGED_SINCE


def test_a_corrected_plate_is_the_plate_of_its_repair(in_repair: Any) -> None:
    desk, right = in_repair("陈静"), Plate("苏BD8833")
    plates.correct(desk, 1, right, wrong=CAR)
    assert desk.snapshot().repairs[0].plate == right
    assert matters.listed(desk)[0].title == right


def test_hostile_words_stay_words(in_repair: Any) -> None:
    desk = in_repair("陈静")
    text = "[bold]x[/] \x1b[31m\u202e';drop table jobs;--"
    jobs.assign(desk, CAR, JobKind.REPAIR, text[:20], title=text)
    findings.find(desk, CAR, FoundKind.HIDDEN, text)
    telling.told(desk, CAR, Heard.PHONE, text)
    found = car(desk)
    assert "\x1b" not in f"{found.jobs[0]}{found.found[0]}"
    assert "[bold]x[/]" in found.jobs[0].title
