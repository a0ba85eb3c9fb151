"""Three stations at a roster in the same instant: one wins, the others are told; nobody has two shifts a day (S2)."""

from datetime import date

import pytest

from frontdesk.desk import approvals
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.desk.rosters import planning, publishing, reading
from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.rules import breaches
from frontdesk.domain.rosters.turn import TurnState
from frontdesk.domain.rosters.version import RosterState
from frontdesk.domain.values.clock import ManualClock

DAY = date(2026, 6, 1)
PEOPLE = {"张三": Post.GUARD, "小陈": Post.GUARD, "李四": Post.ADVISOR, "赵敏": Post.ADVISOR, "王五": Post.MANAGER}


@pytest.fixture
def week(desk: Desk, clock: ManualClock) -> Desk:
    """A roster of one day, submitted: advisors early and late, a guard early."""
    for name, post in PEOPLE.items():
        staff.add(desk, name, post)
    desk.actor = desk.actor.__class__("manager", "王五")
    number = planning.begin(desk, DAY, DAY).number
    for name, shift in (("李四", "early"), ("赵敏", "late"), ("张三", "early")):
        planning.set_turn(desk, number, DAY, name, shift)
    publishing.submit(desk, number)
    return desk


def keeps_the_rules(desk: Desk, number: int) -> None:
    board = reading.board(desk, number)
    assert list(breaches(board.worked, board.terms)) == []


def test_signed_while_it_changes(week: Desk, racers) -> None:  # type: ignore[no-untyped-def]
    """What the manager signs is what is published, whoever changes it in the same instant."""
    (number,) = (version.id for version in reading.versions(week))
    answers = racers.race(None, ("roster_set", number, str(DAY), "小陈", "late"), ("roster_sign", number))
    board = reading.board(week, number)
    there = board.turn("小陈", DAY)
    if board.version.state is RosterState.PUBLISHED:
        assert there is None
        assert answers[0]["refused"] == "roster_state"
    else:
        assert there is not None
        assert answers[1]["refused"] in {"approval_decided", "text_changed"}
    keeps_the_rules(week, number)


def test_swapped_called_in_sick_and_taken_over(week: Desk, racers) -> None:  # type: ignore[no-untyped-def]
    (number,) = (version.id for version in reading.versions(week))
    approvals.sign(week, number)
    racers.race(
        ("sick", "张三", str(DAY)),
        ("roster_swap", str(DAY), "李四", "赵敏", str(DAY)),
        ("roster_swap", str(DAY), "李四", "赵敏", str(DAY)),
    )
    racers.race(
        ("roster_take_over", str(DAY), "小陈", "early"),
        ("sick", "小陈", str(DAY)),
        ("roster_take_over", str(DAY), "小陈", "early"),
    )
    board = reading.board(week, number)
    worked = {turn.person: turn.shift for turn in board.turns if turn.is_worked}
    assert worked["李四"] == "late"
    assert worked["赵敏"] == "early"
    assert "张三" not in worked
    assert "小陈" not in worked or ("小陈", DAY) not in board.terms.absent
    kept = [turn for turn in board.turns if turn.state is not TurnState.CONFIRMED]
    assert {turn.person for turn in kept} >= {"张三", "李四", "赵敏"}
    keeps_the_rules(week, number)
