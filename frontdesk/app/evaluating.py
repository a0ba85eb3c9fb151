"""Records limits that were crossed by time alone; the station that looks first does it (Z5, Z6)."""

import logging
from collections.abc import Awaitable, Callable

from frontdesk.app.freshness import Freshness
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.presence import UNWATCHED_AFTER
from frontdesk.domain.values.clock import Clock, JumpDetector, Millis
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.refusals.sentence import sentence
from screens.kit.live import Live

log = logging.getLogger(__name__)


class Evaluating:
    """Checks each second whether a limit was crossed, and remembers when it last checked.

    `record` records what was crossed; `say` tells why that failed.
    """

    def __init__(
        self,
        clock: Clock,
        live: Callable[[], Live],
        record: Callable[[], Awaitable[object]],
        say: Callable[[str], None],
        freshness: Freshness,
    ) -> None:
        self._freshness = freshness
        self._record = record
        self._clock = clock
        self._jumps = JumpDetector(clock)
        self._live = live
        self._say = say
        self._is_busy = False
        self.looked_at: Millis = clock.now()
        """When this station last checked, in the machine's time."""

    def is_watched(self, snapshot: Snapshot, now: Millis) -> bool:
        """Whether this station or another one has checked lately."""
        looked_lately = self._clock.now() - self.looked_at <= UNWATCHED_AFTER
        return looked_lately or snapshot.presence.is_watched(now)

    def begins(self) -> bool:
        """Check the picture; return whether there is something to record, in which case `evaluate` must be called."""
        live = self._live()
        if self._is_busy or live.outdated or live.snapshot is None:
            return False
        try:
            # A clock that was set is news too: what is open has to move along.
            was_set = self._jumps.jumped() != 0 or self._clock.now() < self.looked_at
            has_news = live.snapshot.has_news(live.now) or was_set
        except Exception as error:
            self._fails(error)
            return False
        if not has_news:
            self._looked()
            return False
        self._is_busy = True
        return True

    async def evaluate(self) -> None:
        """Record what was crossed. If another station has done so already, nothing happens."""
        try:
            await self._record()
            self._looked()
        except FrontdeskError as error:
            log.error("not evaluated: %s", error.reason)
            self._say(sentence(error))
        except Exception as error:
            self._fails(error)
        finally:
            self._is_busy = False

    def _fails(self, error: Exception) -> None:
        """Show that crossed limits are unknown, whatever the error is; the check is repeated each second."""
        if self._freshness.failed("limits", self._live().now):
            log.error("not evaluated", exc_info=error)

    def _looked(self) -> None:
        self._freshness.works("limits")
        # A picture that is old does not tell what was crossed.
        if self._live().stale_since is None:
            self.looked_at = self._clock.now()
