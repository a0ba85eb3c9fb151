"""A plate that is corrected: everything follows, both plates stay on record, and it can be taken back."""

from collections.abc import Callable
from typing import Any

import pytest
from crowded import complain, penalty
from store_checks import assert_whole, tables

from data.escalations import escalations
from frontdesk.desk import lounge, penalties, plates, undo, zone
from frontdesk.desk.cases import page, search, steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling
from frontdesk.domain.cases.search import Filter
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import Action, Kind, Why
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import HOUR, MINUTE, SECOND, ManualClock
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.events import ZoneEvent
from frontdesk.domain.zone.reasons import ZoneReason

WRONG, RIGHT = Plate("苏A12341"), Plate("苏A54321")
VISIT = 1
OF_PLATES = ("visits", "vehicles", "escalations", "complaints", "penalties", "notes")


def correct(desk: Desk, right: str = RIGHT, wrong: str = WRONG, visit: int = VISIT, **more: Any) -> Any:
    return plates.correct(desk, visit, Plate(right), wrong=Plate(wrong), **more)


def refusal(command: Callable[..., object], *values: Any, **named: Any) -> Reason | None:
    try:
        command(*values, **named)
    except Refused as refused:
        return refused.reason
    return None


def raised(desk: Desk, clock: ManualClock, ahead: int) -> list[Escalation]:
    clock.at += ahead
    handling.evaluate(desk)
    return [each for each in desk.snapshot().escalations if each.kind is not Kind.OVER_COUNT]


def test_the_car_goes_on_under_its_right_plate_with_both_on_record(crowded: Desk, clock: ManualClock) -> None:
    before = crowded.snapshot().floor.car(WRONG)
    clock.at += 5 * MINUTE
    done = correct(crowded)
    assert (done.kind, done.plate, done.place, done.number, done.detail) == (
        ZoneEvent.CORRECT_PLATE, RIGHT, "bay1", VISIT, WRONG,
    )  # fmt: skip
    after = crowded.snapshot().floor.car(RIGHT)
    assert (after.visit_id, after.place, after.arrived_at, after.zone) == (
        before.visit_id, before.place, before.arrived_at, before.zone,
    )  # fmt: skip
    assert crowded.snapshot().floor.find(WRONG) is None
    (entry, *_rest) = crowded.snapshot().recent
    assert (entry.plate, entry.detail) == (RIGHT, WRONG)
    zone.receive(crowded, RIGHT)
    zone.leave(crowded, RIGHT)
    assert len(zone.timeline(crowded, RIGHT)) == 1
    assert zone.timeline(crowded, WRONG) == ()
    assert_whole(crowded.connection)


def test_a_wrong_plate_is_not_offered_again_and_one_that_came_by_itself_still_is(
    crowded: Desk, clock: ManualClock
) -> None:
    correct(crowded)
    assert zone.known_plates(crowded, "5432") == [RIGHT]
    assert WRONG not in zone.known_plates(crowded, "1234")
    zone.arrive(crowded, WRONG)
    assert WRONG in zone.known_plates(crowded, "1234")
    zone.leave(crowded, WRONG)
    clock.at += HOUR
    zone.arrive(crowded, WRONG)
    visit = crowded.snapshot().floor.car(WRONG).visit_id
    correct(crowded, "苏A77777", visit=visit)
    assert WRONG in zone.known_plates(crowded, "1234")
    assert_whole(crowded.connection)


def test_escalations_of_the_car_follow_the_open_and_the_closed_ones(crowded: Desk, clock: ManualClock) -> None:
    raised(crowded, clock, 2 * MINUTE)
    zone.receive(crowded, WRONG)
    mine = raised(crowded, clock, 20 * MINUTE)
    assert [each.kind for each in mine if each.plate == WRONG] == [Kind.OVER_STAY]
    others = {each.id: each.plate for each in mine if each.plate != WRONG}
    correct(crowded)
    met = crowded.read(lambda connection: escalations.at_visit(connection, VISIT))
    assert [(each.kind, each.plate) for each in met if each.kind is not Kind.OVER_COUNT] == [(Kind.OVER_STAY, RIGHT)]
    late = crowded.connection.execute("select plate from escalations where kind = 'late_reception' and subject = ?"
                                      " and cleared_at is not null", (f"visit:{VISIT}",))  # fmt: skip
    assert late.fetchall() == [(RIGHT,)]
    standing = {each.id: each.plate for each in crowded.snapshot().escalations if each.id in others}
    assert standing == others
    assert_whole(crowded.connection)


