"""When a clock warns that it will soon be due: a table of boundaries."""

import pytest

from frontdesk.domain.case_clocks import ClockName, DueClock, Pause
from frontdesk.domain.clock import HOUR, MINUTE

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
