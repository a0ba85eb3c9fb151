"""Times that are typed: which are taken, and which would lie too near the calendar's ends to be reckoned with."""

from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.values.clock import to_datetime
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.typed_times import read_time

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
