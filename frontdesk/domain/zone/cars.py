"""A car at the store, and how long it has been in the zone (Z5)."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import Plate
from frontdesk.domain.zone.places import Place


class Purpose(StrEnum):
    """Why a car came. Only the first two may stop in the zone (Z3)."""

    MAINTENANCE = "maintenance"
    REPAIR = "repair"
    OTHER = "other"


class Stay(NamedTuple):
    """One interval of a visit at one place; `ended_at` None while it lasts."""

    in_zone: bool
    started_at: Millis
    ended_at: Millis | None


class ZoneClock(NamedTuple):
    """A visit's time in the zone: what earlier stretches add up to, and since when the present one runs."""

    before: Millis
    since: Millis | None

    @classmethod
    def of(cls, stays: Iterable[Stay]) -> "ZoneClock":
        """Add up a visit's stays in order of time; driving out and in again does not reset it (Z6)."""
        before, since, ended = 0, None, None
        for stay in stays:
            ended = stay.ended_at
            if not stay.in_zone:
                if since is not None:
                    before += stay.started_at - since
                since = None
            elif since is None:
                since = stay.started_at
        if since is not None and ended is not None:
            before, since = before + ended - since, None
        return cls(before, since)

    def at(self, now: Millis) -> Millis:
        """Return the zone time at `now`; never negative."""
        return self.before + (max(0, now - self.since) if self.since is not None else 0)

    def reaches(self, limit: Millis) -> Millis | None:
        """Return the instant the zone time reaches `limit`, or None while the car is not in the zone."""
        if self.since is None:
            return None
        return max(self.since, self.since + limit - self.before)


class Car(NamedTuple):
    """An open visit, as the board shows it."""

    visit_id: int
    plate: Plate
    purpose: Purpose
    place: Place
    here_since: Millis
    zone: ZoneClock
    arrived_at: Millis
    received_at: Millis | None = None
    received_by: str = ""
    work_order_at: Millis | None = None
    handed_over_at: Millis | None = None
    expected_exit_at: Millis | None = None
    ticket: str = ""
    """The call ticket it waits with; "" for none."""
    back_at: Millis | None = None
    """When it came back from the lounge, its call ticket ended; None where it never had one."""

    def zone_time(self, now: Millis) -> Millis:
        """Return how long this visit has been in the zone in total."""
        return self.zone.at(now)

    @property
    def awaits_reception(self) -> bool:
        """Whether its customer is to be received now: one in the lounge with a ticket waits to be called (Z4a, Z5a)."""
        return self.received_at is None and not self.ticket

    def reception_due(self, within: Millis) -> Millis | None:
        """Return by when its customer is received in time; None where it does not wait for that.

        Whoever comes back from the lounge is received as soon as whoever arrives.
        """
        if not self.awaits_reception:
            return None
        return max(self.arrived_at, self.back_at or self.arrived_at) + within

    def is_received_late(self, within: Millis, now: Millis) -> bool:
        """Whether its customer should have been received by now: at the very instant it is in time (Z4a)."""
        due = self.reception_due(within)
        return due is not None and now > due

    def customer_wait(self, now: Millis) -> Millis:
        """Return the time from arrival until hand-over; no diversion stops it."""
        return max(0, (now if self.handed_over_at is None else self.handed_over_at) - self.arrived_at)
