"""How it stands with the copies and the restore drill, as far as somebody has to be told (G2)."""

from typing import NamedTuple

from frontdesk.domain.agenda.events import RunState
from frontdesk.domain.values.clock import HOUR, Millis

LATE_AFTER: Millis = 26 * HOUR
"""A copy each evening, and two hours for a large one."""


class Copying(NamedTuple):
    """What of the copies a station has to know."""

    waits_since: Millis | None = None
    """Since when copies or a drill are due that nobody has finished."""
    last_good: Millis | None = None
    """When the last good copy was made; before the first one, a day before that was due. None: none was due yet."""
    drill_due: Millis | None = None
    """When the last restore drill was due; None where none was yet."""
    drill: RunState | None = None
    """What became of that."""

    def is_late(self, now: Millis) -> bool:
        """Whether the last good copy is too old; one of a time to come tells nothing."""
        return self.last_good is not None and abs(now - self.last_good) > LATE_AFTER

    def lacks_drill(self, now: Millis) -> bool:
        """Whether the last drill failed, or waits for so long that somebody is wanted."""
        if self.drill_due is None or self.drill in {None, RunState.DONE}:
            return False
        return self.drill is not RunState.DUE or abs(now - self.drill_due) > LATE_AFTER
