"""Telling a key that is pressed for one name after another from one that is held down: that one counts once."""

from enum import Enum

from frontdesk.domain.values.clock import Clock, Millis

REPEATS_WITHIN: Millis = 250
"""A key that is held down comes again sooner than this, after the first time."""
FIRST_WITHIN: Millis = 700
"""The first time it comes again later, but within this."""


class Press(Enum):
    """What a key means that has just come."""

    ONE = "one"
    """It was pressed."""
    PERHAPS = "perhaps"
    """It was pressed quickly, or it is held down: whether it comes again at once tells."""
    HELD = "held"


class Presses:
    """The keys that came, one after another."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._key = ""
        self._at: Millis = -FIRST_WITHIN

    def judge(self, key: str) -> Press:
        """Return what a key means that comes now."""
        now = self._clock.monotonic()
        since, is_same = now - self._at, key == self._key
        self._key, self._at = key, now
        if not is_same or since >= FIRST_WITHIN:
            return Press.ONE
        return Press.HELD if since < REPEATS_WITHIN else Press.PERHAPS
