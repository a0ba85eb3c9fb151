"""When a message is told, beside a model that walks minute by minute (P4, S5)."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.messages.times import BACK_OFF, Quiet, after_failure, after_no_answer, first_try
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import DAY, HOUR, MINUTE, SECOND, to_datetime, to_millis

ZONE = ZoneInfo("Asia/Shanghai")
BEGIN = to_millis(datetime(2026, 5, 29, tzinfo=ZONE))


def at(text: str, ms: int = 0) -> int:
    hour, minute = map(int, text.split(":"))
    return BEGIN + hour * HOUR + minute * MINUTE + ms


def quiet(begins: str = "21:00", ends: str = "08:00") -> Quiet:
    return Quiet.of(Policy(quiet_from=begins, quiet_until=ends), ZONE)


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (at("20:59", 59_999), at("20:59", 59_999)),
        (at("21:00"), at("08:00") + DAY),
        (at("23:59"), at("08:00") + DAY),
        (at("00:00"), at("08:00")),
        (at("07:59", 59_999), at("08:00")),
        (at("08:00"), at("08:00")),
        (at("12:00"), at("12:00")),
    ],
)
def test_nobody_is_rung_up_in_the_quiet_hours(now: int, told: int) -> None:
    assert first_try(now, None, quiet(), is_urgent=False) == told
    assert first_try(now, None, quiet(), is_urgent=True) == now


def modelled(at: int, begins: str, ends: str) -> int:
    """The first instant that is not quiet, found by looking at the clock on the wall, minute by minute."""

    def is_quiet(moment: datetime) -> bool:
        shown = f"{moment:%H:%M}"
        if begins == ends:
            return False
        return begins <= shown < ends if begins < ends else shown >= begins or shown < ends

    moment = to_datetime(at, ZONE)
    if not is_quiet(moment):
        return at
    moment = moment.replace(second=0, microsecond=0)
    while is_quiet(moment):
        moment += timedelta(minutes=1)
    return to_millis(moment)


CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))


@given(st.integers(0, 3 * DAY), CLOCKS, CLOCKS, st.none() | st.integers(0, 3 * DAY))
def test_it_is_as_the_clock_on_the_wall_says(after: int, begins: str, ends: str, later: int | None) -> None:
    now = BEGIN + after
    not_before = None if later is None else BEGIN + later
    earliest = now if not_before is None else max(now, not_before)
    assert first_try(now, not_before, quiet(begins, ends), is_urgent=False) == modelled(earliest, begins, ends)


@given(st.integers(0, 2 * DAY), st.integers(1, 5), CLOCKS, CLOCKS)
def test_a_call_that_nobody_answered(after: int, tries: int, begins: str, ends: str) -> None:
    now, policy = BEGIN + after, Policy(quiet_from=begins, quiet_until=ends)
    again = after_no_answer(tries, now, policy, Quiet.of(policy, ZONE), is_urgent=False)
    waits = {1: 10 * MINUTE, 2: 30 * MINUTE}.get(tries)
    assert again == (None if waits is None else modelled(now + waits, begins, ends))
    urgent = after_no_answer(tries, now, policy, Quiet.of(policy, ZONE), is_urgent=True)
    assert urgent == (None if waits is None else now + waits)


def test_a_program_gives_up_after_six_tries_more() -> None:
    waits = [after_failure(tries, 0) for tries in range(1, 8)]
    assert waits == [15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, None]
    assert len(BACK_OFF) == 6
