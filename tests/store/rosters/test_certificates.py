"""A shift that asks for a certificate is worked by who holds a valid one, however it is filled (S2, S12)."""

from datetime import date
from typing import Any

import pytest
from at_desk import refusal

from frontdesk.desk import approvals, matters, trainings
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.desk.rosters import absences, changes, needs_by_hand, planning, publishing, reading, shifts, solver
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.board import day_owed
from frontdesk.domain.rosters.need import Basis
from frontdesk.domain.rosters.reasons import RosterReason

FIRST, TUESDAY, LAST = date(2026, 6, 1), date(2026, 6, 2), date(2026, 6, 7)


@pytest.fixture
def asking(draft: int, manager: Desk) -> int:
    """The early guard has to be a first-aider; 张三's certificate ends on Tuesday, 小陈 has none."""
    trainings.certify(manager, "张三", "first_aid", TUESDAY)
    typed = [needs_by_hand.Typed(FIRST.replace(day=n), "early", Post.GUARD, None, "", "first_aid") for n in range(1, 8)]
    needs_by_hand.set_needs(manager, draft, typed)
    return draft


def why_nobody(desk: Desk, number: int, day: date) -> dict[str, RosterReason]:
    """Why nobody is the guard of a morning."""
    found = [g for g in reading.board(desk, number).gaps() if (g.need.day, g.need.post) == (day, Post.GUARD)]
    return {name: why.reason for gap in found if gap.need.shift == "early" for name, why in gap.why}


def missing_owed(desk: Desk, number: int) -> dict[date, int]:
    """How many are owed for each day."""
    dues = matters.shown(desk, number).dues
    return dict(day_owed(due) for due in dues if due.name is DueName.ROSTER_GAP and due.is_running)


def test_by_hand_and_before_it_is_published(asking: int, manager: Desk) -> None:
    # Only the certificate was set: how many and why is as it was.
    need = next(n for n in reading.board(manager, asking).needs if n.certificate)
    assert (need.least, need.basis) == (1, Basis.ALWAYS)
    assert why_nobody(manager, asking, TUESDAY) == {}
    wednesday = {"张三": RosterReason.CERTIFICATE_ENDED, "小陈": RosterReason.NO_CERTIFICATE}
    assert why_nobody(manager, asking, TUESDAY.replace(day=3)) == wednesday
    # What was set before does not hold any more.
    assert refusal(lambda: publishing.submit(manager, asking)) is RosterReason.ROSTER_BREACH
    set_ = planning.set_turn
    assert refusal(lambda: set_(manager, asking, LAST, "张三", "early")) is RosterReason.CERTIFICATE_ENDED
    assert refusal(lambda: set_(manager, asking, LAST, "小陈", "early")) is RosterReason.NO_CERTIFICATE
    set_(manager, asking, LAST, "小陈", "late")
    trainings.certify(manager, "张三", "first_aid", LAST)
    assert publishing.submit(manager, asking).facts["missing"] != 0
    approvals.sign(manager, asking)


def test_swaps_and_who_takes_over(asking: int, manager: Desk, desk_of: Any) -> None:
    trainings.certify(manager, "张三", "first_aid", LAST)
    publishing.submit(manager, asking)
    approvals.sign(manager, asking)
    assert refusal(lambda: changes.swap(manager, FIRST, "张三", "小陈")) is RosterReason.NO_CERTIFICATE
    absences.add(manager, "张三", FIRST, FIRST, "病假")
    take = changes.take_over
    assert refusal(lambda: take(desk_of("小陈"), FIRST, "小陈", "early")) is RosterReason.NO_CERTIFICATE
    trainings.certify(manager, "小陈", "first_aid", FIRST)
    take(desk_of("小陈"), FIRST, "小陈", "early")
    # A certificate that is taken off leaves a gap that is owed.
    assert missing_owed(manager, asking)[TUESDAY] == 1
    trainings.drop_certificate(manager, "张三", "first_aid")
    assert why_nobody(manager, asking, TUESDAY)["张三"] is RosterReason.NO_CERTIFICATE
    assert missing_owed(manager, asking)[TUESDAY] == 2
    trainings.certify(manager, "张三", "first_aid", LAST)
    assert why_nobody(manager, asking, TUESDAY) == {}


def test_the_next_roster_asks_for_it_too(asking: int, manager: Desk) -> None:
    number = planning.begin(manager, date(2026, 6, 8), date(2026, 6, 9)).number
    asked = {(need.shift, need.post): need.certificate for need in reading.board(manager, number).needs}
    assert asked["early", Post.GUARD] == "first_aid"
    assert set(asked.values()) == {"", "first_aid"}
    typed = needs_by_hand.Typed(date(2026, 6, 8), "early", Post.GUARD, None, "", "")
    needs_by_hand.set_needs(manager, number, [typed])
    assert sum(bool(need.certificate) for need in reading.board(manager, number).needs) == 1
    shifts.add(manager, "night", "", "20:00", "07:00")
    unsaid = needs_by_hand.Typed(date(2026, 6, 8), "night", Post.GUARD, None, "", "lift")
    assert refusal(lambda: needs_by_hand.set_needs(manager, number, [unsaid])) is RosterReason.NEED_UNSAID


@pytest.mark.skipif(not solver.is_there(), reason="the extra `planning` (ortools) is not installed")
def test_a_proposal_goes_by_the_same_rule(asking: int, manager: Desk) -> None:
    assert refusal(lambda: planning.proposed(manager, asking)) is RosterReason.ROSTER_BREACH
    for number in range(1, 7):
        planning.set_turn(manager, asking, date(2026, 6, number), "张三", None)
    planning.take(manager, asking, planning.proposed(manager, asking))
    guards = {
        t.day.day: t.person for t in reading.board(manager, asking).turns if t.shift == "early" and t.post is Post.GUARD
    }
    assert guards == {1: "张三", 2: "张三"}


def test_who_left_the_store_keeps_no_roster_from_being_made(asking: int, manager: Desk) -> None:
    trainings.certify(manager, "张三", "first_aid", LAST)
    publishing.submit(manager, asking)
    approvals.sign(manager, asking)
    number = planning.begin(manager, date(2026, 6, 8), date(2026, 6, 9)).number
    staff.remove(manager, "李四")
    planning.set_turn(manager, number, date(2026, 6, 8), "赵敏", "early")
    publishing.submit(manager, number)
    late = next(g for g in reading.board(manager, asking).gaps() if g.need.day == FIRST and g.need.shift == "late")
    assert late.missing == 1
