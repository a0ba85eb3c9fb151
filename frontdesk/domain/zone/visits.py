"""A visit as it stands on record, with its two clocks (Z6, C5)."""

from typing import NamedTuple

from frontdesk.domain.values.clock import Millis
from frontdesk.domain.zone.cars import Stay, ZoneClock
from frontdesk.domain.zone.places import is_zone_key


class VisitLine(NamedTuple):
    """One visit of a plate, with the places it stood at: (place key, from, until)."""

    visit_id: int
    arrived_at: Millis
    received_at: Millis | None
    received_by: str
    work_order_at: Millis | None
    handed_over_at: Millis | None
    left_at: Millis | None
    ended: str
    stays: tuple[tuple[str, Millis, Millis | None], ...]

    def zone_time(self, now: Millis) -> Millis:
        """Return how long the car stood in the zone in all (Z6)."""
        return ZoneClock.of(Stay(is_zone_key(place), since, until) for place, since, until in self.stays).at(now)

    def customer_wait(self, now: Millis) -> Millis:
        """Return how long the customer waited, from arrival to hand-over: no diversion stops it."""
        return max(0, (self.handed_over_at or self.left_at or now) - self.arrived_at)
