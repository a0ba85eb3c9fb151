"""What the tests of holidays do again and again: everybody is called, a roster of one person is published."""

from datetime import date, timedelta

from frontdesk.desk import approvals
from frontdesk.desk.desk import Desk
from frontdesk.desk.holidays import reading as holidays
from frontdesk.desk.register import calling
from frontdesk.desk.rosters import needs_by_hand, planning, publishing, reading
from frontdesk.desk.rosters.needs_by_hand import Typed
from frontdesk.domain.holidays.points import Lack, Missing, Point
from frontdesk.domain.register.calling import CallResult, CallState
from frontdesk.domain.runs.run import StepState

FIRST, LAST = date(2026, 6, 19), date(2026, 6, 21)


def missing(desk: Desk, number: int, point: Point) -> dict[Lack, tuple[str, ...]]:
    """What is missing of a point."""
    found: tuple[Missing, ...] = holidays.shown(desk, number).points[point].missing
    return {each.lack: each.which for each in found}


def state(desk: Desk, number: int, step: str) -> StepState:
    """How far a step is."""
    run = holidays.shown(desk, number).run
    assert run is not None
    return run.step(step).state


def call_everybody(desk: Desk) -> None:
    """Everybody on the contact list answers."""
    every, since = calling.listed(desk)
    for each in every:
        if each.state(since) is not CallState.CALLED:
            calling.called(desk, each.key, CallResult.REACHED)


def roster_of(desk: Desk, first: date, last: date, who: str, least: int = 0) -> int:
    """One person works each day, `least` are needed in each shift and post; it is published."""
    number = planning.begin(desk, first, last).number
    needs = reading.board(desk, number).needs
    needs_by_hand.set_needs(desk, number, [Typed(each.day, each.shift, each.post, least, "放假") for each in needs])
    for ahead in range((last - first).days + 1):
        planning.set_turn(desk, number, first + timedelta(days=ahead), who, "early")
    publishing.submit(desk, number)
    approvals.sign(desk, number)
    return number
