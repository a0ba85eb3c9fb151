"""What holds for every clock and every pause (Q1–Q3, C3, C5, C6, C15, C16, C18)."""

from dataclasses import replace

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from random_cases import DAY, RAW, DrawnCase, case

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.cases.clocks import ClockName, Pause

EVERY_CLOCK = pytest.mark.parametrize("name", ClockName)
SOME = examples(200, 2_000)
BY_THE_WALL_CLOCK = {
    ClockName.HEAD_INFORMED, ClockName.ON_SITE, ClockName.PROMISED, ClockName.LEGAL, ClockName.LEFT_SITE,
}  # fmt: skip
NEVER = 2**60
IN_WORKING_DAYS = (ClockName.QUALITY_ANSWER, ClockName.FULL_ANSWER)


@EVERY_CLOCK
@SOME
@given(raw=RAW)
def test_each_pause_puts_it_off_or_changes_nothing(name: ClockName, raw: bytes) -> None:
    found = case(raw)
    due = found.due(name).at
    for known, pause in enumerate(found.pauses, 1):
        later = found.due(name, *found.pauses[:known]).at
        assert later >= due
        assert later == due if pause.since >= due else later >= pause.until
        due = later


@EVERY_CLOCK
@SOME
@given(raw=RAW, longer=st.integers(1, 3 * DAY), which=st.integers(0, 2))
def test_a_longer_pause_never_makes_it_due_earlier(name: ClockName, raw: bytes, longer: int, which: int) -> None:
    found = case(raw)
    extended = [
        pause._replace(until=pause.until + longer) if number == which else pause
        for number, pause in enumerate(found.pauses)
    ]
    assert found.due(name, *extended).at >= found.due(name, *found.pauses).at


@EVERY_CLOCK
@SOME
@given(raw=RAW, part=st.floats(0, 1))
def test_one_pause_or_two_that_adjoin(name: ClockName, raw: bytes, part: float) -> None:
    found = case(raw)
    split = []
    for pause in found.pauses:
        middle = pause.since + int((pause.until - pause.since) * part)
        split += [Pause(pause.since, middle), Pause(middle, pause.until)]
    assert found.due(name, *split) == found.due(name, *found.pauses)
    assert found.due(name, *reversed(split)) == found.due(name, *found.pauses)


@EVERY_CLOCK
@SOME
@given(raw=RAW, other=RAW)
def test_reckoned_anew_by_other_hours_and_days_it_loses_no_paused_time(
    name: ClockName, raw: bytes, other: bytes
) -> None:
    found, changed = case(raw), case(other)
    anew = replace(changed, started_at=found.started_at, agreed_at=found.agreed_at, pauses=found.pauses)
    without, due = anew.due(name).at, anew.due(name, *found.pauses).at
    stood_still = [
        (max(pause.since, end), min(pause.until, due))
        for pause, end in zip(found.pauses, _ends(found.pauses), strict=True)
    ]
    paused = sum(_own_time(anew, name, *still) for still in stood_still if still[0] < still[1])
    ran = _own_time(anew, name, anew.started_at, due) - paused
    assert ran == _own_time(anew, name, anew.started_at, without)


def _ends(pauses: tuple[Pause, ...]) -> list[int]:
    """Return up to when those before each pause last."""
    return [max((before.until for before in pauses[:number]), default=0) for number in range(len(pauses))]


def _own_time(found: DrawnCase, name: ClockName, begins: int, ends: int) -> int:
    """Return how much of the clock's own time lies between two instants."""
    # Records are asked for by the wall clock where people wait for them on site, and that is sooner.
    usual = replace(found, agreed_at=NEVER).due(name).at if name is ClockName.MATERIAL else 0
    if name in BY_THE_WALL_CLOCK or found.due(name).at < usual:
        return ends - begins
    hours, works = OpeningHours.of(found.policy), found.calendar.is_working
    if name in IN_WORKING_DAYS and not found.own and hours.opens_from(hours.day_of(found.started_at), works):
        return hours.time_between(begins, ends, works)
    return hours.time_between(begins, ends, hours.is_open_on)
