"""Times that are typed: which are taken, and which would lie too near the calendar's ends to be reckoned with."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.values.clock import to_datetime, to_millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.typed_times import next_time, read_time, split_time

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1900-01-01T00:00", "1900-01-01T00:00:00+08:05:43"),
        ("1969-12-31T23:59", "1969-12-31T23:59:00+08:00"),
        ("2026-03-02T10:05", "2026-03-02T10:05:00+08:00"),
        ("2899-12-31T23:59", "2899-12-31T23:59:00+08:00"),
        ("1899-12-31T23:00+00:00", "1900-01-01T07:05:43+08:05:43"),
    ],
)
def test_a_time_is_taken(typed: str, meant: str) -> None:
    assert to_datetime(read_time(typed, 0, SHANGHAI), SHANGHAI).isoformat() == meant


@pytest.mark.parametrize(
    "typed", ["0001-01-01T00:00", "1000-01-01T00:00", "1899-12-31T23:59", "2900-01-01T00:00", "9999-12-31T23:59"]
)
@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/Los_Angeles"])
def test_a_time_nothing_can_be_reckoned_with(typed: str, zone: str) -> None:
    with pytest.raises(Refused) as refused:
        read_time(typed, 0, ZoneInfo(zone))
    assert refused.value.reason is ValueReason.TIME_FAR


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0001-01-01", "1900-01-01T00:00:00+08:05:43"),
        ("0001-01-01T00:00+14:00", "1900-01-01T00:00:00+08:05:43"),
        ("2026-03-02T10:05", "2026-03-02T10:05:00+08:00"),
        ("9999-12-31T23:59-12:00", "2899-12-31T00:00:00+08:00"),
    ],
)
def test_since_when(typed: str, meant: str) -> None:
    """What is only compared with may be as early as anybody likes."""
    assert to_datetime(read_time(typed, 0, SHANGHAI, since=True), SHANGHAI).isoformat() == meant


LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("now", "typed", "meant"),
    [
        ("2026-03-03T00:05+08:00", "23:58", "2026-03-02T23:58:00+08:00"),
        ("2026-03-03T00:05+08:00", "00:05", "2026-03-03T00:05:00+08:00"),
        ("2026-03-03T00:05+08:00", "00:06", "2026-03-03T00:06:00+08:00"),
        ("2026-03-03T07:59+08:00", "23:59", "2026-03-02T23:59:00+08:00"),
        ("2026-03-03T08:00+08:00", "23:59", "2026-03-03T23:59:00+08:00"),
        ("2026-03-03T10:05+08:00", "10:50", "2026-03-03T10:50:00+08:00"),
        ("2026-03-03T10:05+08:00", "9:50", "2026-03-03T09:50:00+08:00"),
    ],
)
def test_a_time_of_day_that_was(now: str, typed: str, meant: str) -> None:
    """What is left in the future is refused by the rules: nobody is taken for having come a day ago."""
    at = to_millis(datetime.fromisoformat(now))
    assert to_datetime(read_time(typed, at, SHANGHAI, past=True), SHANGHAI).isoformat() == meant


@pytest.mark.parametrize(
    ("now", "typed", "minutes"),
    [
        ("2026-10-25T01:10+00:00", "01:05", 5),
        ("2026-10-25T01:10+00:00", "2026-10-25T01:05", 5),
        ("2026-10-25T01:10+00:00", "01:15", 55),
        ("2026-10-25T01:10+01:00", "01:05", 5),
        ("2026-10-25T00:30+01:00", "23:50", 40),
        ("2026-10-25T02:10+00:00", "01:05", 65),
        ("2026-03-29T02:10+01:00", "00:50", 20),
    ],
)
def test_the_hour_that_comes_twice(now: str, typed: str, minutes: int) -> None:
    at = to_millis(datetime.fromisoformat(now))
    assert at - read_time(typed, at, LONDON, past=True) == minutes * 60_000
    if "T" not in typed:
        assert at < read_time(typed, at, LONDON, ahead=True) <= at + 25 * 3_600_000


@pytest.mark.parametrize("typed", ["2026-03-02", "20260302", "20260302T1005", "2026-W10-1T10:05", "2026-061"])
def test_a_day_is_no_time_at_which_something_was(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_time(typed, 0, SHANGHAI, past=True)
    assert refused.value.reason is ValueReason.UNREADABLE_TIME


def test_since_a_time_of_day_may_be_yesterdays() -> None:
    at = to_millis(datetime.fromisoformat("2026-03-03T10:05+08:00"))
    assert to_datetime(read_time("23:00", at, SHANGHAI, since=True), SHANGHAI).day == 2


AT_TEN = 1_780_020_000_000
"""2026-05-29 10:00 in Shanghai."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("630", "2026-05-29T06:30"), ("0630", "2026-05-29T06:30"), ("0610", "2026-05-29T06:10"),
        ("2359", "2026-05-29T23:59"), ("000", "2026-05-29T00:00"), ("６３０", "2026-05-29T06:30"),
        ("６：３０", "2026-05-29T06:30"), ("\u30000610\u3000", "2026-05-29T06:10"), ("6:30", "2026-05-29T06:30"),
        ("2026-03-02 0610", "2026-03-02T06:10"), ("２０２６-０３-０２\u3000630", "2026-03-02T06:30"),
        ("2026-03-02T0610", "2026-03-02T06:10"),
    ],
)  # fmt: skip
def test_a_time_of_day_needs_no_colon(typed: str, meant: str) -> None:
    assert to_datetime(read_time(typed, AT_TEN, SHANGHAI), SHANGHAI).isoformat()[:16] == meant


@pytest.mark.parametrize("typed", ["63", "6", "2400", "660", "0660", "06100", "1e3", "-630", ""])
def test_not_every_number_is_a_time(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_time(typed, AT_TEN, SHANGHAI)
    assert refused.value.reason is ValueReason.UNREADABLE_TIME


def test_the_next_such_time_may_be_tomorrows() -> None:
    assert to_datetime(next_time("630", AT_TEN, SHANGHAI), SHANGHAI).isoformat()[:16] == "2026-05-30T06:30"


@pytest.mark.parametrize(
    ("typed", "plate", "time"),
    [
        ("a12345 630", "a12345", "6:30"),
        ("7k3q9 0610", "7k3q9", "06:10"),
        ("7k3 630", "7k3", "6:30"),
        ("a12345\u3000６３０", "a12345", "6:30"),
        ("苏a·12345 1005", "苏a·12345", "10:05"),
        # The digits are the rest of a plate, or part of one.
        ("a12 345", "a12 345", ""),
        ("苏ad 1234", "苏ad 1234", ""),
        ("苏a1 2345", "苏a1 2345", ""),
        ("d12 345", "d12 345", ""),
        ("12 345", "12 345", ""),
        ("630", "630", ""),
        ("a12345 2400", "a12345", "2400"),
        ("a12345 660", "a12345", "660"),
        ("a12345 63", "a12345 63", ""),
    ],
)
def test_a_time_without_its_colon_stands_behind_a_plate(typed: str, plate: str, time: str) -> None:
    assert split_time(typed) == (plate, time)
