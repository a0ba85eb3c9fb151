"""By how much what is open moves when the machine's clock is set: a table, and any row of settings (issue 11.12)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, SECOND, Millis
from frontdesk.domain.values.running_time import ClockSet, Reading, set_by

AT, RAN = 1_780_020_000_000, 5 * DAY


@pytest.mark.parametrize(
    ("wall", "ran", "owed", "by", "still_owed"),
    [
        (0, 0, 0, 0, 0),
        (MINUTE, MINUTE, 0, 0, 0),
        # not set: two processes read the clocks one after the other
        (MINUTE - 999, MINUTE, 0, 0, 0),
        (MINUTE - SECOND, MINUTE, 0, -SECOND, SECOND),
        (-HOUR, 0, 0, -HOUR, HOUR),
        (MINUTE - HOUR, MINUTE, 0, -HOUR, HOUR),
        (-8 * HOUR, 0, HOUR, -8 * HOUR, 9 * HOUR),
        # forward is time that passed, as if the machine had slept
        (HOUR, 0, 0, 0, 0),
        (HOUR, 0, 2 * HOUR, 0, 2 * HOUR),
        # forward again as far as it was set back
        (HOUR, 0, HOUR, HOUR, 0),
        (HOUR - MINUTE, 0, HOUR, HOUR, 0),
        (HOUR - MINUTE - 1, 0, HOUR, 0, HOUR),
        (DAY, 0, HOUR, HOUR, 0),
        (5 * SECOND, 5 * SECOND, 5 * SECOND, 0, 5 * SECOND),
        # the machine was started anew: it is known only that the clock is behind
        (-HOUR, -RAN + MINUTE, 0, -HOUR, HOUR),
        (HOUR, -RAN + MINUTE, HOUR, 0, HOUR),
    ],
)
def test_set_by(wall: Millis, ran: Millis, *, owed: Millis, by: Millis, still_owed: Millis) -> None:
    found = set_by(Reading(AT, RAN, owed), AT + wall, RAN + ran)
    assert found == (by, Reading(AT + wall, RAN + ran, still_owed))


@given(st.lists(st.tuples(st.integers(-DAY, -SECOND), st.integers(0, DAY)), max_size=8))
def test_however_often_it_is_set_back_no_running_time_is_lost(settings: list[tuple[Millis, Millis]]) -> None:
    """An instant that moves along is always as long ago as time has run."""
    last, instant = Reading(AT, RAN), AT
    for back, passes in settings:
        by, last = set_by(last, last.wall + back + passes, last.running + passes)
        instant += by
        assert last.wall - instant == last.running - RAN


@pytest.mark.parametrize(
    ("wall", "ran", "owed", "started", "by", "still_owed"),
    [
        # where running time counts sleep, what it does not tell of is no time that passed
        (HOUR, 0, 0, "a", HOUR, -HOUR),
        (DAY + MINUTE, MINUTE, 0, "a", DAY, -DAY),
        (MINUTE - 1, 0, 0, "a", 0, 0),
        (MINUTE, 0, 0, "a", MINUTE, -MINUTE),
        # asleep for an hour
        (HOUR, HOUR, 0, "a", 0, 0),
        (-DAY, 0, -DAY, "a", -DAY, 0),
        (HOUR, 0, 2 * HOUR, "a", HOUR, HOUR),
        # started anew: it may have been off for that long
        (HOUR, 0, 0, "b", 0, 0),
        (HOUR, 0, 0, "", 0, 0),
        (HOUR, 0, -HOUR, "", 0, -HOUR),
    ],
)
def test_set_forward_is_known_where_running_time_counts_sleep(
    wall: Millis, ran: Millis, *, owed: Millis, started: str, by: Millis, still_owed: Millis
) -> None:
    found = set_by(Reading(AT, RAN, owed, "a"), AT + wall, RAN + ran, started)
    assert found == (by, Reading(AT + wall, RAN + ran, still_owed, started))


@pytest.mark.parametrize(
    ("first", "then", "since"),
    [((0, DAY), (5, -DAY), -DAY), ((0, DAY), (5, -DAY + MINUTE), None), ((0, -HOUR), (5, -HOUR), None)],
)
def test_from_when_to_when_it_was_wrong(first: tuple[int, int], then: tuple[int, int], since: int | None) -> None:
    """Set forward and back as far, the clock was wrong in between, told by the clock as it is right."""
    at, by = then
    assert ClockSet(*first).then(at, by) == ClockSet(at, by, since)
