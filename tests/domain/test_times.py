"""Until when something is promised or put off: a time, tomorrow's where it is over, or a day's close of business."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.clock import to_datetime
from frontdesk.domain.errors import Reason, Refused
from frontdesk.domain.hours import OpeningHours
from frontdesk.domain.policy import Policy
from frontdesk.domain.times import read_until

NOW = 1_780_020_000_000
"""2026-05-29 10:00:00 in Shanghai, a Friday."""
HOURS = OpeningHours.of(Policy(opening_hours=("08:30-18:00",) * 5 + ("09:00-24:00", ""), closed_dates=("2026-06-01",)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("16:30", "2026-05-29 16:30"),
        ("９：３０", "2026-05-30 09:30"),
        ("10:00", "2026-05-30 10:00"),
        ("2026-05-29", "2026-05-29 18:00"),
        ("2026-06-02", "2026-06-02 18:00"),
        ("20260602", "2026-06-02 18:00"),
        ("2026/6/2", "2026-06-02 18:00"),
        ("2026年6月2日", "2026-06-02 18:00"),
        ("2026-05-30", "2026-05-31 00:00"),
        ("2026-06-02T10:05", "2026-06-02 10:05"),
        ("2026年6月2日 9:05", "2026-06-02 09:05"),
        ("2026-06-02 10:05", "2026-06-02 10:05"),
        ("2026-05-28", "2026-05-28 18:00"),
        ("2026-06-01 10:00", "2026-06-01 10:00"),
    ],
)
def test_until(typed: str, meant: str) -> None:
    at = to_datetime(read_until(typed, NOW, HOURS), ZoneInfo("Asia/Shanghai"))
    assert at.replace(tzinfo=None) == datetime.fromisoformat(meant)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("2026-05-31", Reason.DAY_CLOSED),
        ("2026-06-01", Reason.DAY_CLOSED),
        ("", Reason.UNREADABLE_TIME),
        ("soon", Reason.UNREADABLE_TIME),
        ("2026-02-30", Reason.UNREADABLE_TIME),
        ("2026-13-01 10:00", Reason.UNREADABLE_TIME),
        ("25:00", Reason.UNREADABLE_TIME),
        ("9999-12-31T20:00Z", Reason.UNREADABLE_TIME),
        ("0001-01-01T00:00+14:00", Reason.UNREADABLE_TIME),
        ("[/b]", Reason.UNREADABLE_TIME),
    ],
)
def test_what_is_no_such_time(typed: str, reason: Reason) -> None:
    with pytest.raises(Refused) as refusal:
        read_until(typed, NOW, HOURS)
    assert refusal.value.reason is reason
