"""Which stations have given a sign of life lately; people can be reached only there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import SECOND, Millis

AWAY_AFTER: Millis = 60 * SECOND
"""After this long without a sign of life, a station counts as away."""

UNWATCHED_AFTER: Millis = 30 * SECOND
"""If the last evaluation is older than this, nobody is watching."""


class Opener(NamedTuple):
    """A process that has the store open, with its station and its operator if they are on record."""

    pid: int
    station: str = ""
    who: str = ""


class Holder(NamedTuple):
    """A process that keeps everybody else from writing: its number, what it is, and since when it runs."""

    pid: int
    program: str
    since: Millis
    is_stopped: bool


@dataclass(frozen=True, slots=True)
class Presence:
    """The stations' signs of life, in the store's time."""

    until: Mapping[StationKind, Millis] = field(default_factory=dict)
    """Until when each kind of station counts as there; a kind that never gave a sign of life is missing."""
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
