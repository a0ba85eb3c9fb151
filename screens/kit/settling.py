"""The moment in which keys are ignored, because they were meant for what was up before."""

from frontdesk.domain.escalations.alerts import SETTLE
from frontdesk.domain.values.clock import Clock, Millis


class Settling:
    """Begins whenever something else comes up; timed by the machine's running time, so that no set clock matters."""

    def __init__(self, machine: Clock) -> None:
        self._machine = machine
        self._over_at: Millis = machine.monotonic()

    def begin(self) -> None:
        """Ignore keys from now on, for 0.7 seconds."""
        self._over_at = self._machine.monotonic() + SETTLE

    @property
    def is_over(self) -> bool:
        """Whether a key is meant for what is up."""
        return self._machine.monotonic() >= self._over_at
