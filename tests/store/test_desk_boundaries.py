"""The limits as the desk keeps them: prompts, undo's two minutes, back-dated entries, what nobody saw fall due."""

from collections.abc import Callable

import pytest
from store_checks import assert_whole, tables

from frontdesk.desk import lounge, undo, zone
from frontdesk.desk.cases import page, register, steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling, record, tasks
from frontdesk.domain.cases.case import Channel, ComplaintKind, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.steps import Step
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.reasons import EscalationReason
from frontdesk.domain.escalations.tasks import Errand
from frontdesk.domain.escalations.terms import Action, Kind, Outcome, State
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.zone.cars import Purpose
from frontdesk.domain.zone.reasons import ZoneReason

SECOND, MINUTE = 1_000, 60_000
CAR = "苏A12345"


def prompts(desk: Desk) -> list[tuple[Kind, int]]:
    return [(e.kind, e.crossed_at) for e in desk.snapshot().escalations]


def last_closed(desk: Desk) -> Escalation:
    return desk.snapshot().closed[0]


def refusal(call: Callable[[], object]) -> Reason:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.reason


def arrive(desk: Desk, *numbers: int) -> None:
    for number in numbers:
        zone.arrive(desk, f"苏A0000{number}")
        zone.receive(desk, f"苏A0000{number}")


def test_over_count_is_raised_and_cleared_in_the_very_transaction(desk: Desk, clock: ManualClock) -> None:
    arrive(desk, 1, 2, 3)
    assert prompts(desk) == []
    clock.at += SECOND
    arrive(desk, 4)
    assert prompts(desk) == [(Kind.OVER_COUNT, clock.at)]
    arrive(desk, 5)
    zone.leave(desk, "苏A00001")
    assert len(prompts(desk)) == 1
    clock.at += SECOND
    zone.move(desk, "苏A00002", "temporary")
    assert prompts(desk) == []
    assert (last_closed(desk).cleared_at, last_closed(desk).outcome) == (clock.at, Outcome.UNHANDLED)


@pytest.mark.parametrize(("after", "goes_on"), [(0, False), (1, True), (29_999, True), (30_000, False)])
def test_crossed_again_within_the_hold_time(desk: Desk, clock: ManualClock, after: int, goes_on: bool) -> None:
    arrive(desk, 1, 2, 3, 4)
    (first,) = desk.snapshot().escalations
    clock.at += SECOND
    zone.leave(desk, "苏A00001")
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


@pytest.mark.parametrize(("at", "outcome"), [(60_000, Outcome.CORRECTED), (60_001, Outcome.CLEARED)])
def test_a_reception_entered_late_but_done_in_time(desk: Desk, clock: ManualClock, at: int, outcome: Outcome) -> None:
    zone.arrive(desk, CAR)
    began = clock.at
    clock.at += 5 * MINUTE
    handling.evaluate(desk)
    zone.receive(desk, CAR, at=began + at)
    assert prompts(desk) == []
    assert (last_closed(desk).outcome, last_closed(desk).cleared_at) == (outcome, began + at)


@pytest.mark.parametrize(("at", "outcome"), [(20 * MINUTE, Outcome.CORRECTED), (20 * MINUTE + 1, Outcome.UNHANDLED)])
def test_a_departure_entered_late_but_in_time(desk: Desk, clock: ManualClock, at: int, outcome: Outcome) -> None:
    arrive(desk, 1)
    began = clock.at
    clock.at += 30 * MINUTE
    handling.evaluate(desk)
    zone.leave(desk, "苏A00001", at=began + at)
    assert last_closed(desk).outcome is outcome


def test_a_back_dated_entry_keeps_both_times(desk: Desk, clock: ManualClock) -> None:
    answer = zone.arrive(desk, CAR, at=clock.at - 90_000)
    row = desk.connection.execute("select at, occurred_at from events where seq = ?", (answer.seq,)).fetchone()
    assert row == (clock.at, clock.at - 90_000)
    assert answer.at == clock.at - 90_000
    assert prompts(desk) == [(Kind.LATE_RECEPTION, clock.at - 30_000)]
    assert desk.snapshot().floor.car(CAR).zone_time(clock.at) == 90_000


