"""Counts wrong codes, so that guessing is shut out."""

from collections.abc import Iterator
from contextlib import contextmanager

from frontdesk.domain.stations.devices import WRONG_IN, DeviceReason, shut_until
from frontdesk.domain.values.clock import SECOND, Clock, Millis
from frontdesk.domain.values.errors import Refused


class WrongCodes:
    """The wrong codes of late."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._wrong_at: list[Millis] = []

    @contextmanager
    def tried(self) -> Iterator[None]:
        """Let a code be tried; where that raises it was a wrong one. Raises `Refused(TOO_MANY_CODES)`."""
        now = self._clock.monotonic()
        if (ends := shut_until(self._wrong_at, now)) is not None:
            at = self._clock.now() + ends - now
            # Told to the second, and then it is so.
            raise Refused(DeviceReason.TOO_MANY_CODES, at=-(-at // SECOND) * SECOND, now=self._clock.now())
        # Counted before it is looked at: a hundred that come at once are not looked at a hundred times.
        self._wrong_at = [*self._wrong_at[-WRONG_IN[-1][1] :], now]
        yield
        self._wrong_at.remove(now)
