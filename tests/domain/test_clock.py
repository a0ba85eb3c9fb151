"""The machine's clock against its running time."""

from dataclasses import dataclass

import pytest

from frontdesk.domain.clock import HOUR, MINUTE, SECOND, JumpDetector, Millis


@dataclass
class Machine:
    """A clock that can be set while time runs on."""

    wall: Millis = 1_000_000
    running: Millis = 0

    def now(self) -> Millis:
        return self.wall

    def monotonic(self) -> Millis:
        return self.running


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