def test_times_that_cannot_be(desk: Desk, clock: ManualClock) -> None:
    began = clock.at
    assert refusal(lambda: zone.arrive(desk, CAR, at=began + 1)) is ValueReason.IN_FUTURE
    zone.arrive(desk, CAR)
    clock.at += MINUTE
    assert refusal(lambda: zone.receive(desk, CAR, at=began - 1)) is ZoneReason.BEFORE_LAST_CHANGE
    zone.receive(desk, CAR, at=began)
    zone.leave(desk, CAR, at=began + 30_000)
    assert refusal(lambda: zone.arrive(desk, CAR, at=began + 29_999)) is ZoneReason.BEFORE_LAST_CHANGE
    zone.arrive(desk, CAR, at=began + 30_000)


def test_a_back_dated_car_does_not_share_a_bay(desk: Desk, clock: ManualClock) -> None:
    zone.arrive(desk, "苏A00001", place="bay1")
    clock.at += 10 * MINUTE
    zone.leave(desk, "苏A00001")
    clock.at += MINUTE
    for place in ("bay1", None):
        if place:
            reason = refusal(lambda: zone.arrive(desk, CAR, place="bay1", at=clock.at - 5 * MINUTE))
            assert reason is ZoneReason.PLACE_FULL
        else:
            assert zone.arrive(desk, CAR, at=clock.at - 5 * MINUTE).place == "bay2"
    assert zone.arrive(desk, "苏A00003", place="bay1", at=clock.at - MINUTE).place == "bay1"
    assert_whole(desk.connection)


def test_a_clock_that_steps_back_stops_nobody(desk: Desk, clock: ManualClock) -> None:
    zone.arrive(desk, "苏A00001", place="bay1")
    zone.arrive(desk, "苏A00002", place="lane")
    zone.receive(desk, "苏A00002")
    zone.make_work_order(desk, "苏A00002")
    zone.move(desk, "苏A00001", "lane")
    left = clock.at
    clock.at -= 10 * MINUTE
    assert zone.arrive(desk, CAR, place="bay1").at == left
    zone.leave(desk, CAR)
    zone.arrive(desk, CAR)
    assert desk.snapshot().floor.car(CAR).zone_time(clock.at) == 0
    zone.arrive(desk, "苏A00004")
    (prompt,) = desk.snapshot().escalations
    decisions.act(desk, prompt.id, Action.WORKSHOP_BAY, ("苏A00002",), seen=None)
    (task,) = desk.snapshot().tasks
    tasks.done(desk, task.id)
    assert desk.snapshot().floor.car("苏A00002").place.key == "waiting1"
    assert_whole(desk.connection)


UNDOABLE: dict[str, Callable[[Desk], Result]] = {
    "arrive": lambda desk: zone.arrive(desk, CAR),
    "receive": lambda desk: zone.receive(desk, "苏A00001"),
    "work order": lambda desk: zone.make_work_order(desk, "苏A00002"),
    "move": lambda desk: zone.move(desk, "苏A00001", "temporary"),
    "hand over": lambda desk: zone.hand_over(desk, "苏A00003"),
    "leave": lambda desk: zone.leave(desk, "苏A00001"),
    "turn away": lambda desk: zone.turn_away(desk, "苏A00001"),
    "turn away at the gate": lambda desk: zone.turn_away(desk, CAR),
    "divert": lambda desk: act(desk, Action.DIVERT, "苏A00001"),
    "workshop bay": lambda desk: act(desk, Action.WORKSHOP_BAY, "苏A00003"),
    "repair": lambda desk: act(desk, Action.REPAIR, "苏A00002"),
    "reorder": lambda desk: act(desk, Action.REORDER, "苏A00003"),
}


def act(desk: Desk, action: Action, plate: str) -> Result:
    prompt = desk.snapshot().escalations[0]
    return decisions.act(desk, prompt.id, action, (plate,), seen=prompt.acted_at)


