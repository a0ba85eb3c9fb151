"""Every limit at its exact millisecond, and what an escalation is answered with (Z4a, Z5, Z6)."""

import pytest
from at_desk import CAR, MINUTE, SECOND, act, arrive, last_closed, prompts, refusal
from store_checks import assert_whole

from frontdesk.desk import lounge, undo, zone
from frontdesk.desk.cases import page, register, steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling, tasks
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.escalations.reasons import EscalationReason
from frontdesk.domain.escalations.tasks import Errand
from frontdesk.domain.escalations.terms import Action, Kind, Outcome, State
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate


def test_over_count_is_raised_and_cleared_in_the_very_transaction(desk: Desk, clock: ManualClock) -> None:
    arrive(desk, 1, 2, 3)
    assert prompts(desk) == []
    clock.at += SECOND
    arrive(desk, 4)
    assert prompts(desk) == [(Kind.OVER_COUNT, clock.at)]
    arrive(desk, 5)
    zone.leave(desk, Plate("苏A00001"))
    assert len(prompts(desk)) == 1
    clock.at += SECOND
    zone.move(desk, Plate("苏A00002"), "temporary")
    assert prompts(desk) == []
    assert (last_closed(desk).cleared_at, last_closed(desk).outcome) == (clock.at, Outcome.UNHANDLED)


@pytest.mark.parametrize(("after", "goes_on"), [(0, False), (1, True), (29_999, True), (30_000, False)])
def test_crossed_again_within_the_hold_time(desk: Desk, clock: ManualClock, after: int, goes_on: bool) -> None:
    arrive(desk, 1, 2, 3, 4)
    (first,) = desk.snapshot().escalations
    clock.at += SECOND
    zone.leave(desk, Plate("苏A00001"))
    clock.at += after
    if after == 0:
        undo.undo(desk)
        assert desk.snapshot().escalations == (first,)
        return
    arrive(desk, 5)
    (again,) = desk.snapshot().escalations
    assert again.crossed_at == clock.at
    assert again.prompt == (first.id if goes_on else again.id)
    assert_whole(desk.connection)


@pytest.mark.parametrize(("after", "over"), [(20 * MINUTE, False), (20 * MINUTE + 1, True)])
def test_over_stay(desk: Desk, clock: ManualClock, after: int, over: bool) -> None:
    arrive(desk, 1)
    crossed = clock.at + 20 * MINUTE
    clock.at += after
    handling.evaluate(desk)
    assert prompts(desk) == ([(Kind.OVER_STAY, crossed)] if over else [])
    assert handling.evaluate(desk) is None


@pytest.mark.parametrize(("after", "late"), [(60_000, False), (60_001, True)])
def test_late_reception(desk: Desk, clock: ManualClock, after: int, late: bool) -> None:
    zone.arrive(desk, CAR)
    crossed = clock.at + 60_000
    clock.at += after
    zone.receive(desk, CAR)
    assert prompts(desk) == []
    closed = desk.snapshot().closed
    assert [(e.kind, e.crossed_at, e.cleared_at) for e in closed] == (
        [(Kind.LATE_RECEPTION, crossed, clock.at)] if late else []
    )


def test_what_became_due_while_nothing_ran_has_its_true_time(desk: Desk, clock: ManualClock) -> None:
    zone.arrive(desk, CAR)
    began = clock.at
    clock.at += 3 * 60 * MINUTE
    handling.evaluate(desk)
    assert prompts(desk) == [(Kind.LATE_RECEPTION, began + MINUTE), (Kind.OVER_STAY, began + 20 * MINUTE)]
    assert {e.raised_at for e in desk.snapshot().escalations} == {clock.at}


def test_an_action_records_what_was_crossed_before_it(desk: Desk, clock: ManualClock) -> None:
    arrive(desk, 1)
    clock.at += 10 * MINUTE
    arrive(desk, 2, 3, 4)
    clock.at += 10 * MINUTE + 1
    act(desk, Action.REPAIR, Plate("苏A00001"))
    assert [(e.kind, e.state) for e in desk.snapshot().escalations] == [
        (Kind.OVER_COUNT, State.ACTED),
        (Kind.OVER_STAY, State.ACTED),
    ]
    (task,) = desk.snapshot().tasks
    tasks.done(desk, task.id)
    assert [e.kind for e in desk.snapshot().closed] == [Kind.OVER_STAY, Kind.OVER_COUNT]
    assert {(e.cleared_at, e.outcome) for e in desk.snapshot().closed} == {(clock.at, Outcome.CLEARED)}