def test_a_call_ticket_and_what_was_asked_follow(crowded: Desk, open_desk: Callable[..., Desk]) -> None:
    manager = open_desk("manager", "王芳")
    (over,) = manager.snapshot().escalations
    decisions.act(manager, over.id, Action.DIVERT, (WRONG,), seen=None)
    correct(crowded)
    snapshot = crowded.snapshot()
    assert {task.plate for task in snapshot.tasks} == {RIGHT}
    zone.move(crowded, RIGHT, "temporary")
    (ticket,) = crowded.snapshot().tickets
    assert ticket.plate == RIGHT
    assert lounge.call(crowded, ticket.id).plate == RIGHT
    assert_whole(crowded.connection)


@pytest.mark.forged
def test_an_expired_diversion_follows_and_no_ticket_whose_number_begins_alike(
    crowded: Desk, clock: ManualClock
) -> None:
    for number in (1, 12):
        crowded.connection.execute(
            "insert into tickets (id, visit_id, day, number, issued_at) values (?, ?, '2026-05-29', ?, ?)",
            (number, VISIT if number == 1 else 2, number, clock.at),
        )
    rows = [("ticket:1:0", WRONG), ("ticket:12:0", "苏A12342"), ("ticket:1:3", WRONG)]
    for subject, plate in rows:
        crowded.connection.execute(
            "insert into escalations (kind, subject, plate, crossed_at, raised_at, state, revision, plan, level,"
            " based_at, called_at, calls) select 'diversion_expired', ?, ?, crossed_at, raised_at, state, revision,"
            " plan, level, based_at, called_at, calls from escalations where id = 1",
            (subject, plate),
        )
    correct(crowded)
    found = crowded.connection.execute("select subject, plate from escalations where subject like 'ticket%' order by 1")
    assert dict(found.fetchall()) == {"ticket:1:0": RIGHT, "ticket:1:3": RIGHT, "ticket:12:0": "苏A12342"}


def found_by(desk: Desk, text: str) -> list[int]:
    return [case.id for case in search.part(desk, Filter.OPEN, text).cases]


def test_a_case_and_its_clocks_follow_and_its_record_says_so(crowded: Desk, clock: ManualClock) -> None:
    case = complain(crowded, WRONG)
    other = complain(crowded, "苏A12342")
    clock.at += 30 * 24 * HOUR
    handling.evaluate(crowded)
    correct(crowded)
    shown = page.page(crowded, case)
    assert (shown.case.plate, shown.case.visit_id) == (RIGHT, VISIT)
    assert shown.notes[-1].words == "苏A·12341 → 苏A·54321"
    assert page.page(crowded, other).case.plate == "苏A12342"
    assert (found_by(crowded, "54321"), found_by(crowded, "12341")) == ([case], [])
    due = {e.plate for e in crowded.snapshot().escalations if e.kind is Kind.COMPLAINT_DUE}
    assert due == {RIGHT, "苏A12342"}
    assert_whole(crowded.connection)


def test_a_case_that_was_registered_with_the_right_plate_finds_its_visit(crowded: Desk, clock: ManualClock) -> None:
    before = complain(crowded, RIGHT)
    assert page.page(crowded, before).case.visit_id is None
    correct(crowded)
    assert page.page(crowded, before).case.visit_id == VISIT
    undo.undo(crowded)
    assert page.page(crowded, before).case.visit_id is None


def test_a_penalty_follows_and_goes_back_with_it(crowded: Desk) -> None:
    crowded.actor = Actor("manager", "王芳")
    penalties.propose(crowded, complain(crowded, WRONG), "张三")
    correct(crowded)
    assert penalty(crowded, 1).plate == RIGHT
    undo.undo(crowded)
    assert penalty(crowded, 1).plate == WRONG
    assert_whole(crowded.connection)


@pytest.mark.parametrize("ahead", [0, 120 * SECOND])
def test_everything_is_as_before_once_it_is_taken_back(crowded: Desk, clock: ManualClock, ahead: int) -> None:
    complain(crowded, WRONG)
    raised(crowded, clock, 2 * MINUTE)
    before = {name: tables(crowded.connection)[name] for name in OF_PLATES}
    correct(crowded)
    assert {name: tables(crowded.connection)[name] for name in OF_PLATES} != before
    clock.at += ahead
    done = undo.undo(crowded)
    assert (done.plate, done.facts["kind"]) == (RIGHT, ZoneEvent.CORRECT_PLATE)
    after = {name: tables(crowded.connection)[name] for name in OF_PLATES}
    # A plate that nobody had seen before is forgotten again; escalations may have gone on meanwhile.
    assert {name: after[name] for name in OF_PLATES if name != "escalations"} == {
        name: before[name] for name in OF_PLATES if name != "escalations"
    }
    assert {row["plate"] for row in after["escalations"].values()} == {
        row["plate"] for row in before["escalations"].values()
    }
    assert zone.known_plates(crowded, "54321") == []


