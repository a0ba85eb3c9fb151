"""Whether a machine's clock was set back: everything goes on in running time, whatever the clock says."""

from collections.abc import Mapping
from typing import NamedTuple

from frontdesk.domain.values.clock import DAY, MINUTE, SECOND, Millis, is_reckonable

_LONGEST: Millis = 36_525 * DAY


class Reading(NamedTuple):
    """What the machine's clock and its running time said when the store was written last."""

    wall: Millis
    running: Millis
    owed: Millis = 0
    """By how much the clock was set back in all, and has not come forward again; negative: it was set forward."""
    started: str = ""
    """Which start of the machine running time counts from, where it counts sleep too; "" where that is unknown."""

    @classmethod
    def read(cls, kept: Mapping[str, object]) -> "Reading":
        """Return a reading as it was kept. Raises `ValueError` where it is none."""
        wall, running, owed = kept["wall"], kept["running"], kept.get("owed", 0)
        if not (isinstance(wall, int) and isinstance(running, int) and isinstance(owed, int)):
            raise ValueError(wall)
        if not (is_reckonable(wall) and is_reckonable(wall - owed) and 0 <= running < _LONGEST):
            raise ValueError(running)
        return cls(wall, running, owed, str(kept.get("started", "")))


def set_by(last: Reading, wall: Millis, running: Millis, started: str = "") -> tuple[Millis, Reading]:
    """Return by how much what is open has to move along with the clock, and the reading to keep.

    Negative: the clock was set back. Positive: it was set forward, which is certain only where running time counts
    sleep too and the machine was not started anew; elsewhere it came forward again as far as it had been set back.
    Any other step forward is time that passed: a machine that was off or asleep looks the same.

    Running time begins anew with each start of the machine, and how long it was off cannot be known. So over a start a
    clock that was set back is noticed only as far as it is behind what was read last, and one that came forward again
    only once something was written since the start.
    """
    ahead = wall - last.wall - max(0, running - last.running)
    by = 0
    if ahead <= -SECOND or (ahead >= MINUTE and started and started == last.started):
        by = ahead
    elif last.owed > 0 and running >= last.running and ahead >= max(last.owed // 2, last.owed - MINUTE):
        by = last.owed
    return by, Reading(wall, running, last.owed - by, started)


class ClockSet(NamedTuple):
    """The machine's clock was found set, so that times noted before may be off."""

    at: Millis
    """When it was found, by the clock as it is since."""
    by: Millis
    since: Millis | None = None
    """Since when it had been wrong, where that is known: it had been set the other way."""

    @classmethod
    def read(cls, kept: Mapping[str, object]) -> "ClockSet":
        """Return one as it was kept. Raises `ValueError` where it is none."""
        at, by, since = kept["at"], kept["by"], kept["since"]
        if not (isinstance(at, int) and isinstance(by, int) and (since is None or isinstance(since, int))):
            raise ValueError(at)
        return cls(at, by, since)

    def then(self, at: Millis, by: Millis) -> "ClockSet":
        """Return what is known once it is set again: back as far as it was set, it was wrong in between."""
        undone = abs(self.by + by) < MINUTE
        return ClockSet(at, by, self.at + by if undone else None)
