"""What was usual at a store lately: how long each part took, how many came in half an hour (Z7)."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple
from zoneinfo import ZoneInfo

from frontdesk.domain.review.parts import Part, parts_of
from frontdesk.domain.review.percentiles import percentile
from frontdesk.domain.values.clock import MINUTE, Millis, to_datetime
from frontdesk.domain.zone.visits import VisitLine

HISTORY_DAYS = 90
LEAST_DAYS = 10
"""From fewer days with visits nothing is called usual."""
HALF_HOUR: Millis = 30 * MINUTE
_PART_PERCENT, _ARRIVALS_PERCENT = 75, 90


class History(NamedTuple):
    """What the visits of some days say is usual."""

    days: int
    """On how many of them cars came."""
    usual: Mapping[Part, Millis]
    """What three of four did not exceed."""
    usual_arrivals: int
    """How many came, at most, in nine of ten half hours between the first and the last arrival of a day."""
    arrivals: tuple[Millis, ...]

    @classmethod
    def of(cls, visits: Sequence[VisitLine], zone: ZoneInfo, now: Millis) -> "History":
        """Return what some visits say is usual."""
        took: dict[Part, list[Millis]] = defaultdict(list)
        for line in visits:
            for part, time in parts_of(line, now).items():
                took[part].append(time.in_zone)
        arrivals = tuple(sorted(line.arrived_at for line in visits))
        days = [tuple(each) for _, each in groupby(arrivals, lambda at: to_datetime(at, zone).date())]
        half_hours = [count for day in days for count in _half_hours(day)]
        return cls(
            len(days),
            {part: percentile(times, _PART_PERCENT) for part, times in took.items()},
            percentile(half_hours, _ARRIVALS_PERCENT) if half_hours else 0,
            arrivals,
        )

    @property
    def is_enough(self) -> bool:
        """Whether there are enough days to call anything usual."""
        return self.days >= LEAST_DAYS

    def arrivals_before(self, moment: Millis) -> int:
        """Return how many came in the half hour that ends at a moment."""
        return bisect_right(self.arrivals, moment) - bisect_right(self.arrivals, moment - HALF_HOUR)


def _half_hours(arrivals: Sequence[Millis]) -> list[int]:
    """Return how many came in each half hour of the clock from the first arrival of a day to its last."""
    came = Counter(at // HALF_HOUR for at in arrivals)
    return [came[number] for number in range(min(came), max(came) + 1)]
