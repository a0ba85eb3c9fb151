"""Keeps today's figures up to date while nothing else is to be done."""

import logging
from collections.abc import Awaitable, Callable

from frontdesk.desk.desk import Desk
from frontdesk.domain.values.clock import SECOND, Clock, Millis
from frontdesk.domain.values.errors import FrontdeskError
from screens.kit.live import Live

log = logging.getLogger(__name__)

QUIET: Millis = 2 * SECOND
"""How long nothing is entered before the figures are reckoned anew."""
LONGEST: Millis = 10 * SECOND
"""How long they are stale at most, however much is entered."""


def reckon(desk: Desk) -> None:
    """Reckon anew the days whose figures are stale."""
    from frontdesk.desk.figures import reports  # noqa: PLC0415 - the first picture does without it

    reports.refresh(desk)


class KeptFigures:
    """Sees each second whether today's figures are stale; `reckon` reckons them anew."""

    def __init__(self, clock: Clock, reckon: Callable[[], Awaitable[object]]) -> None:
        self._clock = clock
        self._reckon = reckon
        self._is_busy = False
        self._seen: object = None
        self._changed_at: Millis = 0
        self._stale_since: Millis | None = None

    def are_due(self, live: Live) -> bool:
        """Whether to reckon now; then `refresh` must be called."""
        snapshot, running = live.snapshot, self._clock.monotonic()
        if snapshot is None or snapshot.today is None or live.outdated or self._is_busy:
            return False
        if snapshot is not self._seen:
            self._seen, self._changed_at = snapshot, running
        if not snapshot.today.is_stale(live.now):
            self._stale_since = None
            return False
        if self._stale_since is None:
            self._stale_since = running
        self._is_busy = running - self._changed_at >= QUIET or running - self._stale_since >= LONGEST
        return self._is_busy

    async def refresh(self) -> None:
        """Reckon anew. If that fails nothing is lost: the next time is a few seconds away."""
        try:
            await self._reckon()
        except FrontdeskError as error:
            log.warning("no figures: %s", error.reason)
        finally:
            self._is_busy = False
            self._stale_since = self._clock.monotonic()
            self._changed_at = self._stale_since
