"""S2, S10: the demo has a roster of the next public holiday, and the plan of it, whatever day the demo is shown on."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from demo_day import running

from frontdesk.demo.actions import Left, perform
from frontdesk.demo.rosters import ACTIONS, holiday_ahead
from frontdesk.demo.script import script
from frontdesk.desk.desk import Desk
from frontdesk.desk.holidays import reading as holidays
from frontdesk.desk.people import staff
from frontdesk.desk.rosters import reading
from frontdesk.domain.holidays.points import Point
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.rosters.holidays import Holiday
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.rules import breaches
from frontdesk.domain.rosters.turn import TurnState
from frontdesk.domain.rosters.version import RosterState
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import MINUTE, ManualClock, to_millis

_SPRING = Holiday(date(2026, 2, 15), date(2026, 2, 23))
_NEW_YEAR = Holiday(date(2026, 1, 1), date(2026, 1, 3))
_QINGMING = Holiday(date(2026, 4, 4), date(2026, 4, 6))


@pytest.mark.parametrize(
    ("today", "known", "chosen"),
    [
        (date(2025, 12, 1), (_NEW_YEAR, _SPRING, _QINGMING), _SPRING),
        (date(2026, 1, 25), (_SPRING, _QINGMING), _SPRING),
        # A plan opened now had not all its time any more.
        (date(2026, 1, 26), (_SPRING, _QINGMING), _QINGMING),
        (date(2025, 12, 1), (_NEW_YEAR, _QINGMING), _NEW_YEAR),
        # Nothing is published.
        (date(2025, 12, 11), (), _NEW_YEAR),
        (date(2025, 12, 12), (), Holiday(date(2026, 5, 1), date(2026, 5, 3))),
        (date(2026, 9, 1), (), Holiday(date(2026, 10, 1), date(2026, 10, 3))),
    ],
)
def test_it_is_the_spring_festival_or_the_next_that_can_be_prepared(
    today: date, known: tuple[Holiday, ...], chosen: Holiday
) -> None:
    listed = tuple((each, None) for each in known)
    assert holiday_ahead(holidays.Ahead(today, listed, (), (), 21)) == chosen


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Any]:
    with running(tmp_path, ManualClock(1_772_430_000_000)) as made:  # 2 March 2026
        yield made


def test_it_is_there_when_the_demo_opens_and_calls_nobody(demo: Any) -> None:
    desk = demo._desk
    _shows_it(desk, Holiday(date(2026, 4, 4), date(2026, 4, 6)))
    snapshot = desk.snapshot()
    assert not [row for station in StationKind for row in snapshot.rows(station, desk.now(), "王芳")]


@pytest.mark.parametrize(
    ("today", "holiday"), [("2026-01-12", _SPRING), ("2090-11-29", Holiday(date(2091, 1, 1), date(2091, 1, 3)))]
)
def test_so_it_is_on_any_day_published_or_not(tmp_path: Path, today: str, holiday: Holiday) -> None:
    clock = ManualClock(to_millis(datetime.fromisoformat(today).replace(tzinfo=UTC)))
    plan = script()
    station = {member.name: member.station for member in plan.staff}
    with Desk.open(tmp_path / "demo.db", Actor("manager", "王芳"), clock) as desk:
        for member in plan.staff:
            staff.add(desk, member.name, Post(member.post), member.phone)
        for line in (each for each in plan.lines if each.do in ACTIONS):
            clock.at += MINUTE
            desk.actor = Actor(station[line.who], line.who)
            perform(desk, line, {}, Left())
        _shows_it(desk, holiday)


def _shows_it(desk: Desk, holiday: Holiday) -> None:
    """One published roster, one gap with a reason for each person, one swap, a plan some of whose points are done."""
    (version,) = reading.standing(desk)
    assert (version.first, version.last, version.state) == (*holiday, RosterState.PUBLISHED)
    board = reading.board(desk, version.id)
    assert not list(breaches(board.worked, board.terms))
    (gap,) = board.gaps()
    assert (gap.need.day, gap.need.post, gap.missing) == (version.last, Post.TECHNICIAN, 1)
    assert {name: why.reason for name, why in gap.why} == {
        "刘军": RosterReason.TWO_SHIFTS, "何伟": RosterReason.ABSENT,
    }  # fmt: skip
    gone = {turn.id: turn.person for turn in board.turns if turn.state is TurnState.SWAPPED}
    taken = [(turn.person, gone[turn.replaces]) for turn in board.turns if turn.replaces is not None]
    assert sorted(taken) == [("林涛", "陈静"), ("陈静", "林涛")]
    ahead = holidays.ahead(desk)
    (number,) = [plan for each, plan in ahead.holidays if plan] or [plan.id for plan in ahead.others]
    shown = holidays.shown(desk, number)
    assert shown.plan.holiday == holiday
    assert {Point.SUPPLIERS, Point.CONTACTS} <= {point for point, seen in shown.points.items() if seen.is_so}
    assert not shown.points[Point.NOTICES].is_so
    assert not [due for due in shown.matter.dues if due.is_missed(desk.now())]
