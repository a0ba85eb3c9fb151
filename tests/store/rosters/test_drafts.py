"""A roster from its beginning to the manager's signature: needs, hand edits by the same rules, undo (S2, S8)."""

from datetime import date
from typing import Any

import pytest
from at_desk import refusal

from data.rosters import rosters
from frontdesk.desk import approvals, matters, undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.rosters import absences, needs_by_hand, planning, publishing, reading, shifts, solver
from frontdesk.domain.approvals.reasons import ApprovalReason
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.reasons import MatterReason
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.need import Basis
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.version import RosterState
from frontdesk.domain.values.clock import DAY, MINUTE, ManualClock
from frontdesk.domain.values.plates import Plate

FIRST = date(2026, 6, 1)


def state(desk: Desk, number: int) -> RosterState:
    return reading.board(desk, number).version.state


def test_what_days_need_by_themselves(draft: int, manager: Desk) -> None:
    board = reading.board(manager, draft)
    needs = {(need.day, need.shift, need.post): need for need in board.needs}
    assert {post for _day, _shift, post in needs} == {Post.GUARD, Post.ADVISOR, Post.MANAGER}
    assert needs[FIRST, "early", Post.ADVISOR].basis is Basis.ALWAYS
    # The store is open from 8 to 18: the manager is there in the shift with most of that.
    assert (FIRST, "late", Post.MANAGER) not in needs
    gaps = {(gap.need.day.day, gap.need.shift, gap.need.post): gap for gap in board.gaps()}
    assert (1, "late", Post.GUARD) in gaps
    reasons = {name: why.reason for name, why in gaps[1, "late", Post.GUARD].why}
    assert reasons == {"小陈": RosterReason.COULD, "张三": RosterReason.TWO_SHIFTS}


def test_what_days_need_by_the_past(manager: Desk, clock: ManualClock) -> None:
    begun = clock.at
    for back in range(7, 0, -1):
        clock.at = begun - back * DAY
        for number in range(6):
            car = Plate(f"苏A1000{number}")
            zone.arrive(manager, car)
            clock.at += MINUTE
            zone.receive(manager, car)
            clock.at += 9 * MINUTE
            zone.make_work_order(manager, car)
            zone.hand_over(manager, car)
            zone.leave(manager, car)
    clock.at = begun
    number = planning.begin(manager, FIRST, FIRST).number
    early = next(n for n in reading.board(manager, number).needs if (n.shift, n.post) == ("early", Post.ADVISOR))
    assert early.basis is Basis.CLASS
    assert (early.peak, early.minutes, early.least) == (6.0, 9.0, 2)  # 6 × 9 ÷ 60 ÷ 0.8 = 1.125


def test_hand_edits_go_by_the_rules(draft: int, manager: Desk, desk_of: Any) -> None:
    set_ = planning.set_turn
    seventh = date(2026, 6, 7)
    assert refusal(lambda: set_(manager, draft, seventh, "张三", "early")) is RosterReason.SEVENTH_DAY
    assert refusal(lambda: set_(manager, draft, FIRST, "周敏", "night")) is RosterReason.NO_SHIFT
    assert refusal(lambda: set_(manager, draft, FIRST, "张三", "early")) is RosterReason.ALREADY_SO
    assert refusal(lambda: set_(manager, draft, date(2026, 6, 8), "周敏", "early")) is RosterReason.NOT_ROSTERED
    assert refusal(lambda: set_(manager, draft, FIRST, "路人", "")) is PeopleReason.UNKNOWN_PERSON
    assert refusal(lambda: set_(manager, draft, FIRST, "周敏", "early", post=Post.GUARD)) is RosterReason.NOT_THEIR_POST
    assert refusal(lambda: set_(desk_of("张三"), draft, FIRST, "周敏", "early")) is PeopleReason.NOT_YOUR_POST
    shifts.add(manager, "night", "", "20:00", "07:00")
    set_(manager, draft, FIRST, "小陈", "night")
    assert refusal(lambda: set_(manager, draft, date(2026, 6, 2), "小陈", "early")) is RosterReason.REST_TOO_SHORT
    absences.add(manager, "周敏", seventh, seventh, "年假")
    assert refusal(lambda: set_(manager, draft, seventh, "周敏", "early")) is RosterReason.ABSENT
    assert refusal(lambda: absences.add(manager, "周敏", FIRST, seventh, "病")) is RosterReason.ABSENT_ALREADY
    absences.add(manager, "小陈", FIRST, FIRST, "病假")
    turn = reading.board(manager, draft).turn("小陈", FIRST)
    assert turn is not None
    assert (turn.shift, turn.set_by) == ("", "")


def test_shifts_are_added_and_taken_off(draft: int, manager: Desk) -> None:
    assert [shift.key for shift in shifts.listed(manager)] == ["early", "late"]
    shifts.remove(manager, "late")
    assert refusal(lambda: shifts.remove(manager, "late")) is RosterReason.NO_SHIFT
    assert refusal(lambda: shifts.add(manager, "late", "", "12:00", "20:00")) is RosterReason.SHIFT_TAKEN
    shifts.add(manager, "late", "中", "11:00", "19:30")
    assert refusal(lambda: shifts.add(manager, "late", "中", "11:00", "19:30")) is RosterReason.SHIFT_SAME
    assert [shift.name for shift in shifts.listed(manager)] == ["", "中"]


