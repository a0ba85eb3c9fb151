"""How the store's time runs against the machine's."""

from collections.abc import Mapping
from typing import NamedTuple

from frontdesk.domain.values.clock import Millis, is_reckonable

_FASTEST = 1_000_000


class StoreTime(NamedTuple):
    """How a store's own time runs against the machine's: for the demo day and for replays.

    The store's time is `start` when the machine's time is `anchor`, and runs `rate` times as fast (0: paused).
    `label` says what it is ("demo" or "replay"), for the status line.
    """

    anchor: Millis
    start: Millis
    rate: float
    label: str

    @classmethod
    def read(cls, kept: Mapping[str, object]) -> "StoreTime":
        """Return the pace as it was kept. Raises `ValueError` where it is none."""
        anchor, start, rate, label = kept["anchor"], kept["start"], kept["rate"], kept["label"]
        if not (isinstance(anchor, int) and isinstance(start, int) and is_reckonable(anchor) and is_reckonable(start)):
            raise ValueError(anchor)
        if not (isinstance(rate, int | float) and 0 <= rate <= _FASTEST and isinstance(label, str)):
            raise ValueError(rate)
        return cls(anchor, start, rate, label)

    def at(self, machine_time: Millis) -> Millis:
        """Return the store's time at a machine time."""
        return self.start + round((machine_time - self.anchor) * self.rate)

    def changed(self, machine_time: Millis, rate: float) -> "StoreTime":
        """Return the pace that goes on from here at another rate, without a jump."""
        return StoreTime(machine_time, self.at(machine_time), rate, self.label)