def test_after_two_minutes_it_stands(crowded: Desk, clock: ManualClock) -> None:
    correct(crowded)
    clock.at += 120 * SECOND + 1
    assert refusal(undo.undo, crowded) is JournalReason.NOTHING_TO_UNDO


def test_who_was_called_since_is_called_about_the_plate_as_it_is_again(crowded: Desk, clock: ManualClock) -> None:
    correct(crowded)
    late = raised(crowded, clock, 61 * SECOND)
    assert RIGHT in {each.plate for each in late}
    undo.undo(crowded)
    names = {each.plate for each in crowded.snapshot().escalations}
    assert WRONG in names
    assert RIGHT not in names


def test_a_case_entered_since_keeps_the_correction(crowded: Desk) -> None:
    correct(crowded)
    crowded.actor = Actor("reception", "赵敏")
    complain(crowded, RIGHT)
    crowded.actor = Actor("guard", "张三")
    assert refusal(undo.undo, crowded) is JournalReason.CHANGED_SINCE


def test_what_others_did_before_can_still_be_taken_back(crowded: Desk, open_desk: Callable[..., Desk]) -> None:
    advisor = open_desk("reception", "赵敏")
    zone.receive(advisor, WRONG)
    correct(crowded)
    undo.undo(advisor)
    assert crowded.snapshot().floor.car(RIGHT).received_at is None
    assert_whole(crowded.connection)


def test_it_is_taken_back_though_others_went_on_with_the_car(
    crowded: Desk, open_desk: Callable[..., Desk], clock: ManualClock
) -> None:
    case = complain(crowded, WRONG)
    correct(crowded)
    advisor = open_desk("reception", "赵敏")
    zone.receive(advisor, RIGHT)
    steps.take(advisor, case, CaseStep.NOTE, "已致电")
    undo.undo(crowded)
    assert crowded.snapshot().floor.car(WRONG).received_by == "赵敏"
    assert page.page(crowded, case).case.plate == WRONG
    assert [note.words for note in page.page(crowded, case).notes] == ["已致电"]
    assert_whole(crowded.connection)


def test_an_explanation_from_before_is_taken_back_too(
    crowded: Desk, open_desk: Callable[..., Desk], clock: ManualClock
) -> None:
    zone.receive(crowded, WRONG)
    over = next(e for e in raised(crowded, clock, 21 * MINUTE) if (e.kind, e.plate) == (Kind.OVER_STAY, WRONG))
    zone.move(crowded, WRONG, "temporary")
    manager = open_desk("manager", "王芳")
    handling.explain(manager, over.id, Why.TAKEN)
    correct(crowded)
    undo.undo(manager)
    found = manager.snapshot().escalation(over.id)
    assert found is not None
    assert (found.is_unexplained, found.plate) == (True, RIGHT)
    assert_whole(crowded.connection)


@pytest.mark.parametrize(
    ("station", "who", "reason"),
    [
        ("guard", "张三", ZoneReason.LEFT_ALREADY),
        ("reception", "赵敏", ZoneReason.LEFT_ALREADY),
        ("manager", "王芳", None),
        ("manager", "李建国", None),
    ],
)
def test_after_the_car_has_left(
    crowded: Desk, open_desk: Callable[..., Desk], station: str, who: str, reason: Reason | None
) -> None:
    zone.leave(crowded, WRONG)
    assert refusal(correct, open_desk(station, who)) is reason
    assert [v.id for v in plates.visits(crowded, Plate(WRONG if reason else RIGHT))] == [VISIT]


def test_what_cannot_be_corrected(crowded: Desk, clock: ManualClock) -> None:
    before = tables(crowded.connection)
    assert refusal(correct, crowded, "苏A12342") is ZoneReason.ALREADY_HERE
    assert refusal(correct, crowded, WRONG) is ZoneReason.SAME_PLATE
    assert refusal(correct, crowded, visit=99) is ZoneReason.NO_SUCH_VISIT
    assert refusal(correct, crowded, wrong="苏A12349") is ZoneReason.OTHER_VISIT
    assert tables(crowded.connection) == before
    clock.at += MINUTE
    zone.turn_away(crowded, RIGHT)
    assert refusal(correct, crowded) is ZoneReason.HERE_THEN


def test_the_same_operation_twice_is_done_once(crowded: Desk) -> None:
    first = correct(crowded, operation="once")
    assert correct(crowded, operation="once") == first
