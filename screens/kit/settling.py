"""The moment in which keys are ignored, because they were meant for what was up before."""

from frontdesk.domain.escalations.alerts import IGNORES_KEYS_FOR
from frontdesk.domain.values.clock import Clock, Millis


class Settling:
    """Begins whenever something else comes up; timed by the machine's running time, so that no set clock matters."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._over_at: Millis = clock.monotonic()

    def begin(self) -> None:
        """Ignore keys from now on, for 0.7 seconds."""
        self._over_at = self._clock.monotonic() + IGNORES_KEYS_FOR

    @property
    def is_over(self) -> bool:
        """Whether a key is meant for what is up."""
        return self._clock.monotonic() >= self._over_at


class Presses:
    """Tells one press of a key from the next: one that is held down, or hit twice, is pressed once."""

    def __init__(self) -> None:
        self._key = ""
        self._at: Millis = -IGNORES_KEYS_FOR

    def is_again(self, key: str, came: Millis) -> bool:
        """Whether a key is still the last press: nothing else came since, nor time to read what it did.

        Each that comes begins that time anew, so a key may be held down for any time.
        """
        again = key != "" and key == self._key and came - self._at < IGNORES_KEYS_FOR
        self._key, self._at = key, max(came, self._at) if again else came
        return again

    def is_done(self, now: Millis) -> None:
        """What the last press did is to be seen from now on."""
        self._at = now


class Front:
    """Who is first in line at a station, and since when that can be read there."""

    def __init__(self) -> None:
        self._first: object = None
        self._since: Millis | None = None

    def look(self, first: object, now: Millis) -> None:
        """Note who is first now; what stood there at the first look has been read."""
        if self._since is None:
            self._since = now - IGNORES_KEYS_FOR
        elif first != self._first:
            self._since = now
        self._first = first

    def is_read(self, first: object, now: Millis) -> bool:
        """Whether somebody has been first for long enough to be meant."""
        return first == self._first and self._since is not None and now - self._since >= IGNORES_KEYS_FOR