@pytest.fixture
def crowded(desk: Desk, clock: ManualClock) -> Desk:
    """Four cars: one only arrived, one received, one with a work order, one more; and the prompt for them."""
    for number in (1, 2, 3, 4):
        zone.arrive(desk, f"苏A0000{number}")
        clock.at += SECOND
    zone.receive(desk, "苏A00002")
    zone.receive(desk, "苏A00003")
    zone.make_work_order(desk, "苏A00003")
    clock.at += 3 * MINUTE
    handling.evaluate(desk)
    return desk


@pytest.mark.parametrize("command", UNDOABLE)
def test_undo_takes_everything_back(crowded: Desk, clock: ManualClock, command: str) -> None:
    before, floor = tables(crowded.connection), crowded.snapshot().floor
    standing = crowded.snapshot().escalations
    done = UNDOABLE[command](crowded)
    clock.at += 120 * SECOND
    answer = undo.undo(crowded)
    assert answer.undoes == done.seq
    assert crowded.snapshot().floor == floor
    after = tables(crowded.connection)
    for table in ("visits", "stays", "tickets", "vehicles", "tasks"):
        assert after[table] == before[table]
    assert [e for e in crowded.snapshot().escalations if e.id <= standing[-1].id] == list(standing)
    assert_whole(crowded.connection)


@pytest.mark.parametrize(("after", "done"), [(119_999, True), (120_000, True), (120_001, False)])
def test_undo_within_two_minutes(desk: Desk, clock: ManualClock, after: int, done: bool) -> None:
    zone.arrive(desk, CAR)
    clock.at += after
    if done:
        undo.undo(desk)
        assert desk.snapshot().floor.cars == ()
        assert refusal(lambda: undo.undo(desk)) is JournalReason.NOTHING_TO_UNDO
    else:
        assert refusal(lambda: undo.undo(desk)) is JournalReason.NOTHING_TO_UNDO


def test_undo_is_the_stations_own(open_desk: Callable[..., Desk], clock: ManualClock) -> None:
    guard, reception = open_desk("guard"), open_desk("reception", "李四")
    zone.arrive(guard, CAR)
    assert refusal(lambda: undo.undo(reception)) is JournalReason.NOTHING_TO_UNDO
    zone.receive(reception, CAR)
    assert refusal(lambda: undo.undo(guard)) is JournalReason.CHANGED_SINCE
    undo.undo(reception)
    undo.undo(guard)
    assert guard.snapshot().floor.cars == ()


def test_a_work_order_stays_once_the_car_is_in_the_workshop(open_desk: Callable[..., Desk]) -> None:
    guard, reception = open_desk("guard"), open_desk("reception", "李四")
    arrive(guard, 1)
    zone.make_work_order(reception, "苏A00001")
    zone.move(guard, "苏A00001", "waiting1")
    assert refusal(lambda: undo.undo(reception)) is JournalReason.CHANGED_SINCE


def test_undo_gives_no_bay_back_that_another_car_stood_in_since(
    open_desk: Callable[..., Desk], clock: ManualClock
) -> None:
    guard, reception = open_desk("guard"), open_desk("reception", "李四")
    zone.arrive(guard, "苏A00001", place="bay1")
    zone.move(guard, "苏A00001", "lane")
    zone.arrive(reception, "苏A00002", place="bay1")
    clock.at += SECOND
    assert refusal(lambda: undo.undo(guard)) is JournalReason.CHANGED_SINCE
    zone.move(reception, "苏A00002", "lane")
    assert refusal(lambda: undo.undo(guard)) is JournalReason.CHANGED_SINCE
    assert_whole(guard.connection)


def test_undo_of_the_arrival_that_raised_what_still_stands(open_desk: Callable[..., Desk], clock: ManualClock) -> None:
    guard, reception = open_desk("guard"), open_desk("reception", "李四")
    arrive(guard, 1, 2, 3)
    arrive(reception, 5)
    (prompt,) = guard.snapshot().escalations
    clock.at += SECOND
    arrive(guard, 4)
    undo.undo(reception)
    undo.undo(reception)
    assert guard.snapshot().escalations == (prompt,)
    assert len(record.page(guard, prompt.id).steps) == prompt.calls + 1
    assert_whole(guard.connection)


