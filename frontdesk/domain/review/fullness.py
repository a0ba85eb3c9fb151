"""When every waiting bay of the workshop was taken: then no car could go on from the zone."""

from collections.abc import Iterable
from typing import NamedTuple

from frontdesk.domain.figures.limits import Limits, Stretch
from frontdesk.domain.review.parts import overlap
from frontdesk.domain.values.clock import Millis


class Fullness(NamedTuple):
    """When the waiting bays were full, in order."""

    stretches: tuple[tuple[Millis, Millis], ...]

    @classmethod
    def of(cls, stays: Iterable[Stretch], limits: Limits, begins: Millis, ends: Millis) -> "Fullness":
        """Find when as many cars stood in waiting bays as there were bays; with none there is nothing to be full."""
        steps = [(each.since, 0) for each in limits.between(begins, ends)]
        for since, until in stays:
            steps.append((max(since, begins), 1))
            if until is not None:
                steps.append((max(until, begins), -1))
        found: list[tuple[Millis, Millis]] = []
        count, full_since = 0, None
        for at, change in (*sorted(step for step in steps if step[0] < ends), (ends, 0)):
            if full_since is not None and at > full_since:
                found.append((full_since, at))
            count += change
            bays = len(limits.at(at).workshop_bays)
            full_since = at if 0 < bays <= count else None
        return cls(tuple(found))

    def is_most_of(self, begins: Millis, ends: Millis) -> bool:
        """Whether they were full for at least half of a time."""
        return ends > begins and 2 * overlap(self.stretches, begins, ends) >= ends - begins
