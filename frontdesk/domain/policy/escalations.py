"""Escalations: who is called when, and what is looked at again (Z5, Z6)."""

from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.domain.policy.chain import chain_problems
from frontdesk.domain.policy.numbers import Problem, number
from frontdesk.domain.values.clock import SECOND, Millis


@dataclass(frozen=True)
class EscalationNumbers:
    """The chain of calls and its times."""

    chain: tuple[str, ...] = ("0 guard", "0 manager", "180 deputy", "300 director")
    """Z1, Z5, Z6: who is called how many seconds after a crowding began, while nobody has acknowledged it."""
    chain_repeat_s: int = number(60, 5, 86_400)
    """So often whoever was called last is called again."""
    act_within_s: int = number(180, 1, 86_400)
    """Acknowledged, and no action within this: raised again, one step up."""
    verify_s: int = number(300, 1, 86_400)
    """Acted on, and still standing after this: raised again, one step up."""
    hold_s: int = number(30, 0, 3600)
    """A limit crossed again this soon after the situation was over prompts nobody anew."""
    reorder_s: int = number(600, 60, 86_400)
    """Z6b: how soon a car whose jobs are re-ordered is expected to leave the zone."""
    diversion_s: int = number(1800, 60, 86_400)
    """Z5a: a diverted customer who waits longer is asked about, so that nobody is forgotten in the lounge."""

    @property
    def hold(self) -> Millis:
        """The hold time in milliseconds."""
        return self.hold_s * SECOND


def problems(policy: EscalationNumbers) -> Iterator[Problem]:
    """Yield what is not right of the escalations' part."""
    yield from chain_problems("chain", policy.chain, EscalationNumbers.chain)
