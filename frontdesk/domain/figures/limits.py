"""The limits that were in force, one after the other: each moment is judged by those of that moment."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from frontdesk.domain.policy.zone import ZoneNumbers
from frontdesk.domain.values.clock import Millis

Stretch = tuple[Millis, Millis | None]
"""From when to when; None while it lasts."""


class InForce(NamedTuple):
    """Limits, and the instant from which they were in force."""

    since: Millis
    numbers: ZoneNumbers


@dataclass(frozen=True, slots=True)
class Limits:
    """What was in force, in the order in which it came into force."""

    first: ZoneNumbers
    """What was in force before anything was laid down."""
    later: tuple[InForce, ...] = ()

    @classmethod
    def of(cls, first: ZoneNumbers, put: Iterable[InForce]) -> "Limits":
        """Return limits from what was put into force in turn; the clock may have been set back in between."""
        found: list[InForce] = []
        for each in put:
            while found and found[-1].since >= each.since:
                found.pop()
            found.append(each)
        return cls(first, tuple(found))

    def at(self, moment: Millis) -> ZoneNumbers:
        """Return what was in force at an instant."""
        return next((each.numbers for each in reversed(self.later) if each.since <= moment), self.first)

    def between(self, begins: Millis, ends: Millis | None) -> tuple[InForce, ...]:
        """Return what was in force from one instant until before another, or from then on."""
        changed = (each for each in self.later if begins < each.since and (ends is None or each.since < ends))
        return InForce(begins, self.at(begins)), *changed

    def over(
        self, since: Millis, until: Millis | None, spent: Millis, allowed: Callable[[ZoneNumbers], Millis]
    ) -> Iterator[Stretch]:
        """Yield when a stretch, with what was spent before it, is longer than is allowed at the time."""
        span = self.between(since, until)
        ends = [each.since for each in span[1:]]
        for each, end in zip(span, [*ends, until], strict=True):
            begins = max(each.since, since + allowed(each.numbers) - spent)
            if end is None or begins < end:
                yield begins, end
