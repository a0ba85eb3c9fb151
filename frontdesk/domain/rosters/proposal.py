"""A roster that was proposed, and how good it is known to be."""

from collections.abc import Sequence
from typing import NamedTuple

from frontdesk.domain.people.staff import Post
from frontdesk.domain.rosters.fairness import Cost
from frontdesk.domain.rosters.turn import Turn


class Proposal(NamedTuple):
    """The turns that are proposed besides the fixed ones."""

    turns: Sequence[Turn]
    cost: Cost
    bound: Cost
    """No roster costs less, aim by aim, as long as each aim before is met as here."""
    seconds: float
    first: float
    """After so many seconds there was one that keeps every rule."""

    @property
    def is_best(self) -> bool:
        """Whether it is proved that there is no better one."""
        return self.cost == self.bound


class Step(NamedTuple):
    """How far the proposal has come: which part is being made, and after how long."""

    part: int
    """0: a first roster is there that keeps every rule."""
    of: int
    posts: tuple[Post, ...]
    """Whose part it is."""
    seconds: float
    missing: int
    """How many people are missing in what is found so far."""
