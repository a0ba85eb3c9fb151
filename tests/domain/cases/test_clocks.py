"""How a clock stands, and when it warns that it will soon be due: tables of boundaries."""

import pytest

from frontdesk.domain.cases.clocks import ClockName, ClockState, DueClock, Pause
from frontdesk.domain.values.clock import HOUR, MINUTE

DAY = 24 * HOUR


def clock(due_at: int, *pauses: Pause, met_at: int | None = None, lifted_at: int | None = None) -> DueClock:
    return DueClock(1, ClockName.ON_SITE, 0, due_at, met_at, lifted_at=lifted_at, pauses=pauses)


@pytest.mark.parametrize(
    ("found", "warning", "begins"),
    [
        (clock(DAY), HOUR, 23 * HOUR),
        (clock(3 * HOUR), HOUR, 2 * HOUR),
        (clock(3 * HOUR - 3), HOUR, 2 * HOUR - 2),
        (clock(30 * MINUTE), HOUR, 20 * MINUTE),  # a short one: in its last third
        (clock(DAY), 7 * DAY, 16 * HOUR),
        (clock(DAY), 0, DAY),
        (clock(0), HOUR, 0),
        # the time it stands still is not its own: half an hour, paused for a day
        (clock(DAY + 30 * MINUTE, Pause(MINUTE, DAY + MINUTE)), HOUR, DAY + 20 * MINUTE),
        (clock(DAY, Pause(2 * DAY, 3 * DAY)), HOUR, 23 * HOUR),
        # A day before: a hearing, and the date that is to be agreed on (C18, Q3).
        (clock(9 * DAY)._replace(name=ClockName.LEGAL), HOUR, 8 * DAY),
        (clock(9 * DAY)._replace(name=ClockName.AGREE_DATE), HOUR, 8 * DAY),
        (clock(9 * DAY)._replace(name=ClockName.AGREE_DATE), 2 * DAY, 7 * DAY),
        (clock(DAY)._replace(name=ClockName.LEGAL), HOUR, 16 * HOUR),
    ],
)
def test_when_it_begins_to_warn(found: DueClock, warning: int, begins: int) -> None:
    assert found.warns_from(warning) == begins
    due = found.due_at
    for now, soon in ((begins - 1, False), (begins, True), (due, True), (due + 1, False)):
        assert found.is_soon(now, warning) is soon


def test_one_that_ended_warns_of_nothing() -> None:
    for ended in (clock(DAY, met_at=HOUR), clock(DAY, lifted_at=HOUR)):
        assert not ended.is_soon(DAY - 1, HOUR)


def test_one_that_stands_still_warns_of_nothing() -> None:
    paused = clock(DAY, Pause(DAY - 30 * MINUTE, DAY - 10 * MINUTE))
    for before, soon in ((31, True), (30, False), (11, False), (10, True)):
        assert paused.is_soon(DAY - before * MINUTE, HOUR) is soon


@pytest.mark.parametrize(
    ("found", "now", "state"),
    [
        (clock(DAY), 23 * HOUR - 1, ClockState.RUNNING),
        (clock(DAY), 23 * HOUR, ClockState.SOON),
        (clock(DAY), DAY, ClockState.SOON),
        (clock(DAY), DAY + 1, ClockState.OVERDUE),
        (clock(DAY, Pause(0, HOUR)), HOUR - 1, ClockState.PAUSED),
        (clock(DAY, Pause(0, HOUR)), HOUR, ClockState.RUNNING),
        # overdue is overdue, whatever a pause says
        (clock(DAY, Pause(0, 3 * DAY)), DAY + 1, ClockState.OVERDUE),
        (clock(DAY, met_at=DAY), 2 * DAY, ClockState.MET),
        (clock(DAY, met_at=DAY + 1), 2 * DAY, ClockState.MET_LATE),
        (clock(DAY, lifted_at=DAY), 2 * DAY, ClockState.LIFTED),
        (clock(DAY, lifted_at=DAY + 1), 2 * DAY, ClockState.LIFTED),
    ],
)
def test_how_it_stands(found: DueClock, now: int, state: ClockState) -> None:
    assert found.state(now, HOUR) is state
