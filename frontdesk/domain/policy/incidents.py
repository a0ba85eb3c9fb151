"""Incidents: who is called at which level, and how soon one must be contained (I1–I17)."""

from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.domain.policy.chain import chain_problems
from frontdesk.domain.policy.numbers import Problem, number


@dataclass(frozen=True, init=False, repr=False, eq=False)
class IncidentNumbers:
    """Who is called for an incident, and what follows where nobody takes command."""

    incident_slight_chain: tuple[str, ...] = ("0 manager", "300 director")
    """I2: who is called how many seconds after a slight incident was reported, while nobody has the command."""
    incident_ordinary_chain: tuple[str, ...] = ("0 manager", "0 director", "300 general_manager")
    """I2: the same for an ordinary one: somebody is hurt, or there is a fire."""
    incident_major_chain: tuple[str, ...] = ("0 manager", "0 director", "0 general_manager", "0 team:command")
    """I2: the same for a major one: three are hurt, somebody died, it explodes or spreads, the press asks."""
    incident_repeat_s: int = number(60, 5, 3600)
    """How often every station sounds again while nobody has the command."""
    incident_first_s: int = number(60, 0, 3600)
    """I2: for how long the command is left to the highest of those who are at a station; then anybody takes it."""
    contain_s: int = number(900, 60, 86_400)
    """How soon after the command was taken an incident must be contained; otherwise it calls again, one step up."""
    incident_join_s: int = number(600, 0, 86_400)
    """For how long a second report of the same kind at the same place is taken for the same incident."""


def problems(policy: IncidentNumbers) -> Iterator[Problem]:
    """Yield everything that is wrong in the incidents' part."""
    for name in ("incident_slight_chain", "incident_ordinary_chain", "incident_major_chain"):
        yield from chain_problems(name, getattr(policy, name), getattr(IncidentNumbers, name))
