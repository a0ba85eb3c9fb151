"""The teams of the plan's emergency organisation: their duty, and who is in each, in order (I3, S6)."""

from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Person
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.values.errors import Refused

NAME_LIMIT = 20
DUTY_LIMIT = 120
MOST_MEMBERS = 60


class Team(StrEnum):
    """The teams."""

    COMMAND = "command"
    RESCUE = "rescue"
    EVACUATION = "evacuation"
    CORDON = "cordon"
    COMMUNICATION = "communication"
    SUPPLIES = "supplies"
    AFTERMATH = "aftermath"


class TeamOnRecord(NamedTuple):
    """A team as it stands."""

    key: Team
    name: str = ""
    """The store's own name; empty for one that is called as it was shipped."""
    duty: str = ""
    """What it does, in the store's own words; empty where it is as shipped."""
    members: tuple[Person, ...] = ()

    @property
    def leader(self) -> Person | None:
        """Who leads it."""
        return self.members[0] if self.members else None

    @property
    def stand_in(self) -> Person | None:
        """Who leads it where the leader is not there."""
        return self.members[1] if len(self.members) > 1 else None


def put(names: Sequence[str], name: str, position: int | None) -> tuple[str, ...]:
    """Return the members in order with one put at a position, counted from 1; None: where they are, or last."""
    if position is None:
        return tuple(names) if name in names else (*names, name)
    others = [other for other in names if other != name]
    place = min(max(position, 1), len(others) + 1) - 1
    return (*others[:place], name, *others[place:])


def check_members(names: Sequence[str], staff: Collection[str]) -> None:
    """Check who is to be in a team. Raises `Refused`: UNKNOWN_PERSON, MEMBER_TWICE, TEAM_FULL."""
    for place, name in enumerate(names):
        if name not in staff:
            raise Refused(PeopleReason.UNKNOWN_PERSON, name=name)
        if name in names[:place]:
            raise Refused(RegisterReason.MEMBER_TWICE, name=name)
    if len(names) > MOST_MEMBERS:
        raise Refused(RegisterReason.TEAM_FULL, right=MOST_MEMBERS)
