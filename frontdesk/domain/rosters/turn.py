"""Who works when: a turn is one person's shift on one day (S2)."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.people.staff import Post


class TurnState(StrEnum):
    """How it stands with a turn."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    """The roster is published."""
    SWAPPED = "swapped"
    """Somebody else has it now."""
    SICK = "sick"


STANDS = frozenset({TurnState.PLANNED, TurnState.CONFIRMED})
"""The states of a turn that is to be worked."""


class Turn(NamedTuple):
    """One person's shift on one day, or in a draft a day they are free."""

    person: str
    day: date
    shift: str
    """The shift's key; empty: free."""
    post: Post
    """The post they work in."""
    state: TurnState = TurnState.PLANNED
    set_by: str = ""
    """Who set it by hand; empty: the program proposed it."""
    id: int = 0
    replaces: int | None = None
    """The turn in whose place it stands, after a swap, a sick call or a take-over."""

    @property
    def is_worked(self) -> bool:
        """Whether somebody is to work it."""
        return bool(self.shift) and self.state in STANDS


class Worker(NamedTuple):
    """Somebody who can be put down for shifts."""

    name: str
    post: Post
    certificates: Mapping[str, date] = {}
    """Their certificates, each with its last day."""
    since: int = 0
    """Their number on the staff list: who was put on it first comes first."""


FILLS: dict[Post, frozenset[Post]] = {
    Post.MANAGER: frozenset({Post.MANAGER, Post.SUPERVISOR, Post.DIRECTOR}),
}
"""Who can stand in for a post, besides its own people: a manager is to be reachable always (Z1)."""


def can_fill(own: Post, post: Post) -> bool:
    """Whether somebody of one post works in another."""
    return own is post or own in FILLS.get(post, frozenset())
