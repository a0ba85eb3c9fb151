"""Time: UTC integer milliseconds inside, aware datetimes at the edge, one injected clock."""

import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from pathlib import Path
from typing import Protocol

Millis = int
"""An instant (milliseconds since the Unix epoch, UTC) or a length of time in milliseconds."""

SECOND: Millis = 1_000
MINUTE: Millis = 60 * SECOND
HOUR: Millis = 60 * MINUTE
DAY: Millis = 24 * HOUR

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_START = Path("/proc/sys/kernel/random/boot_id")


@cache
def _name_of_start() -> str:
    try:
        return _START.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""


class Clock(Protocol):
    """The clock, which is the only way the program learns the time."""

    def now(self) -> Millis:
        """Return the present instant."""

    def monotonic(self) -> Millis:
        """Return a running time that never goes back, even if the clock is set; only differences mean anything."""

    def started(self) -> str:
        """Return which start of the machine the running time counts from, or `""` where it stands still in sleep."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> Millis:
        """Return the machine's time."""
        return time.time_ns() // 1_000_000

    def monotonic(self) -> Millis:
        """Return the machine's running time."""
        if sys.platform == "linux":
            # It goes on while the machine sleeps.
            return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
        return time.monotonic_ns() // 1_000_000

    def started(self) -> str:
        """Return the machine's name for its start, which only Linux has."""
        return _name_of_start() if sys.platform == "linux" else ""


@dataclass
class ManualClock:
    """A clock that stands where it was set: for replays and tests."""

    at: Millis

    def now(self) -> Millis:
        """Return the instant it was set to."""
        return self.at

    def monotonic(self) -> Millis:
        """Return the same instant; its time passes only when it is set."""
        return self.at

    def started(self) -> str:
        """Return nothing: it never starts."""
        return ""


JUMP: Millis = MINUTE
"""If the clock and the running time drift apart by this much, the clock was set."""


class JumpDetector:
    """Notices that the machine's clock was set."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ahead = clock.now() - clock.monotonic()

    def jumped(self) -> Millis:
        """Return by how much the clock was set since the last call; 0 for less than `JUMP`."""
        ahead = self._clock.now() - self._clock.monotonic()
        by = ahead - self._ahead
        if abs(by) < JUMP:
            return 0
        self._ahead = ahead
        return by


def to_millis(moment: datetime) -> Millis:
    """Return an aware datetime as milliseconds."""
    return round(moment.timestamp() * 1000)


_EARLIEST = to_millis(datetime(1899, 12, 30, tzinfo=UTC))
_LATEST = to_millis(datetime(2900, 1, 2, tzinfo=UTC))


def is_reckonable(at: Millis) -> bool:
    """Whether the calendar can handle an instant; input is checked for this, but an old record may not pass."""
    return _EARLIEST <= at <= _LATEST


def to_datetime(at: Millis, zone: tzinfo = UTC) -> datetime:
    """Return an instant as an aware datetime in `zone`; one beyond the calendar becomes the nearest possible."""
    # Not `fromtimestamp`: on Windows it knows no time before 1970.
    return (_EPOCH + timedelta(milliseconds=min(max(at, _EARLIEST), _LATEST))).astimezone(zone)


def is_same_day(one: Millis, other: Millis, zone: tzinfo) -> bool:
    """Whether two instants are on one day of a zone."""
    return to_datetime(one, zone).date() == to_datetime(other, zone).date()