def test_the_course_of_an_escalation(crowded: Desk, clock: ManualClock) -> None:
    prompt = crowded.snapshot().escalations[0]
    handling.tell(crowded, prompt.id)
    assert refusal(lambda: handling.tell(crowded, prompt.id)) is EscalationReason.ALREADY_HANDLED
    handling.acknowledge(crowded, prompt.id)
    assert refusal(lambda: handling.acknowledge(crowded, prompt.id)) is EscalationReason.ALREADY_HANDLED
    act(crowded, Action.REORDER, Plate("苏A00003"))
    acted = crowded.snapshot().escalations[0]
    assert (acted.state, acted.action, acted.acted_by) == (State.ACTED, Action.REORDER, "张三")
    assert crowded.snapshot().floor.car("苏A00003").expected_exit_at == clock.at + 10 * MINUTE
    stale = lambda: decisions.act(crowded, prompt.id, Action.REORDER, (Plate("苏A00002"),), seen=None)  # noqa: E731
    assert refusal(stale) is EscalationReason.ALREADY_HANDLED
    answer = act(crowded, Action.DIVERT, Plate("苏A00001"))
    assert (answer.place, answer.number) == ("temporary", 1)
    assert crowded.snapshot().floor.car("苏A00001").ticket == "A001"
    assert crowded.snapshot().floor.car("苏A00001").place.in_zone
    asked = [(task.errand, task.plate, task.place) for task in crowded.snapshot().tasks]
    assert asked == [
        (Errand.REORDER, "苏A00003", ""),
        (Errand.PARK, "苏A00001", "temporary"),
        (Errand.LOUNGE, "苏A00001", ""),
    ]
    tasks.done(crowded, crowded.snapshot().tasks[1].id)
    assert crowded.snapshot().floor.car("苏A00001").place.key == "temporary"
    assert refusal(lambda: handling.acknowledge(crowded, prompt.id)) is EscalationReason.ESCALATION_CLOSED
    assert_whole(crowded.connection)


def test_a_missed_clock_of_a_complaint_is_a_prompt(desk: Desk, clock: ManualClock) -> None:
    began = clock.at
    case = register.register(desk, NewCase(
        channel=Channel.PHONE, kind=CaseKind.WAITING, severity=Severity.MAJOR, customer="李四",
        phone="13812348000", plate=CAR, words="等太久",
    ))  # fmt: skip
    clock.at = began + 30 * MINUTE
    assert handling.evaluate(desk) is None
    clock.at += 1
    handling.evaluate(desk)
    assert prompts(desk) == [(Kind.COMPLAINT_DUE, began + 30 * MINUTE)]
    steps.take(desk, case.number, CaseStep.INFORM, "赵六")
    assert prompts(desk) == []
    assert page.show_phone(desk, case.number) == "13812348000"
    assert register.get(desk, case.number).phone == "138****8000"
    kinds = [kind for (kind,) in desk.connection.execute("select kind from events order by seq")]
    assert kinds[-1] == "show_phone"
    assert_whole(desk.connection)


def test_the_four_actions_are_not_for_a_late_reception(desk: Desk, clock: ManualClock) -> None:
    zone.arrive(desk, Plate("苏A12345"))
    clock.at += 61_000
    handling.evaluate(desk)
    late = desk.snapshot().escalations[0]
    with pytest.raises(Refused) as refusal:
        decisions.act(desk, late.id, Action.DIVERT, (Plate("苏A12345"),), seen=None)
    assert refusal.value.facts["why"] is EscalationReason.NOT_CROWDING
    assert desk.snapshot().floor.car("苏A12345").place.key == "bay1"


def test_a_car_that_came_back_is_diverted_again_though_nobody_said_the_customer_was_taken_to_the_lounge(
    desk: Desk, clock: ManualClock
) -> None:
    arrive(desk, 1, 2, 3, 4)
    act(desk, Action.DIVERT, Plate("苏A00004"))
    park = next(task for task in desk.snapshot().tasks if task.errand is Errand.PARK)
    tasks.done(desk, park.id)
    zone.leave(desk, Plate("苏A00003"))
    lounge.bring_back(desk, 1)
    assert desk.snapshot().tasks == ()
    clock.at += 5 * MINUTE
    arrive(desk, 5)
    act(desk, Action.DIVERT, Plate("苏A00004"))
    assert [ticket.name for ticket in desk.snapshot().tickets] == ["A002"]
    assert_whole(desk.connection)