def test_days_of_a_roster(draft: int, manager: Desk) -> None:
    begin = planning.begin
    assert refusal(lambda: begin(manager, date(2026, 6, 7), date(2026, 6, 9))) is RosterReason.ROSTER_OVERLAPS
    assert refusal(lambda: begin(manager, date(2026, 5, 28), date(2026, 5, 31))) is RosterReason.ROSTER_DAYS
    assert refusal(lambda: begin(manager, date(2026, 7, 9), date(2026, 7, 8))) is RosterReason.NEED_DAYS
    assert refusal(lambda: begin(manager, date(2026, 7, 1), date(2026, 9, 1))) is RosterReason.ROSTER_DAYS
    # A draft that is dropped leaves its days free.
    assert refusal(lambda: matters.close(manager, draft)) is MatterReason.MATTER_OPEN
    matters.close(manager, draft, "改排全月")
    assert begin(manager, FIRST, date(2026, 6, 30)).number != draft


def test_a_signature_is_bound_to_every_turn(draft: int, manager: Desk, desk_of: Any) -> None:
    publishing.submit(desk_of("赵敏"), draft)
    assert state(manager, draft) is RosterState.SUBMITTED
    assert refusal(lambda: approvals.sign(desk_of("赵敏"), draft)) is ApprovalReason.NOT_THE_ROLE
    planning.set_turn(manager, draft, date(2026, 6, 7), "周敏", "early")
    assert state(manager, draft) is RosterState.DRAFT
    assert refusal(lambda: approvals.sign(manager, draft)) is ApprovalReason.APPROVAL_DECIDED
    publishing.submit(manager, draft)
    approvals.reject(manager, draft, "周日要两人")
    assert state(manager, draft) is RosterState.DRAFT
    publishing.submit(manager, draft)
    approvals.sign(manager, draft)
    assert state(manager, draft) is RosterState.PUBLISHED
    assert refusal(lambda: planning.set_turn(manager, draft, FIRST, "周敏", "late")) is RosterReason.ROSTER_STATE
    assert refusal(lambda: matters.close(manager, draft, "不要了")) is MatterReason.MATTER_OPEN
    (due,) = (due for due in matters.shown(manager, draft).dues if due.name is DueName.ROSTER_PUBLISH)
    assert due.met_at == manager.now()


def test_undo_in_a_draft(draft: int, manager: Desk, desk_of: Any) -> None:
    sunday = date(2026, 6, 7)
    planning.set_turn(manager, draft, sunday, "周敏", "early")
    undo.undo(manager)
    assert reading.board(manager, draft).turn("周敏", sunday) is None
    planning.set_turn(manager, draft, FIRST, "张三", "")
    publishing.submit(manager, draft)
    assert refusal(lambda: undo.undo(manager)) is JournalReason.CANNOT_BE_UNDONE
    # Somebody else submitted it: what one did before is not taken back either.
    publishing.submit(desk_of("赵敏"), draft)
    planning.set_turn(manager, draft, FIRST, "张三", "early")
    publishing.submit(desk_of("赵敏"), draft)
    assert refusal(lambda: undo.undo(manager)) is JournalReason.BUILT_ON


def test_needs_by_hand(draft: int, manager: Desk) -> None:
    set_, typed = needs_by_hand.set_needs, needs_by_hand.Typed(date(2026, 6, 7), "early", Post.ADVISOR, 2, "厂家活动")
    set_(manager, draft, [typed])
    assert refusal(lambda: set_(manager, draft, [typed])) is RosterReason.NEED_SAME
    assert refusal(lambda: set_(manager, draft, [typed._replace(why="")])) is RosterReason.BAD_NEED
    assert refusal(lambda: set_(manager, draft, [typed._replace(least=100)])) is RosterReason.BAD_NEED
    need = next(n for n in reading.board(manager, draft).needs if n.basis is Basis.HAND)
    assert (need.least, need.why) == (2, "厂家活动")
    undo.undo(manager)
    assert all(n.basis is not Basis.HAND for n in reading.board(manager, draft).needs)


@pytest.mark.skipif(not solver.is_there(), reason="the extra `planning` (ortools) is not installed")
def test_a_proposal_keeps_what_was_set_by_hand(draft: int, manager: Desk) -> None:
    sunday = date(2026, 6, 7)
    planning.set_turn(manager, draft, sunday, "周敏", "late")
    found = planning.proposed(manager, draft)
    planning.take(manager, draft, found)
    board = reading.board(manager, draft)
    of_chen = next(turn for turn in board.turns if turn.person == "小陈" and turn.shift)
    assert of_chen.set_by == ""
    kept = board.turn("周敏", sunday)
    assert kept is not None
    assert (kept.shift, kept.set_by) == ("late", "王五")
    assert sum(gap.missing for gap in board.gaps()) == found.cost.missing
    # Meanwhile something else was set: what was proposed does not fit any more.
    planning.set_turn(manager, draft, of_chen.day, "小陈", "")
    assert refusal(lambda: planning.take(manager, draft, found)) is RosterReason.PLAN_CHANGED
    assert rosters.is_draft(manager.connection, draft)
