"""Whether a difference between days could as well have come by chance: the days dealt out anew, many times."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from random import Random

from frontdesk.domain.review.metrics import Measured

_SEED = 16
"""Always the same, so that the same days always give the same answer."""
_EQUAL = 1 - 1e-9
"""Sums in another order differ in their last digits."""


def permutation_p(
    before: Sequence[Measured],
    after: Sequence[Measured],
    rate: Callable[[Sequence[Measured]], float],
    rounds: int,
) -> float:
    """Return in what share of rounds the days, dealt out anew within their kind, differ as much as they do."""
    by_kind: dict[str, tuple[list[Measured], int]] = {}
    together = defaultdict(list)
    for day in (*before, *after):
        together[day.kind].append(day)
    for kind, days in together.items():
        by_kind[kind] = days, sum(day.kind == kind for day in before)
    seen = abs(rate(after) - rate(before)) * _EQUAL
    chance, as_much = Random(_SEED), 0
    for _ in range(rounds):
        dealt_before: list[Measured] = []
        dealt_after: list[Measured] = []
        for days, share in by_kind.values():
            chance.shuffle(days)
            dealt_before += days[:share]
            dealt_after += days[share:]
        as_much += abs(rate(dealt_after) - rate(dealt_before)) >= seen
    return (as_much + 1) / (rounds + 1)
