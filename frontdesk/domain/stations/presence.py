"""Which stations have been heard of lately: only there can somebody be reached."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import SECOND, Millis

AWAY_AFTER: Millis = 60 * SECOND
"""A station that has not been heard of for this long is not there."""

UNWATCHED_AFTER: Millis = 30 * SECOND
"""Where no evaluation is younger than this, nobody is watching."""


@dataclass(frozen=True, slots=True)
class Opener:
    """A process that has the store open; the station it is, and who works there, where that is on record."""

    pid: int
    station: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Presence:
    """What the stations' signs of life say, in the store's time."""

    until: Mapping[StationKind, Millis] = field(default_factory=dict)
    """Until when each kind of station counts as there; none for one that was never heard of."""
    watched_until: Millis | None = None
    """Until when somebody counts as watching: half a minute after the last look. None: nobody ever looked."""

    def is_there(self, kind: StationKind, at: Millis) -> bool:
        """Whether a station of this kind counts as there at an instant."""
        return at <= self.until.get(kind, -1)

    def gone_since(self, kind: StationKind, at: Millis) -> Millis | None:
        """Return since when no such station is there (0: never was one), or None while one is."""
        return None if self.is_there(kind, at) else self.until.get(kind, 0)

    def is_watched(self, at: Millis) -> bool:
        """Whether somebody has looked lately for limits that were crossed."""
        return self.watched_until is not None and at <= self.watched_until