def test_undone_plates_are_not_offered_again(desk: Desk) -> None:
    zone.arrive(desk, CAR)
    undo.undo(desk)
    assert zone.known_plates(desk, "A123") == []


def test_an_action_records_what_was_crossed_before_it(desk: Desk, clock: ManualClock) -> None:
    arrive(desk, 1)
    clock.at += 10 * MINUTE
    arrive(desk, 2, 3, 4)
    clock.at += 10 * MINUTE + 1
    act(desk, Action.REPAIR, "苏A00001")
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
    act(crowded, Action.REORDER, "苏A00003")
    acted = crowded.snapshot().escalations[0]
    assert (acted.state, acted.action, acted.acted_by) == (State.ACTED, Action.REORDER, "张三")
    assert crowded.snapshot().floor.car("苏A00003").expected_exit_at == clock.at + 10 * MINUTE
    stale = lambda: decisions.act(crowded, prompt.id, Action.REORDER, ("苏A00002",), seen=None)  # noqa: E731
    assert refusal(stale) is EscalationReason.ALREADY_HANDLED
    answer = act(crowded, Action.DIVERT, "苏A00001")
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


def test_only_maintenance_and_repair(desk: Desk) -> None:
    assert refusal(lambda: zone.arrive(desk, CAR, purpose=Purpose.OTHER)) is ZoneReason.UNKNOWN_PURPOSE
    zone.turn_away(desk, CAR)
    assert desk.snapshot().floor.cars == ()
    assert zone.timeline(desk, CAR)[0].ended == "turned_away"


def test_a_missed_clock_of_a_complaint_is_a_prompt(desk: Desk, clock: ManualClock) -> None:
    began = clock.at
    case = register.register(desk, NewCase(
        channel=Channel.PHONE, kind=ComplaintKind.WAITING, severity=Severity.MAJOR, customer="李四",
        phone="13812348000", plate=CAR, words="等太久",
    ))  # fmt: skip
    clock.at = began + 30 * MINUTE
    assert handling.evaluate(desk) is None
    clock.at += 1
    handling.evaluate(desk)
    assert prompts(desk) == [(Kind.COMPLAINT_DUE, began + 30 * MINUTE)]
    steps.take(desk, case.number, Step.INFORM)
    assert prompts(desk) == []
    assert page.show_phone(desk, case.number) == "13812348000"
    assert register.get(desk, case.number).phone == "138****8000"
    kinds = [kind for (kind,) in desk.connection.execute("select kind from events order by seq")]
    assert kinds[-1] == "show_phone"
    assert_whole(desk.connection)


def test_the_four_actions_are_not_for_a_late_reception(desk: Desk, clock: ManualClock) -> None:
    zone.arrive(desk, "苏A12345")
    clock.at += 61_000
    handling.evaluate(desk)
    late = desk.snapshot().escalations[0]
    with pytest.raises(Refused) as refusal:
        decisions.act(desk, late.id, Action.DIVERT, ("苏A12345",), seen=None)
    assert refusal.value.facts["why"] is EscalationReason.NOT_CROWDING
    assert desk.snapshot().floor.car("苏A12345").place.key == "bay1"


def test_a_car_that_came_back_is_diverted_again_though_nobody_said_the_customer_was_taken_to_the_lounge(
    desk: Desk, clock: ManualClock
) -> None:
    arrive(desk, 1, 2, 3, 4)
    act(desk, Action.DIVERT, "苏A00004")
    park = next(task for task in desk.snapshot().tasks if task.errand is Errand.PARK)
    tasks.done(desk, park.id)
    zone.leave(desk, "苏A00003")
    lounge.bring_back(desk, 1)
    assert desk.snapshot().tasks == ()
    clock.at += 5 * MINUTE
    arrive(desk, 5)
    act(desk, Action.DIVERT, "苏A00004")
    assert [ticket.name for ticket in desk.snapshot().tickets] == ["A002"]
    assert_whole(desk.connection)
