"""A short time in which keys are ignored, because they were meant for what was on the screen before."""

from frontdesk.domain.escalations.alerts import IGNORES_KEYS_FOR
from frontdesk.domain.values.clock import Clock, Millis


class Settling:
    """Starts whenever other content comes up. It uses the machine's running time, so setting the clock is harmless."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._over_at: Millis = clock.monotonic()

    def begin(self) -> None:
        """Ignore keys from now on, for 0.7 seconds."""
        self._over_at = self._clock.monotonic() + IGNORES_KEYS_FOR

    @property
    def is_over(self) -> bool:
        """Whether keys are accepted again."""
        return self._clock.monotonic() >= self._over_at


class Presses:
    """Tells separate presses of a key apart; a key that is held down or hit twice counts once."""

    def __init__(self) -> None:
        self._key = ""
        self._at: Millis = -IGNORES_KEYS_FOR

    def is_again(self, key: str, came: Millis) -> bool:
        """Whether a key repeats the last press: no other key came since, and there was no time to read its effect.

        Each repetition restarts that time, so a key may be held down for as long as one likes.
        """
        again = key != "" and key == self._key and came - self._at < IGNORES_KEYS_FOR
        self._key, self._at = key, max(came, self._at) if again else came
        return again

    def is_done(self, now: Millis) -> None:
        """Note that the effect of the last press is visible from now on."""
        self._at = now


class Front:
    """The first customer in line at a station, and since when the station shows that."""

    def __init__(self) -> None:
        self._first: object = None
        self._since: Millis | None = None

    def look(self, first: object, now: Millis) -> None:
        """Note who is first now; the one who was first at the first look counts as read already."""
        if self._since is None:
            self._since = now - IGNORES_KEYS_FOR
        elif first != self._first:
            self._since = now
        self._first = first

    def is_read(self, first: object, now: Millis) -> bool:
        """Whether somebody has been shown first for long enough that a key is meant for them."""
        return first == self._first and self._since is not None and now - self._since >= IGNORES_KEYS_FOR
