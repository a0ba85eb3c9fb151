"""The causes of a month, the commonest first, with what they add up to (Z7)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from frontdesk.domain.review.causes import Cause

_OTHER_SHARE = 0.2


class CauseLine(NamedTuple):
    """How many cases have one cause; None: nobody has said it yet."""

    cause: str | None
    cases: int
    share: float
    cumulated: float


class Pareto(NamedTuple):
    """The causes of some cases, the commonest first; those not told stand last."""

    lines: tuple[CauseLine, ...]
    total: int

    @classmethod
    def of(cls, causes: Iterable[str | None]) -> "Pareto":
        """Count the causes of some cases; equally common ones stand in the order of their keys."""
        counted = Counter(causes)
        total, so_far, lines = counted.total(), 0, []
        for cause in sorted(counted, key=lambda each: (each is None, -counted[each], each or "")):
            so_far += counted[cause]
            lines.append(CauseLine(cause, counted[cause], counted[cause] / total, so_far / total))
        return cls(tuple(lines), total)

    @property
    def counts(self) -> Mapping[str | None, int]:
        """How many cases have each cause."""
        return {line.cause: line.cases for line in self.lines}

    @property
    def untold(self) -> int:
        """How many cases have no cause yet."""
        return self.counts.get(None, 0)

    @property
    def asks_for_a_word(self) -> bool:
        """Whether so many are "other" that a word of their own is missing."""
        return self.counts.get(Cause.OTHER, 0) > _OTHER_SHARE * self.total
