"""Today in one line, as the stations show it: from the day's figures, and the zone as it stands."""

from datetime import date
from typing import NamedTuple

from frontdesk.domain.figures.day import DayFigures, DaySpan
from frontdesk.domain.values.clock import DAY, Millis


class Today(NamedTuple):
    """The latest figures of today and of yesterday; `is_fresh` while nothing was entered since."""

    span: DaySpan
    figures: DayFigures
    yesterday: tuple[Millis, ...]
    """When each car of yesterday came."""
    is_fresh: bool
    holds_until: Millis | None

    def is_stale(self, now: Millis) -> bool:
        """Whether the figures are to be reckoned anew."""
        return not self.is_fresh or now >= self.span.ends or (self.holds_until is not None and now >= self.holds_until)

    def is_of(self, now: Millis) -> bool:
        """Whether an instant is on this day."""
        return self.span.begins <= now < self.span.ends

    @property
    def arrivals(self) -> int:
        """How many have come today."""
        return len(self.figures.arrived)

    def yesterday_by_now(self, now: Millis) -> int:
        """Return how many had come yesterday at this time."""
        return sum(at <= now - DAY for at in self.yesterday)

    @property
    def share(self) -> float | None:
        """The share that was received in time, of whom that is known (Z4a)."""
        known = self.figures.received + self.figures.unreceived
        return self.figures.in_time / known if known else None

    def counts(self, opens: Millis, now: Millis) -> tuple[int, ...]:
        """Return the most cars in the zone in each quarter of an hour since opening, for a sparkline."""
        if not self.is_of(now):
            return ()
        first = self.span.quarter(min(max(opens, self.span.begins), now))
        return self.figures.peaks[first : self.span.quarter(now) + 1]


def day_before(day: date) -> date:
    """Return the day before a day."""
    return date.fromordinal(day.toordinal() - 1)
