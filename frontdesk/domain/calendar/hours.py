"""The store's opening hours, what "the same day" means by them, and the time that passes in them (Q1, Q2, C5)."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from typing import NamedTuple
from zoneinfo import ZoneInfo

from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import HOUR, Millis, to_datetime, to_millis

_DAYS_AHEAD = 400
"""How many days ahead the hours are searched, so that the search ends even if the store never opens."""
_DAYS_BACK = 31
"""So many days before a day an opening day is looked for."""


class OpeningHours(NamedTuple):
    """When the store is open, in its own time zone."""

    zone: ZoneInfo
    weekly: tuple[str, ...]
    closed_dates: frozenset[str]

    @classmethod
    def of(cls, policy: Policy) -> "OpeningHours":
        """Return the opening hours a policy lays down."""
        return cls(ZoneInfo(policy.time_zone), policy.opening_hours, frozenset(policy.closed_dates))

    def of_day(self, day: date) -> tuple[datetime, datetime] | None:
        """Return when the store opens and closes on a day, or None if it stays closed."""
        hours = self.weekly[day.weekday()]
        if not hours or day.isoformat() in self.closed_dates:
            return None
        opens, closes = hours.split("-")
        midnight = datetime.combine(day, time(), self.zone)
        if closes == "24:00":
            return _clock(day, opens, self.zone), midnight + timedelta(days=1)
        return _clock(day, opens, self.zone), _clock(day, closes, self.zone)

    def closing_after(self, at: Millis) -> Millis | None:
        """Return when the store closes on the day of an instant, or None if it is already closed or does not open."""
        hours = self.of_day(self.day_of(at))
        closes = None if hours is None else to_millis(hours[1])
        return closes if closes is not None and closes > at else None

    def is_open_on(self, day: date) -> bool:
        """Whether the store opens on a day."""
        return self.of_day(day) is not None

    def opens_from(self, day: date, counts: Callable[[date], bool]) -> bool:
        """Whether the store opens on any day that counts, from a day on."""
        return any(True for _ in self._times(day, counts))

    def closing_from(self, day: date, counts: Callable[[date], bool]) -> Millis:
        """Return close of business on the first day that counts and on which the store opens.

        The search starts with the day `day` itself.
        """
        closings = (closes for _, closes in self._times(day, counts))
        return next(closings, self._midnight(day + timedelta(days=1)))

    def closing_by(self, last: date, now: Millis) -> Millis | None:
        """Return close of business on the last opening day up to a day; None where that is past."""
        for back in range(_DAYS_BACK):
            hours = self.of_day(last - timedelta(days=back))
            if hours is not None and now < to_millis(hours[1]):
                return to_millis(hours[1])
        return None

    def day_of(self, at: Millis) -> date:
        """Return the store's day an instant falls on."""
        return to_datetime(at, self.zone).date()

    def same_day(self, received_at: Millis) -> Millis:
        """Return close of business of the day something was received, or of the next opening day if after close.

        Received before opening, or at the very instant of closing, still counts as that day.
        """
        times = self._times(self.day_of(received_at), self.is_open_on)
        return next((closes for _, closes in times if received_at <= closes), received_at + 24 * HOUR)

    def time_between(self, begins: Millis, ends: Millis, counts: Callable[[date], bool]) -> Millis:
        """Return how long the store is open between two instants, on days that count."""
        times = takewhile(lambda time: time[0] < ends, self._times(self.day_of(begins), counts))
        return sum(max(0, min(closes, ends) - max(opens, begins)) for opens, closes in times)

    def after(self, begins: Millis, amount: Millis, counts: Callable[[date], bool]) -> Millis:
        """Return the instant when the store has been open for `amount` since `begins`, counting only days that count.

        If that is at closing time, the result is that closing, not the next opening. Any time left over after the
        last day searched passes by the wall clock.
        """
        first, left = self.day_of(begins), amount
        for opens, closes in self._times(first, counts):
            runs_from = max(opens, begins)
            if runs_from + left <= closes:
                return runs_from + left
            left -= max(0, closes - runs_from)
        return self._midnight(first + timedelta(days=_DAYS_AHEAD)) + left

    def _times(self, first: date, counts: Callable[[date], bool]) -> Iterator[tuple[Millis, Millis]]:
        """Return when the store opens and closes on each day that counts, from a day on."""
        for ahead in range(_DAYS_AHEAD):
            day = first + timedelta(days=ahead)
            hours = self.of_day(day) if counts(day) else None
            if hours is not None:
                yield to_millis(hours[0]), to_millis(hours[1])

    def _midnight(self, day: date) -> Millis:
        return to_millis(datetime.combine(day, time(), self.zone))


def _clock(day: date, text: str, zone: ZoneInfo) -> datetime:
    hour, minute = text.split(":")
    return datetime.combine(day, time(int(hour), int(minute)), zone)
