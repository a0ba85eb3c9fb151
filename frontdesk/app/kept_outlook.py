"""Has the next hour told anew each minute, and when something was entered, but never more often than it is worth."""

import logging
from typing import TYPE_CHECKING

from frontdesk.desk import in_child
from frontdesk.desk.background import BackgroundDesk
from frontdesk.domain.picture.unreadable import SENSELESS
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import MINUTE, SECOND, Clock, Millis
from frontdesk.domain.values.errors import FrontdeskError
from screens.kit.live import Live

if TYPE_CHECKING:
    from frontdesk.desk.outlook import Told
    from frontdesk.domain.outlook.habits import Known

log = logging.getLogger(__name__)

RESTS: Millis = 15 * SECOND
"""How long what was told stands at least."""
STARTS: Millis = 5 * SECOND
"""How long a station is open before it is told for the first time: it has more to do then."""
READ_ANEW: Millis = 10 * MINUTE
"""How long after earlier days were read in vain they are read again."""
_TOLD_AT = frozenset({StationKind.RECEPTION, StationKind.MANAGER})


class KeptOutlook:
    """Sees each second whether the next hour is to be told anew; `refresh` does it."""

    def __init__(self, clock: Clock, desk: BackgroundDesk) -> None:
        self._clock, self._desk = clock, desk
        self._is_busy = False
        self._of: tuple[Millis, int] | None = None
        """Of which minute, and after which entry, it was told."""
        self._rests_until = clock.monotonic() + STARTS
        self._read_at: Millis | None = None
        self._known: Known | None = None
        self.told: Told | None = None

    def is_due(self, live: Live, station: StationKind) -> bool:
        """Whether to have it told now; then `refresh` must be called."""
        if station not in _TOLD_AT or live.snapshot is None or live.outdated or live.stale_since is not None:
            return False
        running, of = self._clock.monotonic(), (live.now // MINUTE, live.snapshot.seq)
        if self._is_busy or of == self._of or running < self._rests_until:
            return False
        self._is_busy, self._of, self._rests_until = True, of, running + RESTS
        return True

    async def refresh(self) -> None:
        """Have it told anew. If that fails the next minute is not far."""
        try:
            from frontdesk.desk import outlook  # noqa: PLC0415 - the first picture does without it

            self.told = await self._desk.do(outlook.told, self._known)
            if self.told is None:
                self._known = await self._desk.do(outlook.kept_now)
                if self._known is None and self._may_read():
                    self._known = await in_child.ask(self._desk.path, self._clock.now(), outlook.known_now)
                self.told = await self._desk.do(outlook.told, self._known)
        except FrontdeskError as error:
            log.warning("nothing told of the next hour: %s", error.reason)
        except SENSELESS:
            log.exception("nothing told of the next hour")
        finally:
            self._is_busy = False

    def _may_read(self) -> bool:
        """Whether earlier days may be read already, where that was in vain before."""
        running = self._clock.monotonic()
        if self._read_at is not None and running - self._read_at < READ_ANEW:
            return False
        self._read_at = running
        return True
