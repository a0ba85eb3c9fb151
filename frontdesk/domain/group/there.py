"""What goes on at a store right now, as far as its log is known at head office."""

from typing import NamedTuple

from frontdesk.domain.values.clock import Millis
from frontdesk.domain.zone.cars import Stay, ZoneClock
from frontdesk.domain.zone.places import is_zone_key


class CarThere(NamedTuple):
    """A car at the store; its plate is "" where the store does not share it."""

    plate: str
    received_at: Millis | None
    stays: tuple[tuple[str, Millis, Millis | None], ...]
    """The places it stood at, each with from when and until when."""

    @property
    def place(self) -> str:
        """The key of the place where it is."""
        return self.stays[-1][0]

    @property
    def in_zone(self) -> bool:
        """Whether it is in the zone."""
        return is_zone_key(self.place)

    def zone_time(self, now: Millis) -> Millis:
        """Return how long it has been in the zone in all (Z6)."""
        return ZoneClock.of(Stay(is_zone_key(place), since, until) for place, since, until in self.stays).at(now)


class EscalationThere(NamedTuple):
    """An escalation that is not over."""

    kind: str
    plate: str
    crossed_at: Millis
    state: str


class MajorThere(NamedTuple):
    """A major case that is not closed (C2)."""

    number: int
    stage: str
    received_at: Millis
    next_due: Millis | None


class There(NamedTuple):
    """What goes on at one store."""

    code: str
    cars: tuple[CarThere, ...]
    escalations: tuple[EscalationThere, ...]
    majors: tuple[MajorThere, ...]
