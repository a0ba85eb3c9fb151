"""What was said of the hours before, and what happened: whoever reads the next hour sees how far to trust it (Z9)."""

from collections.abc import Iterable
from typing import NamedTuple

from frontdesk.domain.values.clock import Millis

_BOUNDS = (0.05, 0.15, 0.3, 0.5, 1.01)


class Said(NamedTuple):
    """What was said of the hour after an instant, and whether the limit was reached in it."""

    at: Millis
    probability: float
    happened: bool


class Kept(NamedTuple):
    """How often something as likely happened."""

    said: float
    """What was said on average."""
    happened: float
    """How often it happened, as a share."""
    n: int


def by_likelihood(sayings: Iterable[Said]) -> tuple[Kept, ...]:
    """Return what was said and what happened, the unlikely first."""
    found: list[list[Said]] = [[] for _ in _BOUNDS]
    for said in sayings:
        found[next(place for place, bound in enumerate(_BOUNDS) if said.probability < bound)].append(said)
    return tuple(
        Kept(
            sum(said.probability for said in each) / len(each),
            sum(said.happened for said in each) / len(each),
            len(each),
        )
        for each in found
        if each
    )
