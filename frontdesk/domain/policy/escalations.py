"""Escalations: who is called when, and when a situation is checked again (Z5, Z6)."""

from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.domain.policy.chain import chain_problems
from frontdesk.domain.policy.numbers import Problem, number
from frontdesk.domain.values.clock import SECOND, Millis


@dataclass(frozen=True, init=False, repr=False, eq=False)
class EscalationNumbers:
    """The chain of calls and its times."""

    chain: tuple[str, ...] = ("0 guard", "0 manager", "180 deputy", "300 director")
    """Z1, Z5, Z6: who is called how many seconds after a crowding began, while nobody has acknowledged it."""
    chain_repeat_s: int = number(60, 5, 86_400)
    """How often the last person called is called again."""
    act_within_s: int = number(180, 1, 86_400)
    """How soon after an acknowledgement an action must follow; otherwise it is raised again, one step up."""
    verify_s: int = number(300, 1, 86_400)
    """How soon after an action the situation must be over; otherwise it is raised again, one step up."""
    hold_s: int = number(30, 0, 3600)
    """How soon after a situation ended the limit may be crossed again without a new prompt."""
    explain_from_s: int = number(120, 0, 86_400)
    """Z7: how long a crowding lasts before it is asked why nobody acted; a shorter one is only counted."""
    reorder_s: int = number(600, 60, 86_400)
    """Z6b: how soon a car whose jobs are re-ordered is expected to leave the zone."""
    diversion_s: int = number(1800, 60, 86_400)
    """Z5a: how long a diverted customer may wait before someone is asked about them, so that nobody is forgotten."""

    @property
    def explain_from(self) -> Millis:
        """From which length on it is asked why nobody acted, in milliseconds."""
        return self.explain_from_s * SECOND

    @property
    def hold(self) -> Millis:
        """The hold time in milliseconds."""
        return self.hold_s * SECOND


def problems(policy: EscalationNumbers) -> Iterator[Problem]:
    """Yield everything that is wrong in the escalations' part."""
    yield from chain_problems("chain", policy.chain, EscalationNumbers.chain)
