"""The steps of the teams that are to be done now, as a station is asked for them (I3)."""

from collections.abc import Iterable
from typing import NamedTuple

from frontdesk.domain.values.clock import Millis

STEPS_SHOWN = 60
"""How many steps are listed at most: nobody has more in mind."""


class OpenStep(NamedTuple):
    """A step of a team that is to be done now, or that somebody is at."""

    id: int
    matter: int
    run: str
    """The title of its playbook."""
    key: str
    title: str
    team: str
    station: str
    """The only station that lists it; empty: wherever its team's people work."""
    evidence: str
    """What has to be given with it; empty: nothing."""
    is_open: bool
    """Whether nobody is at it yet; else it is taken, or a fault was found."""
    taken_by: str
    due_at: Millis | None
    is_drill: bool = False

    @property
    def is_done_at_once(self) -> bool:
        """Whether the key that calls it done needs nothing else."""
        return bool(self.taken_by) and not self.evidence


def to_be_done(steps: Iterable[OpenStep], who: str) -> tuple[OpenStep, ...]:
    """Return the steps that ask somebody for something: first what they are at, then what is due first."""

    def place(each: OpenStep) -> tuple[bool, bool, Millis, int]:
        return not each.taken_by, each.due_at is None, each.due_at or 0, each.id

    return tuple(sorted((each for each in steps if each.taken_by in {"", who}), key=place))
