"""The machine's clock against its running time; instants as dates, long ago too."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.values.clock import HOUR, MINUTE, SECOND, JumpDetector, Millis, to_datetime, to_millis


@dataclass
class Machine:
    """A clock that can be set while time runs on."""

    wall: Millis = 1_000_000
    running: Millis = 0

    def now(self) -> Millis:
        return self.wall

    def monotonic(self) -> Millis:
        return self.running

    def started(self) -> str:
        return ""


@pytest.mark.parametrize(
    ("by", "noticed"),
    [(0, 0), (59 * SECOND, 0), (MINUTE, MINUTE), (-HOUR, -HOUR), (-59 * SECOND, 0), (24 * HOUR, 24 * HOUR)],
)
def test_a_clock_that_was_set_by_a_minute_or_more_is_noticed_once(by: Millis, noticed: Millis) -> None:
    machine = Machine()
    detector = JumpDetector(machine)
    machine.wall += HOUR + by
    machine.running += HOUR
    assert detector.jumped() == noticed
    machine.wall += SECOND
    machine.running += SECOND
    assert detector.jumped() == 0


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        (0, "1970-01-01T08:00:00+08:00"),
        (-1, "1970-01-01T07:59:59.999000+08:00"),
        (-2_208_988_800_000, "1900-01-01T08:05:43+08:05:43"),
        (1_780_020_000_123, "2026-05-29T10:00:00.123000+08:00"),
        (29_348_006_400_000, "2900-01-01T08:00:00+08:00"),
    ],
)
def test_an_instant_as_a_date_and_back(at: Millis, shown: str) -> None:
    moment = to_datetime(at, ZoneInfo("Asia/Shanghai"))
    assert moment.isoformat() == shown
    assert to_millis(moment) == at
