"""The store's opening hours, and what "the same day" means by them (Q1)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from frontdesk.domain.clock import Millis, to_datetime, to_millis
from frontdesk.domain.policy import Policy

_DAYS_AHEAD = 400


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """When the store is open, in its own time zone."""

    zone: ZoneInfo
    weekly: tuple[str, ...]
    closed_dates: frozenset[str]

    @classmethod
    def of(cls, policy: Policy) -> "OpeningHours":
        """Return the opening hours a policy lays down."""
        return cls(ZoneInfo(policy.time_zone), policy.opening_hours, frozenset(policy.closed_dates))

    def of_day(self, day: date) -> tuple[datetime, datetime] | None:
        """Return when the store opens and closes on a day, or None where it stays closed."""
        hours = self.weekly[day.weekday()]
        if not hours or day.isoformat() in self.closed_dates:
            return None
        opens, closes = hours.split("-")
        midnight = datetime.combine(day, time(), self.zone)
        if closes == "24:00":
            return _clock(day, opens, self.zone), midnight + timedelta(days=1)
        return _clock(day, opens, self.zone), _clock(day, closes, self.zone)

    def is_open(self, at: Millis) -> bool:
        """Whether the store is open at an instant."""
        moment = to_datetime(at, self.zone)
        hours = self.of_day(moment.date())
        return hours is not None and hours[0] <= moment <= hours[1]

    def is_open_on(self, day: date) -> bool:
        """Whether the store opens on a day."""
        return self.of_day(day) is not None

    def closing_from(self, day: date) -> Millis:
        """Return close of business of a day; where the store stays closed, of the next day it opens."""
        for ahead in range(_DAYS_AHEAD):
            hours = self.of_day(day + timedelta(days=ahead))
            if hours is not None:
                return to_millis(hours[1])
        return to_millis(datetime.combine(day, time(), self.zone) + timedelta(days=1))

    def day_of(self, at: Millis) -> date:
        """Return the store's day an instant falls on."""
        return to_datetime(at, self.zone).date()

    def same_day(self, received_at: Millis) -> Millis:
        """Return close of business of the day something was received; received after close: of the next opening day.

        Received at the very instant of closing still counts as that day; before opening too.
        """
        moment = to_datetime(received_at, self.zone)
        for ahead in range(_DAYS_AHEAD):
            hours = self.of_day(moment.date() + timedelta(days=ahead))
            if hours is not None and moment <= hours[1]:
                return to_millis(hours[1])
        return to_millis(moment + timedelta(days=1))


def _clock(day: date, text: str, zone: ZoneInfo) -> datetime:
    hour, minute = text.split(":")
    return datetime.combine(day, time(int(hour), int(minute)), zone)
